package app.ascent.importing;

import static org.assertj.core.api.Assertions.assertThat;

import app.ascent.autotask.client.Condition;
import app.ascent.autotask.client.EntityQuery;
import app.ascent.migration.spi.Scope;
import app.ascent.migration.spi.Scope.History;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Set;
import org.junit.jupiter.api.Test;

class HistoryFilterTests {

    private static final Condition OPEN = Condition.missing("completedDate");
    private static final HistoryFilter FILTER = HistoryFilter.of(OPEN, "lastActivityDate");

    private static EntityQuery last(Scope scope) {
        return FILTER.query("Tickets", scope, FILTER.waves(scope.history()).getLast());
    }

    @Test
    void asksForWhatIsOpenFirstHoweverFarItReaches() {
        assertThat(History.values()).allSatisfy(history -> assertThat(FILTER.query(
                        "Tickets", Scope.EVERYTHING, FILTER.waves(history).getFirst()))
                .isEqualTo(EntityQuery.of("Tickets", OPEN)));
    }

    @Test
    void asksForEverythingInTheEnd() {
        assertThat(last(Scope.EVERYTHING)).isEqualTo(EntityQuery.of("Tickets"));
    }

    @Test
    void neverLosesOpenWorkToACutOff() {
        Scope since = new Scope(History.SINCE, LocalDate.of(2024, 1, 1), ZoneId.of("Europe/Berlin"), Set.of());

        assertThat(last(since))
                .isEqualTo(EntityQuery.of(
                        "Tickets", Condition.any(OPEN, Condition.gte("lastActivityDate", "2023-12-31T23:00:00Z"))));
    }

    @Test
    void asksForWhatIsOpenAlone() {
        assertThat(last(new Scope(History.NONE, null, null, Set.of()))).isEqualTo(EntityQuery.of("Tickets", OPEN));
    }
}
