package app.ascent.importing.time;

import static app.ascent.importing.time.TimeMapping.map;
import static app.ascent.importing.time.TimeMapping.mapped;
import static app.ascent.importing.time.TimeMapping.remarks;
import static org.assertj.core.api.Assertions.assertThat;

import app.ascent.desk.time.TimeEntryFields;
import app.ascent.importing.Payload;
import app.ascent.migration.spi.Mapped.Ready;
import app.ascent.migration.spi.Mapped.Rejected;
import app.ascent.migration.spi.Reason;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** When somebody worked, and how long. */
class WorkedTests {

    private static Payload hours(@Nullable String hours) {
        return hours == null
                ? Payload.timeEntry().withNull("hoursWorked")
                : Payload.timeEntry().json("hoursWorked", hours);
    }

    @ParameterizedTest
    @CsvSource({
        "1, 60",
        "0.2500, 15",
        "0.0083, 0",
        "0.0084, 1",
        "0.00833333, 0",
        "0.00833334, 1",
        "1.3333, 80",
        "24, 1440",
        "1e1, 600"
    })
    void roundsHoursToMinutesHalfUp(String hours, long minutes) {
        assertThat(map(hours(hours)).target().minutes()).isEqualTo(minutes);
    }

    @Test
    void roundsHalfAMinuteUp() {
        assertThat(map(hours("0.025")).target().minutes()).isEqualTo(2);
        assertThat(map(hours("0.0249999")).target().minutes()).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "0.0000", "null", "\"\"", "-1", "\"none\"", "100001", "1e30"})
    void countsFromStartToEndWhereTheHoursSayNothing(String hours) {
        Ready<TimeEntryFields> mapped = map(Payload.timeEntry().json("hoursWorked", hours));

        assertThat(mapped.target().minutes()).isEqualTo(15);
        assertThat(remarks(mapped))
                .singleElement()
                .asString()
                .startsWith("MISSING_VALUE hoursWorked=")
                .endsWith(" -> 15 minutes from start to end");
        assertThat(mapped.unsaid().assumed()).contains("hoursWorked");
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "null", "-0.5", "\"x\"", "100000.01"})
    void failsWhereNeitherSaysHowLong(String hours) {
        Payload payload = Payload.timeEntry().json("hoursWorked", hours);

        for (Payload without : new Payload[] {
            payload.withNull("startDateTime", "endDateTime"),
            payload.withNull("endDateTime"),
            payload.with("endDateTime", "2026-09-28T08:35:00Z"),
            payload.with("endDateTime", "2026-09-28T07:00:00Z")
        }) {
            assertThat(mapped(without))
                    .isInstanceOfSatisfying(Rejected.class, rejected -> assertThat(((Rejected<?>) rejected).problems())
                            .singleElement()
                            .satisfies(problem -> {
                                assertThat(problem.reason()).isEqualTo(Reason.INVALID_VALUE);
                                assertThat(problem.field()).isEqualTo("hoursWorked");
                            }));
        }
    }

    @Test
    void keepsMoreThanADayAndSaysSo() {
        Ready<TimeEntryFields> mapped = map(hours("26"));

        assertThat(mapped.target().minutes()).isEqualTo(26 * 60);
        assertThat(remarks(mapped)).containsExactly("OVER_A_DAY hoursWorked=26 -> null");
        assertThat(mapped.findings().getFirst().detail())
                .isEqualTo("It has 26 hours and 0 minutes, more than a day has.");
        assertThat(map(hours("24")).findings()).isEmpty();
    }

    @Test
    void goesOverMidnight() {
        Ready<TimeEntryFields> mapped = map(hours("0")
                .with("dateWorked", "2026-09-28T00:00:00Z")
                .with("startDateTime", "2026-09-28T22:30:00Z")
                .with("endDateTime", "2026-09-29T01:00:00Z"));

        assertThat(mapped.target().date()).isEqualTo(LocalDate.of(2026, 9, 28));
        assertThat(mapped.target().endAt()).isEqualTo(Instant.parse("2026-09-29T01:00:00Z"));
        assertThat(mapped.target().minutes()).isEqualTo(150);
    }

    /** The organization is in New York, where none of these dates has begun. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "2026-09-28T00:00:00Z",
                "2026-09-28T00:00:00",
                "2026-09-28T00:00:00.000",
                "2026-09-28",
                "2026-09-28T23:59:59Z"
            })
    void neverShiftsTheDate(String worked) {
        assertThat(map(Payload.timeEntry().with("dateWorked", worked)).target().date())
                .isEqualTo(LocalDate.of(2026, 9, 28));
    }

    @Test
    void readsTimesWithoutAZoneAsUtc() {
        Ready<TimeEntryFields> mapped = map(Payload.timeEntry()
                .with("startDateTime", "2026-09-28T08:35:00")
                .with("endDateTime", "2026-09-28T08:50:00.12"));

        assertThat(mapped.target().startAt()).isEqualTo(Instant.parse("2026-09-28T08:35:00Z"));
        assertThat(mapped.target().endAt()).isEqualTo(Instant.parse("2026-09-28T08:50:00.120Z"));
    }

    @Test
    void standsOnTheDayOfItsStartWhereItHasNoDate() {
        Ready<TimeEntryFields> mapped = map(Payload.timeEntry()
                .withNull("dateWorked")
                .with("startDateTime", "2026-09-28T02:00:00Z")
                .with("endDateTime", "2026-09-28T02:15:00Z"));

        assertThat(mapped.target().date()).isEqualTo(LocalDate.of(2026, 9, 27));
        assertThat(remarks(mapped)).containsExactly("MISSING_VALUE dateWorked=null -> 2026-09-27");
    }

    @Test
    void standsSomewhereEvenWithoutAnyTime() {
        Payload dateless = Payload.timeEntry().withNull("dateWorked", "startDateTime", "endDateTime");

        assertThat(map(dateless).target().date()).isEqualTo(LocalDate.of(2026, 9, 28));
        assertThat(map(dateless.withNull("createDateTime")).target().date()).isEqualTo(LocalDate.of(2000, 1, 1));
    }

    @Test
    void takesNoYearThatCannotBe() {
        Ready<TimeEntryFields> mapped = map(Payload.timeEntry()
                .with("dateWorked", "0001-01-01T00:00:00")
                .with("endDateTime", "0001-01-01T00:00:00Z"));

        assertThat(mapped.target().date()).isEqualTo(LocalDate.of(2026, 9, 28));
        assertThat(mapped.target().endAt()).isNull();
        assertThat(remarks(mapped))
                .containsExactlyInAnyOrder(
                        "INVALID_DATE dateWorked=0001-01-01T00:00:00 -> 2026-09-28",
                        "INVALID_DATE endDateTime=0001-01-01T00:00:00Z -> null");
        assertThat(mapped.findings())
                .extracting("detail")
                .contains("It is no date that can be, so the time stands at 2026-09-28.");
    }

    @Test
    void leavesOutAnEndBeforeTheStart() {
        Ready<TimeEntryFields> mapped = map(Payload.timeEntry().with("endDateTime", "2026-09-28T08:00:00Z"));

        assertThat(mapped.target().endAt()).isNull();
        assertThat(mapped.target().minutes()).isEqualTo(15);
        assertThat(remarks(mapped)).containsExactly("INVALID_DATE endDateTime=2026-09-28T08:00:00Z -> null");
    }

    /** Autotask's own sum holds; only without it the offset is added, and never does an invoice count less than nothing. */
    @ParameterizedTest
    @CsvSource(
            nullValues = "null",
            value = {
                "1.0, 1.5, 0.25, 90",
                "1.0, 1.0, 0, null",
                "1.0, 0.0, -1.0, 0",
                "1.0, -0.5, 0, 0",
                "1.0, null, 0.25, 75",
                "1.0, null, -0.25, 45",
                "1.0, null, -3, 0",
                "1.0, null, null, null",
                "0.3333, null, 0, null"
            })
    void tellsWhatAnInvoiceCountsWhereThatIsNotWhatWasWorked(
            String worked, String toBill, String offset, @Nullable Long minutes) {
        Payload payload = hours(worked)
                .json("hoursToBill", toBill == null ? "null" : toBill)
                .json("offsetHours", offset == null ? "null" : offset);

        assertThat(map(payload).target().billableMinutes()).isEqualTo(minutes);
        assertThat(map(payload.with("isNonBillable", true)).target().billableMinutes())
                .isNull();
    }
}
