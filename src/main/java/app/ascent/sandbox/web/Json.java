package app.ascent.sandbox.web;

import app.ascent.sandbox.query.Projection;
import app.ascent.sandbox.tenant.Entity;
import app.ascent.sandbox.tenant.Field;
import app.ascent.sandbox.tenant.RawJson;
import app.ascent.sandbox.tenant.Row;
import app.ascent.sandbox.tenant.UserValue;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonEncoding;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.SerializableString;
import tools.jackson.core.io.SerializedString;
import tools.jackson.core.json.JsonFactory;

/** Writes records as Autotask does: every field, in its order, nulls too, added fields last. */
final class Json {

    private static final JsonFactory FACTORY = JsonFactory.builder().build();

    private final Map<Entity, SerializableString[]> names = new EnumMap<>(Entity.class);

    Json() {
        for (Entity entity : Entity.values()) {
            names.put(
                    entity,
                    entity.schema().fields().stream()
                            .map(field -> new SerializedString(field.name()))
                            .toArray(SerializableString[]::new));
        }
    }

    static JsonGenerator generator(OutputStream out) {
        return FACTORY.createGenerator(ObjectWriteContext.empty(), out, JsonEncoding.UTF8);
    }

    void write(JsonGenerator out, Entity entity, Row row, Projection projection, boolean zone) {
        out.writeStartObject();
        writeFields(out, entity, row, projection, zone);
        List<Field> userFields = row.schema().userFields();
        if (userFields != null) {
            writeUserValues(out, row, projection);
        }
        out.writeEndObject();
    }

    void writeFields(JsonGenerator out, Entity entity, Row row, Projection projection, boolean zone) {
        SerializableString[] fields = names.getOrDefault(entity, new SerializableString[0]);
        for (int i = 0; i < fields.length; i++) {
            if (projection.includes(i)) {
                out.writeName(fields[i]);
                write(out, row.get(i), zone);
            }
        }
    }

    private static void writeUserValues(JsonGenerator out, Row row, Projection projection) {
        out.writeArrayPropertyStart("userDefinedFields");
        for (UserValue value : row.userValues()) {
            if (projection.includesUserField(value.name())) {
                out.writeStartObject();
                out.writeStringProperty("name", value.name());
                out.writeStringProperty("value", value.value());
                out.writeEndObject();
            }
        }
        out.writeEndArray();
    }

    private static void write(JsonGenerator out, @Nullable Object value, boolean zone) {
        switch (value) {
            case null -> out.writeNull();
            case String text -> out.writeString(text);
            case Long number -> out.writeNumber(number);
            case Boolean flag -> out.writeBoolean(flag);
            case BigDecimal number -> out.writeNumber(number);
            case Instant instant -> out.writeString(format(instant, zone));
            case RawJson raw -> out.writeRawValue(raw.json());
            default -> throw new IllegalStateException("No JSON for " + value.getClass());
        }
    }

    /** UTC, with as many digits of the second as are needed. */
    static String format(Instant instant, boolean zone) {
        String text = instant.toString();
        int end = text.length() - 1;
        if (text.indexOf('.') >= 0) {
            while (text.charAt(end - 1) == '0') {
                end--;
            }
        }
        String trimmed = text.substring(0, end);
        return zone ? trimmed + "Z" : trimmed;
    }
}
