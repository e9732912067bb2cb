package app.ascent.migration.spi;

import app.ascent.identity.OrganizationId;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * One kind of record: where it is read, what it becomes, where it lands. The engine finds every bean of this type,
 * sorts by {@link #dependsOn()}, and refuses to start on a cycle, a double or an unknown type.
 *
 * @param <S> the source record, as JSON
 * @param <T> the fields an import writes, as a record that JSON can hold; one component a field
 */
public interface EntityMigration<S, T> extends Pulled {

    /** The kind of record it belongs to, named by the first type of the kind: lines of contracts are {@code contracts}. */
    default EntityType kind() {
        return type().whole();
    }

    /** One that is read from several entities stands for all its parts. */
    default Set<EntityType> dependsOn() {
        return Set.of();
    }

    /**
     * Those it depends on without which none of its records can be imported: where one cannot be read, neither is this. The others
     * come before it, since its records name some of theirs, and can do without.
     */
    default Set<EntityType> needs() {
        return dependsOn();
    }

    /** Where the type stands among those of its kind, as far as what they depend on leaves that open. */
    default int place() {
        return 0;
    }

    Class<S> payload();

    /**
     * Fields without which a payload tells of no record. In any other an object or a list, where the payload has a text,
     * is left out with a remark.
     */
    default Set<String> indispensable() {
        return Set.of();
    }

    Class<T> target();

    /**
     * Whether people can change its records in Ascent. Where nobody can, the source wins: its values are written whenever
     * mapping makes something else of the record, neither compared with what stands nor remembered field by field, which
     * halves what a record costs. {@link #edited} is not asked then, and {@link #read} only where the source has something
     * that nobody could make sense of: there, what stands in Ascent stays.
     */
    default boolean editedByPeople() {
        return true;
    }

    /** Reads what the values of this type mean. Called once a run, in the order of {@link #dependsOn()}. */
    default Dictionary dictionary(RunContext run) throws InterruptedException {
        return Dictionary.EMPTY;
    }

    /** Tables of {@link #dictionary} without which none of its records can be mapped; they may be no picklists. */
    default Set<String> indispensableTables() {
        return Set.of();
    }

    /** Reads these records anew, at most 500 of them, outside any transaction; those that are gone are left out. */
    List<SourceRow> reread(RunContext run, List<SourceId> records) throws InterruptedException;

    /** Why its records may be skipped, fail or be remarked on, beyond what the engine knows; no two types supply the same. */
    default Set<Reason> reasons() {
        return Set.of();
    }

    default List<DecidableField> decidable() {
        return List.of();
    }

    default List<Comparison> comparisons() {
        return List.of();
    }

    /** What people call the record, for the report. Pure. */
    String name(S source);

    /** The records that must be resolved before this one can be mapped. Pure. */
    default List<SourceRef> references(S source) {
        return List.of();
    }

    /**
     * What this record looks up in tables that name this type in {@link LookupTable#neededBy()}; {@link References#look}
     * answers for these, for what their rows look up, and for no others. What it finds there is part of what the record is made of:
     * where a row changes, the record is mapped to something else and written again, and no other is. Pure.
     */
    default List<Lookup.Key> lookUps(S source) {
        return List.of();
    }

    /** Pure: no clock, no database, no network. */
    Mapped<T> map(SourceId id, S source, References references);

    /** What a record that is loaded adds to rows it looks up in counted tables, beside that it does look them up. Pure. */
    default List<Measured> measures(S source, T target) {
        return List.of();
    }

    /**
     * Tells what a record counts, which is kept beside it when it is mapped, so that nobody reads payloads to sum them up; null for a
     * type of which nothing is summed up. Asked once for each batch; what it answers with is pure.
     */
    default @Nullable Function<S, Counts> counting(OrganizationId organization) {
        return null;
    }

    /** The source's name for a field of {@code T}, for remarks about it; the same name where it has none. Pure. */
    default String sourceField(String field) {
        return field;
    }

    /**
     * All fields of the source, by their names, that a field of {@code T} is made of. Where the source sent none of them,
     * it says nothing about that field, and none at all means that it never does. Pure.
     */
    default Set<String> sourceFields(String field) {
        return Set.of(sourceField(field));
    }

    /** Remarks on edits that were kept, in their order, with names in place of Ascent's ids; in a few statements. */
    default List<Finding> named(RunContext run, List<Finding> kept) {
        return kept;
    }

    /**
     * Fields of {@code T} that say one thing between them, as a user or a name says of a person, and a status and the time at
     * which it was reached: where the first differs, a person's choice of one of them is an edit of them all. Pure.
     */
    default List<List<String>> together() {
        return List.of();
    }

    /**
     * Fields of {@code T} in which what the source says holds, whatever a person chose there: of time that was invoiced nobody can say
     * otherwise. With one of several that say one thing between them all of these follow. A field that the source is in doubt about
     * is not among them. Pure.
     */
    default Set<String> settled(T values) {
        return Set.of();
    }

    /**
     * Fills in what only the organization's own settings tell of what mapping made, as whether one of its own statuses ends what has it;
     * asked once for each batch.
     */
    default UnaryOperator<T> settings(RunContext run) {
        return UnaryOperator.identity();
    }

    /**
     * What comes, beside what stands in Ascent, with the value of either in fields that go on by themselves on both sides and that
     * nobody chooses, as the time at which something happened last. Pure.
     */
    default T beside(T comes, T stands) {
        return comes;
    }

    /**
     * Fields of {@code T} that take the value that came although the source is in doubt about them, since it is the safer one of the
     * two: time that somebody approved since is billed by nobody, proven or not. Pure.
     *
     * @param stands what is in Ascent
     */
    default Set<String> safer(T values, T stands) {
        return Set.of();
    }

    /**
     * Days on which something ends, by those on which it begins, both fields of {@code T}: no record ends before it begins,
     * whoever moved either. Pure.
     */
    default Map<String, String> periods() {
        return Map.of();
    }

    /** How the content comes that its records stand for; null where they stand for nothing but their fields. */
    default @Nullable ContentTransfer<S, T> content() {
        return null;
    }

    /** Finds records of Ascent for source records the id map does not know, in a few statements; absent means none. */
    Map<SourceId, Match> match(RunContext run, Map<SourceId, T> unseen);

    /** The state of those that exist; one that is absent was deleted in Ascent. */
    Map<TargetId, TargetState> states(RunContext run, Collection<TargetId> targets);

    /** The fields as they are now, in one statement. */
    Map<TargetId, T> read(RunContext run, Collection<TargetId> targets);

    /**
     * Writes a batch in a few statements, whatever its size; writing the same values twice leaves the same records. What is
     * created has an id that was made for it just now.
     */
    void save(RunContext run, List<Save<T>> batch);

    /** Source ids, ascending, of the records a person edited since an import last wrote all their fields; not more. */
    default List<SourceId> edited(RunContext run, int limit) {
        return List.of();
    }

    /** The steps behind the last batch, in their order. */
    default List<Afterwards> afterwards() {
        return List.of();
    }

    /** What these steps would take from people if their choices gave way to the source's, beside deferred links. */
    default List<LostLink> lostLinks(RunContext run) {
        return List.of();
    }
}
