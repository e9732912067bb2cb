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
        Map<Object, String> called = names.of(
                organization,
                pairs.stream()
                        .flatMap(Pair::both)
                        .flatMap(each -> fields.entered().flatMap(field -> named(field, field.of(each))))
                        .toList());
        return pairs.stream().map(pair -> told(fields, pair, called)).toList();
    }

    private static <F extends Record> Differences told(Fields<F> fields, Pair<F> pair, Map<Object, String> names) {
        Differences differences = new Differences();
        fields.entered().filter(pair.told()).forEach(field -> {
            Object before = pair.before() == null ? null : field.of(pair.before());
            Object after = pair.after() == null ? null : field.of(pair.after());
            String called = FieldWords.of(field.subject());
            differences.and(called, said(field, before, names), said(field, after, names));
        });
        return differences;
    }

    /** What a field refers to, one or more. */
    private static Stream<Object> named(Field field, @Nullable Object value) {
        if (field.holdsPeople()) {
            return people(value).map(Person::userId).<Object>map(id -> id).filter(Objects::nonNull);
        }
        if (value instanceof List<?> list && Ids.are(field.element())) {
            return list.stream().map(id -> id);
        }
        return field.isReference() ? Stream.ofNullable(value) : Stream.empty();
    }

    private static @Nullable Object said(Field field, @Nullable Object value, Map<Object, String> names) {
        if (field.isReference()) {
            return name(names, value);
        }
        if (field.holdsPeople()) {
            return names(names, value);
        }
        if (!(value instanceof List<?> list)) {
            return value;
        }
        return list.stream()
                .map(each -> each instanceof Lined lined ? lined.words() : names.getOrDefault(each, each.toString()))
                .toList();
    }

    private static Stream<Person> people(@Nullable Object value) {
        return value instanceof List<?> list ? list.stream().map(Person.class::cast) : Stream.empty();
    }

    private static List<String> names(Map<Object, String> called, @Nullable Object people) {
        return people(people)
                .map(person -> Objects.requireNonNullElse(name(called, person.userId()), String.valueOf(person.name())))
                .toList();
    }

    private static @Nullable String name(Map<Object, String> called, @Nullable Object id) {
        return id == null ? null : called.getOrDefault(id, id.toString());
    }
}
