package app.ascent.migration;

import app.ascent.migration.spi.MigrationId;
import app.ascent.migration.spi.RunId;
import app.ascent.migration.spi.Scope;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Shows migrations, however many, each with its latest run. */
@Component
class MigrationViews {

    private final Runs runs;
    private final RunViews views;
    private final Scopes scopes;

    MigrationViews(Runs runs, RunViews views, Scopes scopes) {
        this.runs = runs;
        this.views = views;
        this.scopes = scopes;
    }

    List<MigrationView> of(List<Migration> migrations) {
        List<UUID> ids =
                migrations.stream().map(migration -> migration.id().value()).toList();
        List<Run> latest = runs.findLatest(ids);
        Map<UUID, Scope> chosen = scopes.ofMigrations(ids);
        Map<RunId, RunView> shown =
                views.of(latest).stream().collect(Collectors.toMap(RunView::id, Function.identity()));
        Map<MigrationId, RunId> byMigration = latest.stream().collect(Collectors.toMap(Run::migration, Run::id));
        return migrations.stream()
                .map(migration -> {
                    RunId run = byMigration.get(migration.id());
                    return view(
                            migration,
                            chosen.getOrDefault(migration.id().value(), Scope.EVERYTHING),
                            run == null ? null : shown.get(run));
                })
                .toList();
    }

    private static MigrationView view(Migration migration, Scope scope, @Nullable RunView run) {
        return new MigrationView(
                migration.id(),
                migration.source(),
                run == null ? RunStatus.CREATED : run.status(),
                migration.createdAt(),
                migration.createdBy(),
                scope,
                run);
    }
}
