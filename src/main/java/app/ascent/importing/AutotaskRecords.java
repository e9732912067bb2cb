package app.ascent.importing;

import app.ascent.autotask.client.EntityQuery;
import app.ascent.migration.spi.Cursor;
import app.ascent.migration.spi.DecidableField;
import app.ascent.migration.spi.Dictionary;
import app.ascent.migration.spi.EntityMigration;
import app.ascent.migration.spi.EntityType;
import app.ascent.migration.spi.RunContext;
import app.ascent.migration.spi.Scope;
import app.ascent.migration.spi.Scope.History;
import app.ascent.migration.spi.Segment;
import app.ascent.migration.spi.SourceId;
import app.ascent.migration.spi.SourcePage;
import app.ascent.migration.spi.SourcePlan;
import app.ascent.migration.spi.SourceRow;
import app.ascent.record.field.Field;
import app.ascent.record.field.Fields;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Reads the records of one entity of Autotask, page by page; what they become is for others to say.
 *
 * @param <S> the Autotask record
 * @param <F> fields of the record it becomes
 */
abstract class AutotaskRecords<S, F extends Record> implements EntityMigration<S, F>, AutotaskEntity {

    private final AutotaskSource autotask;

    AutotaskRecords(AutotaskSource autotask) {
        this.autotask = autotask;
    }

    @Override
    public EntityType kind() {
        return EntityMigration.super.kind();
    }

    @Override
    public Set<EntityType> dependsOn() {
        return EntityMigration.super.dependsOn();
    }

    @Override
    public abstract Fields<F> fields();

    @Override
    public Class<F> target() {
        return fields().type();
    }

    @Override
    public Set<String> written(String sourceField) {
        return fields().all().stream()
                .map(Field::name)
                .filter(name -> sourceFields(name).contains(sourceField))
                .collect(Collectors.toSet());
    }

    @Override
    public List<DecidableField> decidable() {
        return List.of();
    }

    @Override
    public SourcePlan plan(RunContext run) throws InterruptedException {
        return autotask.plan(run, query(run.scope()));
    }

    @Override
    public Dictionary dictionary(RunContext run) throws InterruptedException {
        return hasPicklists() ? autotask.picklists(run, this) : Dictionary.EMPTY;
    }

    /** Whether there is any picklist among what is read of a record; otherwise nobody need ask for them. */
    protected boolean hasPicklists() {
        return true;
    }

    @Override
    public SourcePage fetch(RunContext run, Segment segment, @Nullable Cursor from) throws InterruptedException {
        return autotask.fetch(run, query(run.scope(), segment.filter()), segment, from);
    }

    /** How its records are filtered by how far back an import goes; null where it takes them all, however far that is. */
    protected @Nullable HistoryFilter history() {
        return null;
    }

    @Override
    public List<String> waves(Scope scope) {
        HistoryFilter history = history();
        return history == null ? EntityMigration.super.waves(scope) : history.waves(scope.history());
    }

    @Override
    public boolean narrowedBy(History how) {
        return history() != null && how != History.ALL;
    }

    private EntityQuery query(Scope scope, String wave) {
        HistoryFilter history = history();
        return history == null ? EntityQuery.of(path()) : history.query(path(), scope, wave);
    }

    /** All there is of it in the scope. */
    @Override
    public EntityQuery query(Scope scope) {
        return query(scope, waves(scope).getLast());
    }

    @Override
    public boolean divisible() {
        return true;
    }

    @Override
    public SourcePlan.Notice fewer(long counted, long pulled) {
        return autotask.fewer(path(), counted, pulled);
    }

    @Override
    public SourcePlan.Notice unreadable(long rows) {
        return autotask.unreadable(path(), rows);
    }

    @Override
    public List<SourceRow> reread(RunContext run, List<SourceId> records) throws InterruptedException {
        return autotask.reread(run, path(), records);
    }
}
