package app.ascent.journey;

import static org.assertj.core.api.Assertions.assertThat;

import app.ascent.importing.ImaginedKind;
import app.ascent.migration.EntityStatus;
import app.ascent.migration.Reports.Outcome;
import app.ascent.migration.RunStatus;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Statuses, gauges, figures and estimates. */
class ViewPartsTests {

    private final Workshop workshop = new Workshop();

    @ParameterizedTest
    @EnumSource(RunStatus.class)
    void everyStatusOfARunHasAWordAndALook(RunStatus status) throws IOException {
        String key = Status.of(status).key();

        assertThat(workshop.texts.say(key)).isNotBlank().isNotEqualTo(status.name());
        assertThat(looks()).contains("'" + key + "': {");
    }

    @ParameterizedTest
    @EnumSource(EntityStatus.class)
    void everyStatusOfATypeHasAWordAndALook(EntityStatus status) throws IOException {
        for (RunStatus run : RunStatus.values()) {
            String key = Status.of(status, run).key();
            assertThat(workshop.texts.say(key)).isNotBlank();
            assertThat(looks()).contains("'" + key + "': {");
        }
    }

    @ParameterizedTest
    @EnumSource(Outcome.class)
    void everyOutcomeHasAWordAndALook(Outcome outcome) throws IOException {
        String key = Status.of(outcome).key();

        assertThat(workshop.texts.say(key)).isNotBlank();
        assertThat(looks()).contains("'" + key + "': {");
    }

    @ParameterizedTest
    @EnumSource(
            value = RunStatus.class,
            names = {"WAITING", "PAUSED", "FAILED"})
    void whatIsUnderWayRestsWithItsRun(RunStatus run) {
        assertThat(Status.of(EntityStatus.PULLING, run).key()).isEqualTo("entity.status.HOLD");
        assertThat(Status.of(EntityStatus.DONE, run).key()).isEqualTo("entity.status.DONE");
    }

    @Test
    void whatACancelledRunLeftUnfinishedDoesNotWaitForAnything() {
        assertThat(Status.of(EntityStatus.LOADING, RunStatus.CANCELLED).key()).isEqualTo("entity.status.CANCELLED");
    }

    @ParameterizedTest
    @CsvSource({"500, start", "4500, middle", "9000, end"})
    void theWordsAtTheMarkStayWithinTheGauge(int stopsAt, String anchor) {
        Gauge gauge = Gauge.of(10_000, 1264, 86, stopsAt, workshop.formats, workshop.texts);

        assertThat(gauge.anchor()).isEqualTo(anchor);
        assertThat(gauge.othersWidth()).isEqualTo("12.64%");
        assertThat(gauge.oursWidth()).isEqualTo("0.86%");
        assertThat(gauge.sentence()).contains("1,264", "86", "10,000");
    }

    @Test
    void zeroLeadsNowhere() {
        assertThat(Figure.of(0, workshop.formats, "/somewhere")).isEqualTo(new Figure("0", true, null));
        assertThat(Figure.of(48_213, workshop.formats, "/somewhere"))
                .isEqualTo(new Figure("48,213", false, "/somewhere"));
    }

    @Test
    void anImportTakesItsPagesAndAFewCallsMore() {
        assertThat(Estimate.calls(List.of(3912L, 48_213L), ImaginedKind.all())).isEqualTo(105 + 4 * 4);
        assertThat(Estimate.pages(0)).isZero();
        assertThat(Estimate.pages(501)).isEqualTo(2);
    }

    @Test
    void theLargestTypeDecidesHowLongItTakes() {
        Duration answer = Duration.ofMillis(600);

        assertThat(Estimate.minutes(List.of(3912L, 48_213L), answer)).isEqualTo(2);
        assertThat(Estimate.minutes(List.of(3L), answer)).isEqualTo(1);
        assertThat(Estimate.minutes(List.of(), answer)).isEqualTo(1);
    }

    @Test
    void aTypeNobodyFoundWordsForShowsItsName() {
        RecordTypes types = workshop.types;

        assertThat(types.plural("quotes")).isEqualTo("quotes");
        assertThat(types.singular("quotes")).isEqualTo("quotes");
        assertThat(types.count("quotes", 2)).isEqualTo("2 quotes");
        assertThat(types.into("quotes")).isEmpty();
        assertThat(types.target("quotes")).isEqualTo("quotes");
        assertThat(types.field("quotes", "queueID")).isEqualTo("queueID");
        assertThat(types.value("SOMETHING")).isEqualTo("SOMETHING");
    }

    @Test
    void typesAreListedAsASentenceDoes() {
        assertThat(workshop.types.list(List.of("companies"))).isEqualTo("companies");
        assertThat(workshop.types.list(List.of("companies", "contacts"))).isEqualTo("companies and contacts");
        assertThat(workshop.types.list(List.of("companies", "contacts", "tickets")))
                .isEqualTo("companies, contacts and tickets");
    }

    @Test
    void filtersThatNobodyKnowsCountAsNone() {
        IssueFilter filter = new IssueFilter("lost", " ", "", null, "made", " ", null);

        assertThat(filter.outcome()).isNull();
        assertThat(filter.what()).isNull();
        assertThat(filter.narrowed()).isFalse();
        assertThat(filter.address("/issues")).isEqualTo("/issues");
    }

    @Test
    void filtersStandInTheAddress() {
        IssueFilter filter =
                new IssueFilter("warned", "contacts", "SAME_EMAIL", "contacts.1.SAME_EMAIL", null, null, null);

        assertThat(filter.address("/issues")).isEqualTo("/issues?outcome=warned&entity=contacts&code=SAME_EMAIL");
        assertThat(filter.with("failed").address("/issues"))
                .isEqualTo("/issues?outcome=failed&entity=contacts&code=SAME_EMAIL");
        assertThat(filter.forReports().outcome()).isEqualTo(Outcome.WARNED);
        assertThat(filter.forReports().sourceId()).isNull();
        assertThat(filter.narrowed()).isTrue();
        assertThat(IssueFilter.of(null, null, "SAME_EMAIL").narrowed()).isTrue();
    }

    private static String looks() throws IOException {
        return Files.readString(Path.of("src/main/resources/templates/journey/looks.html"));
    }
}
