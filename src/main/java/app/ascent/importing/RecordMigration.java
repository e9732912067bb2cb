package app.ascent.importing;

import app.ascent.autotask.client.EntityQuery;
import app.ascent.identity.OrganizationId;
import app.ascent.migration.spi.DecidableField;
import app.ascent.migration.spi.Dictionary;
import app.ascent.migration.spi.EntityMigration;
import app.ascent.migration.spi.EntityType;
import app.ascent.migration.spi.RunContext;
import app.ascent.migration.spi.Segment;
import app.ascent.migration.spi.SourceCursor;
import app.ascent.migration.spi.SourceId;
import app.ascent.migration.spi.SourcePage;
import app.ascent.migration.spi.SourcePlan;
import app.ascent.migration.spi.SourceRow;
import app.ascent.migration.spi.TargetId;
import app.ascent.migration.spi.TargetState;
import app.ascent.record.field.Field;
import app.ascent.record.field.Fields;
import app.ascent.record.imports.RecordImports;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Brings records of one kind from Autotask: pages of its entity are read there, batches are written here. What a record is
 * made of, and what it fits, is for each kind to say.
 *
 * @param <S> the Autotask record
 * @param <F> fields of the record it becomes
 */
public abstract class RecordMigration<S, F extends Record> implements EntityMigration<S, F>, AutotaskEntity {

    private final AutotaskSource autotask;
    private final RecordImports<F> imports;
    private final Fields<F> fields;

    protected RecordMigration(AutotaskSource autotask, RecordImports<F> imports, Fields<F> fields) {
        this.autotask = autotask;
        this.imports = imports;
        this.fields = fields;
    }

    @Override
    public EntityType kind() {
        return EntityMigration.super.kind();
    }

    @Override
    public Class<F> target() {
        return fields.type();
    }

    @Override
    public Fields<F> fields() {
        return fields;
    }

    @Override
    public Set<String> written(String sourceField) {
        return fields.all().stream()
                .map(Field::name)
                .filter(name -> sourceFields(name).contains(sourceField))
                .collect(Collectors.toSet());
    }

    @Override
    public long imported(OrganizationId organization, long database) {
        return imports.count(organization, MigrationService.SYSTEM, database);
    }

    @Override
    public Optional<F> standing(OrganizationId organization, UUID target) {
        return Optional.ofNullable(imports.read(organization, List.of(target)).get(target));
    }

    @Override
    public List<DecidableField> decidable() {
        return List.of();
    }

    @Override
    public SourcePlan plan(RunContext run) throws InterruptedException {
        return autotask.plan(run, path());
    }

    @Override
    public Dictionary dictionary(RunContext run) throws InterruptedException {
        return autotask.picklists(run, this);
    }

    @Override
    public SourcePage fetch(RunContext run, SourceCursor cursor) throws InterruptedException {
        return autotask.fetch(run, path(), cursor);
    }

    @Override
    public SourcePage fetch(RunContext run, Segment segment, SourceCursor cursor) throws InterruptedException {
        return segment.equals(Segment.WHOLE)
                ? fetch(run, cursor)
                : autotask.fetch(run, query(segment.filter()), segment, cursor);
    }

    /** Which records a wave has; the one without a name has all. */
    protected EntityQuery query(String wave) {
        return EntityQuery.of(path());
    }

    @Override
    public OptionalLong above(RunContext run, long id) throws InterruptedException {
        return OptionalLong.of(autotask.above(run, query(waves().getLast()), id));
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

    @Override
    public Map<TargetId, TargetState> states(RunContext run, Collection<TargetId> targets) {
        return byTarget(imports.edited(run.organization(), ids(targets)), TargetState::new);
    }

    @Override
    public Map<TargetId, F> read(RunContext run, Collection<TargetId> targets) {
        return byTarget(imports.read(run.organization(), ids(targets)), Function.identity());
    }

    @Override
    public List<SourceId> edited(RunContext run, int limit) {
        return imports
                .edited(run.organization(), run.source().system(), run.source().database(), limit)
                .stream()
                .map(SourceId::new)
                .toList();
    }

    private static List<UUID> ids(Collection<TargetId> targets) {
        return targets.stream().map(TargetId::value).toList();
    }

    private static <T, V> Map<TargetId, V> byTarget(Map<UUID, T> byId, Function<T, V> value) {
        return byId.entrySet().stream()
                .collect(Collectors.toMap(
                        each -> new TargetId(each.getKey()),
                        each -> value.apply(each.getValue()),
                        (one, same) -> one,
                        HashMap::new));
    }
}
