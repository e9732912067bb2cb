package app.ascent.importing;

import app.ascent.identity.OrganizationId;
import app.ascent.migration.spi.EntityMigration;
import app.ascent.migration.spi.EntityType;
import app.ascent.migration.spi.Match;
import app.ascent.migration.spi.RunContext;
import app.ascent.migration.spi.Save;
import app.ascent.migration.spi.SourceId;
import app.ascent.migration.spi.SourceRef;
import app.ascent.migration.spi.TargetId;
import app.ascent.migration.spi.TargetState;
import app.ascent.record.field.Fields;
import app.ascent.record.imports.ImportedPart;
import app.ascent.record.imports.PartImports;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Brings parts of records from one entity of Autotask: lines of contracts, for one. They belong to a record that another type
 * brings, nobody edits them in Ascent, and people see them on the page of that record.
 *
 * @param <S> the Autotask record
 * @param <F> fields of the part it becomes
 */
public abstract class PartMigration<S, F extends Record> extends AutotaskRecords<S, F> {

    private final EntityType type;
    private final String path;
    private final Owner owner;
    private final PartImports<F> parts;
    private final ImportBatch batches;

    /** @param whole the type, of which this is the part for the entity {@link #path()} */
    protected PartMigration(
            AutotaskSource autotask,
            EntityType whole,
            String path,
            Owner owner,
            PartImports<F> parts,
            ImportBatch batches) {
        this(autotask, whole.part(path), owner, parts, batches, path);
    }

    /** @param type which is read from the entity at that path, and from no other */
    protected PartMigration(
            AutotaskSource autotask,
            EntityType type,
            Owner owner,
            PartImports<F> parts,
            ImportBatch batches,
            String path) {
        super(autotask);
        this.type = type;
        this.path = path;
        this.owner = owner;
        this.parts = parts;
        this.batches = batches;
    }

    @Override
    public final EntityType type() {
        return type;
    }

    @Override
    public EntityType kind() {
        return owner.type();
    }

    @Override
    public Set<EntityType> dependsOn() {
        return Set.of(owner.type());
    }

    @Override
    public final String path() {
        return path;
    }

    @Override
    public Set<String> indispensable() {
        return Set.of(owner.field());
    }

    @Override
    public Fields<F> fields() {
        return parts.fields();
    }

    @Override
    protected boolean hasPicklists() {
        return false;
    }

    /** Nobody edits it: {@link EntityMigration#editedByPeople}. */
    @Override
    public boolean editedByPeople() {
        return false;
    }

    @Override
    public String becomes() {
        return type.whole().name();
    }

    /** Nothing points to a part. */
    @Override
    public Class<?> ids() {
        return target();
    }

    @Override
    public Optional<String> page(UUID target) {
        return Optional.empty();
    }

    @Override
    public String pageCommand() {
        return "";
    }

    @Override
    public long imported(OrganizationId organization, long database) {
        return parts.count(organization, MigrationService.SYSTEM, database, type.part());
    }

    @Override
    public Optional<F> standing(OrganizationId organization, UUID target) {
        return Optional.ofNullable(parts.read(organization, List.of(target)).get(target));
    }

    /** What stands in the field that names the record it belongs to. */
    protected abstract @Nullable String owner(S source);

    @Override
    public List<SourceRef> references(S source) {
        return owner.reference(owner(source)).stream().toList();
    }

    /** Only what an earlier import left: nobody enters parts by hand. */
    @Override
    public Map<SourceId, Match> match(RunContext run, Map<SourceId, F> unseen) {
        Map<String, SourceId> byName = new HashMap<>();
        unseen.keySet().forEach(id -> byName.put(named(id), id));
        Map<SourceId, Match> matches = new HashMap<>();
        parts.adopted(run.organization(), run.source().system(), run.source().database(), byName.keySet())
                .forEach((name, id) -> matches.put(byName.get(name), new Match.One(new TargetId(id), true)));
        return matches;
    }

    @Override
    public Map<TargetId, TargetState> states(RunContext run, Collection<TargetId> targets) {
        Map<TargetId, TargetState> states = new HashMap<>();
        read(run, targets).keySet().forEach(target -> states.put(target, new TargetState(false)));
        return states;
    }

    @Override
    public Map<TargetId, F> read(RunContext run, Collection<TargetId> targets) {
        Map<TargetId, F> read = new HashMap<>();
        parts.read(run.organization(), targets.stream().map(TargetId::value).toList())
                .forEach((id, fields) -> read.put(new TargetId(id), fields));
        return read;
    }

    @Override
    public void save(RunContext run, List<Save<F>> batch) {
        parts.save(
                run.organization(), batch.stream().map(save -> part(run, save)).toList());
    }

    private ImportedPart<F> part(RunContext run, Save<F> save) {
        return batches.part(run, save, named(save.source()), written(save.values()));
    }

    /** What is written of the fields that mapping made. */
    protected F written(F fields) {
        return fields;
    }

    private String named(SourceId id) {
        return new SourceRef(type, id).listed().id().toString();
    }
}
