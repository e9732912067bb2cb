package app.ascent.journey.progress;

import static app.ascent.journey.Imagined.migration;
import static app.ascent.journey.Imagined.run;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import app.ascent.journey.Workshop;
import app.ascent.journey.report.EarlierRuns;
import app.ascent.migration.EntityProgress;
import app.ascent.migration.EntityStatus;
import app.ascent.migration.LoadingOrder;
import app.ascent.migration.RunView;
import app.ascent.migration.spi.RunKind;
import app.ascent.migration.spi.Scope;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The page of a run, made of what is known about it. */
abstract class ProgressScreenTest {

    final Workshop workshop = new Workshop();

    final FilesProgress files = new FilesProgress(workshop.formats, workshop.texts, workshop.types);

    final Activity activity =
            new Activity(workshop.clock, workshop.formats, workshop.texts, workshop.types, order(), files);

    final ProgressScreen screen = new ProgressScreen(
            mock(EarlierRuns.class),
            workshop.history,
            workshop.clock,
            workshop.formats,
            workshop.texts,
            workshop.types,
            activity,
            workshop.facts,
            new StateMessages(workshop.clock, workshop.formats, workshop.texts, workshop.types, workshop.heads),
            order(),
            workshop.scopes,
            files);

    /** Contacts point to companies. */
    static LoadingOrder order() {
        LoadingOrder order = mock(LoadingOrder.class);
        when(order.waitsFor(any(), any())).thenAnswer(call -> {
            RunView run = call.getArgument(0);
            EntityProgress entity = call.getArgument(1);
            return Optional.of("companies")
                    .filter(parent -> entity.entity().equals("contacts") && entity.status() == EntityStatus.LOADING)
                    .filter(parent -> run.entities().stream()
                            .anyMatch(each -> each.entity().equals(parent) && each.status() != EntityStatus.DONE));
        });
        return order;
    }

    ProgressView view(RunView run) {
        return screen.of(migration(run), run);
    }

    static RunView worked(RunView run, Duration worked) {
        return copy(run, run.resumesAt(), run.waitingSince(), run.outageSince(), run.lastAnswerAt(), worked);
    }

    static RunView waitingSince(RunView run, Instant since) {
        return copy(run, run.resumesAt(), since, null, null, run.worked());
    }

    static RunView copy(
            RunView run,
            @Nullable Instant resumes,
            @Nullable Instant waiting,
            @Nullable Instant outage,
            @Nullable Instant answer,
            Duration worked) {
        List<EntityProgress> entities = run.entities();
        return new RunView(
                run.id(),
                run.number(),
                RunKind.FULL,
                run.status(),
                run.reasonCode(),
                run.reason(),
                run.errorId(),
                run.failedEntity(),
                resumes,
                waiting,
                outage,
                run.startedAt(),
                run.finishedAt(),
                run.startedBy(),
                run.changedBy(),
                run.changedAt(),
                run.conflicts(),
                Scope.EVERYTHING,
                run.calls(),
                run.averageAnswer(),
                answer,
                worked,
                entities);
    }
}
