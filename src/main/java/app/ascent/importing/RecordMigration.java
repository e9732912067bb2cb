package app.ascent.importing;

import app.ascent.identity.OrganizationId;
import app.ascent.migration.spi.Finding;
import app.ascent.migration.spi.Match;
import app.ascent.migration.spi.RunContext;
import app.ascent.migration.spi.SourceId;
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
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Brings records of one kind from Autotask: pages of its entity are read there, batches are written here. What a record is
 * made of, and what it fits, is for each kind to say.
 *
 * @param <S> the Autotask record
 * @param <F> fields of the record it becomes
 */
public abstract class RecordMigration<S, F extends Record> extends AutotaskRecords<S, F> {

    protected final ImportBatch batches;
    private final RecordImports<F> imports;
    private final Fields<F> fields;

    protected RecordMigration(
            AutotaskSource autotask, RecordImports<F> imports, Fields<F> fields, ImportBatch batches) {
        super(autotask);
        this.imports = imports;
        this.fields = fields;
        this.batches = batches;
    }

    @Override
    public Fields<F> fields() {
        return fields;
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

    /** What fits by its source id alone, of kinds in which nothing else tells that two are the same. */
    protected final Map<SourceId, Match> adopted(RunContext run, Map<SourceId, F> unseen) {
        return ImportBatch.matches(imports.adopted(
                run.organization(),
                run.source().system(),
                run.source().database(),
                unseen.keySet().stream().map(SourceId::value).toList()));
    }

    @Override
    public List<Finding> named(RunContext run, List<Finding> kept) {
        Map<Object, String> names = batches.names()
                .of(
                        run.organization(),
                        kept.stream()
                                .flatMap(finding -> of(finding)
                                        .flatMap(field -> Stream.of(finding.value(), finding.usedInstead())
                                                .flatMap(value -> NamedIds.in(field, value))))
                                .toList());
        return kept.stream()
                .map(finding -> of(finding)
                        .reduce(
                                finding,
                                (each, field) -> new Finding(
                                        each.reason(),
                                        each.field(),
                                        NamedIds.named(field, each.value(), names),
                                        each.label(),
                                        NamedIds.named(field, each.usedInstead(), names),
                                        each.detail(),
                                        each.parent(),
                                        each.beside()),
                                (one, same) -> one))
                .toList();
    }

    /** The fields of Ascent that a remark on one of Autotask's is about. */
    private Stream<Field> of(Finding finding) {
        return fields.all().stream().filter(field -> sourceField(field.name()).equals(finding.field()));
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
