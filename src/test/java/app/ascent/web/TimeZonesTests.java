package app.ascent.web;

import static org.assertj.core.api.Assertions.assertThat;

import app.ascent.web.TimeZones.Choice;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TimeZonesTests {

    private final TimeZones zones = new TimeZones(Clock.fixed(Instant.parse("2026-07-01T00:00:00Z"), ZoneOffset.UTC));

    @Test
    void listsPlacesWithTheirPresentDistance() {
        assertThat(listed("UTC"))
                .contains(
                        new Choice("Europe/Oslo", "Oslo (UTC+02:00)"),
                        new Choice("America/Argentina/Buenos_Aires", "Argentina, Buenos Aires (UTC-03:00)"),
                        new Choice("UTC", "UTC"))
                .doesNotHaveDuplicates();
    }

    @ParameterizedTest
    @ValueSource(strings = {"Asia/Calcutta", "Europe/Kiev", "Australia/NSW", "America/Knox_IN"})
    void countsFormerNamesButListsThemToTheirUsersAlone(String former) {
        assertThat(TimeZones.offers(former)).isTrue();
        assertThat(listed("UTC")).extracting(Choice::id).doesNotContain(former);
        assertThat(listed(former)).extracting(Choice::id).contains(former);
    }

    @ParameterizedTest
    @CsvSource({"Etc/UTC, UTC", "Z, UTC", "UTC, UTC", "Europe/Oslo, Europe/Oslo"})
    void hasOneNameForUtc(String zone, String name) {
        assertThat(TimeZones.name(ZoneId.of(zone))).isEqualTo(name);
    }

    private List<Choice> listed(String chosen) {
        return zones.choices(chosen).values().stream()
                .flatMap(Collection::stream)
                .toList();
    }
}
