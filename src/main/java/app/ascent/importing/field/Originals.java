package app.ascent.importing.field;

import app.ascent.migration.spi.Dictionary;
import app.ascent.record.field.Field;
import app.ascent.record.field.Fields;
import app.ascent.text.Text;
import java.util.List;
import java.util.Set;

/**
 * Keeps under Source what Ascent has no field for: of a payload whose fields are all texts each one, but those that are named.
 * Of numbers that tools wrote nobody is told that a picklist has them no more.
 */
public final class Originals<S extends Record> {

    private final Fields<S> fields;
    private final List<String> kept;
    private final Set<String> times;

    /** @param elsewhere what has fields of its own, or is kept with them */
    public Originals(Class<S> payload, Set<String> elsewhere, Set<String> times) {
        this.fields = Fields.of(payload);
        this.kept = fields.all().stream()
                .map(Field::name)
                .filter(name -> !elsewhere.contains(name))
                .toList();
        this.times = times;
    }

    public void keep(S source, FieldReading reading) {
        for (String field : kept) {
            if (fields.value(source, field) instanceof String raw) {
                keep(field, raw, reading);
            }
        }
    }

    private void keep(String field, String raw, FieldReading reading) {
        if (times.contains(field)) {
            reading.keepTime(field, raw);
        } else {
            reading.keep(
                    field,
                    reading.entry(field, Value.listed(raw))
                            .map(Dictionary.Entry::label)
                            .map(Text::name)
                            .orElse(raw));
        }
    }
}
