package app.ascent.migration;

import app.ascent.identity.OrganizationId;
import app.ascent.migration.decision.Dictionaries;
import app.ascent.migration.decision.ValueDecisions;
import app.ascent.migration.pipeline.EntityMigrations;
import app.ascent.migration.pipeline.LocalEdits;
import app.ascent.migration.spi.Conflicts;
import app.ascent.migration.spi.Dictionary;
import app.ascent.migration.spi.MigrationId;
import app.ascent.migration.spi.RunContext;
import app.ascent.migration.spi.RunId;
import app.ascent.migration.spi.RunKind;
import app.ascent.migration.spi.SourceId;
import app.ascent.migration.spi.SourceRef;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What people wrote in Ascent and a run would overwrite that lets the source win, as far as the source is known. */
@Service
public class LostEdits {

    /**
     * One value that would be lost.
     *
     * @param field Ascent's name of the field, or {@code sourceField} where it is none of the record's own
     * @param sourceField the source's name of it
     */
    public record LostEdit(
            String entity,
            SourceId sourceId,
            UUID targetId,
            @Nullable String name,
            String field,
            String sourceField,
            @Nullable String inAscent,
            @Nullable String inSource) {}

    /** @param all whether there are no more than these */
    public record Preview(List<LostEdit> edits, boolean all) {

        /** In how many records they are. */
        public long records() {
            return edits.stream().map(LostEdit::targetId).distinct().count();
        }
    }

    private final StoredMigrations migrations;
    private final Dictionaries dictionaries;
    private final ValueDecisions decisions;
    private final EntityMigrations entities;
    private final LocalEdits edits;
    private final Scopes scopes;
    private final JdbcClient jdbc;

    LostEdits(
            StoredMigrations migrations,
            Dictionaries dictionaries,
            ValueDecisions decisions,
            EntityMigrations entities,
            LocalEdits edits,
            Scopes scopes,
            JdbcClient jdbc) {
        this.migrations = migrations;
        this.dictionaries = dictionaries;
        this.decisions = decisions;
        this.entities = entities;
        this.edits = edits;
        this.scopes = scopes;
        this.jdbc = jdbc;
    }

    @Transactional(readOnly = true)
    public Preview of(OrganizationId organization, MigrationId id) {
        Migration migration = migrations
                .findByOrganizationIdAndId(organization.value(), id.value())
                .orElseThrow(MigrationRefused.Unknown::new);
        return lastReading(id)
                .flatMap(run -> dictionaries.find(run).map(dictionary -> of(migration, run, dictionary)))
                .orElseGet(() -> new Preview(List.of(), true));
    }

    private Preview of(Migration migration, RunId run, Dictionary dictionary) {
        RunContext context = new RunContext(
                migration.organization(),
                migration.id(),
                run,
                RunKind.FULL,
                migration.source(),
                Conflicts.AUTOTASK_WINS,
                scopes.of(migration.id()));
        LocalEdits.Lost lost = edits.find(
                context, decisions.applyTo(migration.organization(), migration.id(), dictionary, entities.inOrder()));
        return new Preview(lost.edits().stream().map(LostEdits::lost).toList(), lost.all());
    }

    private static LostEdit lost(LocalEdits.Edit edit) {
        SourceRef record = new SourceRef(edit.type(), edit.source()).listed();
        return new LostEdit(
                record.type().name(),
                record.id(),
                edit.target().value(),
                edit.name(),
                edit.field(),
                edit.sourceField(),
                edit.stands(),
                edit.comes());
    }

    /** The latest run that came as far as to know what values mean. */
    private Optional<RunId> lastReading(MigrationId migration) {
        return jdbc.sql(
                        """
                        select r.id from migration_run r join migration_dictionary d on d.run_id = r.id
                        where r.migration_id = :migration order by r.number desc limit 1
                        """)
                .param("migration", migration.value())
                .query(UUID.class)
                .optional()
                .map(RunId::new);
    }
}
