package app.ascent.sandbox.tenant;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A record of the tenant, made for one answer. */
public final class Row {

    private final Schema schema;
    private final @Nullable Object[] values;
    private final List<UserValue> userValues = new ArrayList<>();

    Row(Schema schema, long id) {
        this.schema = schema;
        this.values = new @Nullable Object[schema.fields().size()];
        for (int i = 0; i < values.length; i++) {
            values[i] = schema.fields().get(i).initial();
        }
        values[0] = id;
    }

    Row(Row other) {
        this.schema = other.schema;
        this.values = other.values.clone();
        this.userValues.addAll(other.userValues);
    }

    Row put(String field, @Nullable Object value) {
        values[schema.indexOf(field)] = value instanceof Integer number ? Long.valueOf(number) : value;
        return this;
    }

    Row putUser(String field, @Nullable String value) {
        userValues.add(new UserValue(field, value));
        return this;
    }

    public Schema schema() {
        return schema;
    }

    public long id() {
        return values[0] instanceof Long id ? id : -1;
    }

    public @Nullable Object get(int index) {
        return values[index];
    }

    @Nullable
    Object get(String field) {
        return values[schema.indexOf(field)];
    }

    public List<UserValue> userValues() {
        return userValues;
    }
}
