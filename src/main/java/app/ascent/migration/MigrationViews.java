package app.ascent.migration;

import app.ascent.migration.spi.MigrationId;
import app.ascent.migration.spi.RunId;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Shows migrations, however many, each with its latest run. */
@Component
class MigrationViews {

    private final Runs runs;
    private final RunViews views;

    MigrationViews(Runs runs, RunViews views) {
        this.runs = runs;
        this.views = views;
    }

    List<MigrationView> of(List<Migration> migrations) {
        List<Run> latest = runs.findLatest(
                migrations.stream().map(migration -> migration.id().value()).toList());
        Map<RunId, RunView> shown =
                views.of(latest).stream().collect(Collectors.toMap(RunView::id, Function.identity()));
        Map<MigrationId, RunId> byMigration = latest.stream().collect(Collectors.toMap(Run::migration, Run::id));
        return migrations.stream()
                .map(migration -> {
                    RunId run = byMigration.get(migration.id());
                    return view(migration, run == null ? null : shown.get(run));
                })
                .toList();
    }

    private static MigrationView view(Migration migration, @Nullable RunView run) {
        return new MigrationView(
                migration.id(),
                migration.source(),
                run == null ? RunStatus.CREATED : run.status(),
                migration.createdAt(),
                migration.createdBy(),
                run);
    }
}
