package app.ascent.journey.decide;

import static app.ascent.journey.Imagined.migration;
import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.mock;

import app.ascent.identity.CurrentUser;
import app.ascent.importing.WhoIsWho;
import app.ascent.journey.Imagined;
import app.ascent.journey.Metric;
import app.ascent.journey.ReviewTabs;
import app.ascent.journey.Workshop;
import app.ascent.journey.connect.Tested;
import app.ascent.migration.Migrations;
import app.ascent.migration.Reports;
import app.ascent.migration.spi.Scope;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ReviewScreenTests {

    private final Workshop workshop = new Workshop();
    private final ReviewScreen screen = new ReviewScreen(
            mock(Migrations.class),
            mock(Reports.class),
            mock(CurrentUser.class),
            workshop.formats,
            workshop.texts,
            workshop.types,
            new DecisionViews(workshop.formats, workshop.texts, workshop.types),
            mock(WhoIsWho.class),
            new ReviewTabs(workshop.texts),
            workshop.scopes);

    @Test
    void showsWhatTheTestOfThisSessionCounted() {
        Tested tested = new Tested(91234, Imagined.NOW, Map.of("companies", 3912L), 20, 1);

        ReviewView view = screen.of(migration(null), List.of("companies", "contacts"), List.of(), tested);

        assertThat(view.counted()).isEqualTo("Counted in Autotask today at 13:43");
        assertThat(view.metrics()).extracting(Metric::value).containsExactly("3,912", "20", "1 min");
        assertThat(view.plans()).extracting(plan -> plan.records().text()).containsExactly("3,912", "");
        assertThat(view.metrics().getFirst().note()).isNull();
        assertThat(view.values()).isEmpty();
    }

    @Test
    void saysThatTheScopeLeavesOutSomeOfWhatWasCounted() {
        Tested tested = new Tested(91234, Imagined.NOW, Map.of("tickets", 3912L), 20, 1);
        Scope since = new Scope(Scope.History.SINCE, LocalDate.of(2025, 6, 1), ZoneOffset.UTC, Set.of());

        assertThat(screen.of(Imagined.scoped(since), List.of("tickets"), List.of(), tested)
                        .metrics()
                        .getFirst()
                        .note())
                .isEqualTo("in all; closed work without activity since 1 Jun 2025 stays out, as Scope says");
    }

    @Test
    void saysWhichFilesCome() {
        Tested tested = new Tested(91234, Imagined.NOW, Map.of("tickets", 3912L), 20, 1);
        Scope small = new Scope(Scope.History.ALL, null, null, Set.of(), new Scope.Limits(null, null, 2_621_440L));

        assertThat(screen.of(Imagined.scoped(small), List.of("tickets"), List.of(), tested)
                        .metrics()
                        .getFirst()
                        .note())
                .isEqualTo("Of files those come that have at most 2.5 MB.");
    }
}
