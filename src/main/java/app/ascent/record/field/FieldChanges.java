package app.ascent.record.field;

import app.ascent.identity.OrganizationId;
import app.ascent.record.FieldWords;
import app.ascent.record.RecordNames;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Tells how two states of a record differ, as an audit entry has it; those it refers to are told by name. */
@Component
public class FieldChanges {

    /** One record before and after; a missing one had, or has, nothing. */
    public record Pair<F>(@Nullable F before, @Nullable F after, Predicate<Field> told) {

        Stream<F> both() {
            return Stream.of(before, after).filter(Objects::nonNull);
        }
    }

    private final RecordNames names;

    FieldChanges(RecordNames names) {
        this.names = names;
    }

    public <F extends Record> Differences between(
            OrganizationId organization, Fields<F> fields, @Nullable F before, @Nullable F after) {
        return between(organization, fields, List.of(new Pair<>(before, after, field -> true)))
                .getFirst();
    }

    /** The same of many records, in a few statements. */
    public <F extends Record> List<Differences> between(
            OrganizationId organization, Fields<F> fields, List<Pair<F>> pairs) {
        List<Field> references = fields.entered().filter(Field::isReference).toList();
        Map<Object, String> called = names.of(
                organization,
                pairs.stream()
                        .flatMap(Pair::both)
                        .flatMap(each -> references.stream().map(field -> field.of(each)))
                        .filter(Objects::nonNull)
                        .toList());
        return pairs.stream().map(pair -> told(fields, pair, called)).toList();
    }

    private static <F extends Record> Differences told(Fields<F> fields, Pair<F> pair, Map<Object, String> called) {
        Differences differences = new Differences();
        fields.entered().filter(pair.told()).forEach(field -> {
            Object before = pair.before() == null ? null : field.of(pair.before());
            Object after = pair.after() == null ? null : field.of(pair.after());
            if (field.isReference()) {
                differences.and(FieldWords.of(field.subject()), name(called, before), name(called, after));
            } else {
                differences.and(FieldWords.of(field.name()), before, after);
            }
        });
        return differences;
    }

    private static @Nullable String name(Map<Object, String> called, @Nullable Object id) {
        return id == null ? null : called.getOrDefault(id, id.toString());
    }
}
