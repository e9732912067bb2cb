package app.ascent.record.field;

import app.ascent.record.FieldProblem;
import app.ascent.record.RecordRefused;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What somebody entered, read as far as it can be. Rules about more than one field, or about what is in the database, add
 * their refusals, so that all are told at once.
 */
public final class Input<F extends Record> {

    private final Fields<F> fields;
    private final Map<String, @Nullable Object> values = new HashMap<>();
    private final List<FieldProblem> problems = new ArrayList<>();

    Input(Fields<F> fields) {
        this.fields = fields;
    }

    void put(Field field, @Nullable Object value) {
        values.put(field.name(), value);
    }

    /** @return what was entered there; null also where it was refused */
    public <T> @Nullable T value(String field, Class<T> type) {
        return type.cast(values.get(field));
    }

    public void refuse(String field, String code, Object... arguments) {
        if (accepts(field)) {
            problems.add(FieldProblem.of(field, code, arguments));
        }
    }

    public boolean accepts(String field) {
        return problems.stream().noneMatch(problem -> problem.field().equals(field));
    }

    /** @throws RecordRefused.Invalid with all that was refused */
    public F accepted() {
        if (!problems.isEmpty()) {
            throw new RecordRefused.Invalid(List.copyOf(problems));
        }
        return fields.of(field -> values.get(field.name()));
    }
}
