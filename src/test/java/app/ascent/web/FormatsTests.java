package app.ascent.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.context.support.ResourceBundleMessageSource;

class FormatsTests {

    private static final Instant NOW = Instant.parse("2026-03-28T18:40:00Z");

    private final Formats formats = formats("UTC");

    private static Formats formats(String zone) {
        return new Formats(Clock.fixed(NOW, ZoneOffset.UTC), messages(), zone);
    }

    @Test
    void writesBytesAsAPersonSaysThem() {
        assertThat(List.of(0L, 1L, 184_000L, 999_001L, 2_100_000L, 31_400_000_000L))
                .extracting(Formats::size)
                .containsExactly("0 kB", "1 kB", "184 kB", "1.0 MB", "2.1 MB", "31.4 GB");
    }

    @Test
    void writesCountsInFull() {
        assertThat(formats.count(48_213)).isEqualTo("48,213");
        assertThat(formats.count(0)).isEqualTo("0");
    }

    @Test
    void writesDatesAndTimes() {
        Instant instant = Instant.parse("2026-03-14T13:42:06Z");

        assertThat(formats.date(instant)).isEqualTo("14 Mar 2026");
        assertThat(formats.date(LocalDate.of(2026, 9, 1))).isEqualTo("1 Sep 2026");
        assertThat(formats.dateTime(instant)).isEqualTo("14 Mar 2026, 13:42 UTC");
        assertThat(formats.time(instant)).isEqualTo("13:42");
        assertThat(formats.iso(instant.plusMillis(5))).isEqualTo("2026-03-14T13:42:06Z");
    }

    @Test
    void writesTheTimesOfAKeptSentence() {
        assertThat(formats.withTimes("Empty. Used instead: 2026-03-14T13:42:06Z."))
                .isEqualTo("Empty. Used instead: 14 Mar 2026, 13:42 UTC.");
        assertThat(formats.withTimes("Empty. Used instead: 2026-09-01.")).isEqualTo("Empty. Used instead: 1 Sep 2026.");
        assertThat(formats.withTimes(
                        "“1753-01-01T00:00:00Z” lies before 1900; Backup 2026-09-01, 2026-99-99T13:42:06Z"))
                .isEqualTo("“1753-01-01T00:00:00Z” lies before 1900; Backup 2026-09-01, 2026-99-99T13:42:06Z");
    }

    @Test
    void callsTodayToday() {
        Instant today = Instant.parse("2026-03-28T13:42:06Z");
        Instant before = Instant.parse("2026-03-27T13:42:06Z");

        assertThat(formats.moment(today)).isEqualTo("Today, 13:42:06");
        assertThat(formats.day(today)).isEqualTo("Today, 13:42");
        assertThat(formats.inText(today)).isEqualTo("today at 13:42");
        assertThat(formats.moment(before)).isEqualTo("27 Mar 2026, 13:42");
        assertThat(formats.day(before)).isEqualTo("27 Mar 2026, 13:42");
        assertThat(formats.inText(before)).isEqualTo("27 Mar 2026 at 13:42");
    }

    @Test
    void followsTheZoneOfTheOrganization() {
        assertThat(formats("Europe/Oslo").time(NOW)).isEqualTo("19:40");
        assertThat(formats("Pacific/Auckland").day(NOW)).isEqualTo("Today, 07:40");
        assertThat(formats(" ").zone()).isEqualTo(ZoneId.systemDefault());
    }

    @ParameterizedTest
    @CsvSource({
        "2026-03-28T20:05:00Z, 21:05 CET",
        "2026-03-29T07:30:00Z, 09:30 CEST tomorrow", // the clocks go forward in the night
        "'2026-11-28T02:00:00Z', 03:00 CET on 28 Nov 2026"
    })
    void namesTheZoneOfATimeThatSomebodyWaitsFor(Instant instant, String words) {
        assertThat(formats("Europe/Oslo").until(instant)).isEqualTo(words);
    }

    @ParameterizedTest
    @CsvSource({
        "2026-03-28T18:39:31Z, just now",
        "2026-03-28T18:38:30Z, 1 minute ago",
        "2026-03-28T18:00:00Z, 40 minutes ago",
        "2026-03-28T17:40:00Z, 1 hour ago",
        "2026-03-28T16:30:00Z, 2 hours ago",
        "2026-03-27T18:40:00Z, yesterday",
        "2026-03-25T18:40:00Z, 3 days ago",
        "2026-03-12T18:40:00Z, 12 Mar 2026",
        "2026-04-01T18:40:00Z, 1 Apr 2026"
    })
    void tellsHowLongAgo(Instant instant, String words) {
        assertThat(formats.relative(instant)).isEqualTo(words);
    }

    @Test
    void doesNotCallLastEveningYesterdayInTheNight() {
        Formats atNight =
                new Formats(Clock.fixed(Instant.parse("2026-03-28T01:00:00Z"), ZoneOffset.UTC), messages(), "UTC");

        assertThat(atNight.relative(Instant.parse("2026-03-27T23:00:00Z"))).isEqualTo("2 hours ago");
    }

    @ParameterizedTest
    @CsvSource({"-3, 0 s", "0, 0 s", "45, 45 s", "60, 1 min", "118, 1 min 58 s", "3600, 1 h 00 min", "3930, 1 h 05 min"
    })
    void writesDurations(long seconds, String words) {
        assertThat(formats.duration(Duration.ofSeconds(seconds))).isEqualTo(words);
    }

    @ParameterizedTest
    @CsvSource({"Zoë Lindqvist, ZL", "åsa, Å", "'  Ana Maria  Müller ', AM", "'', ''"})
    void makesInitials(String name, String initials) {
        assertThat(formats.initials(name)).isEqualTo(initials);
    }

    private static ResourceBundleMessageSource messages() {
        ResourceBundleMessageSource messages = new ResourceBundleMessageSource();
        messages.setBasename("messages/web");
        messages.setDefaultEncoding("UTF-8");
        return messages;
    }
}
