package app.ascent.sandbox.tenant;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;

/**
 * Records of which there are few enough to be held.
 *
 * @param rows ascending by id
 * @param edited the field people edit
 */
record Listed(Schema schema, List<Row> rows, String edited) implements Records {

    /**
     * Reads rows from {@code sandbox/rows/<path>.txt}: the names of fields in the first line, then a record a line,
     * its values between bars; one that is blank is as it is when nothing is said. The last field is the edited one.
     */
    static Listed read(Entity entity) {
        Schema schema = entity.schema();
        List<String> lines = Words.lines("sandbox/rows/" + entity.path() + ".txt");
        List<String> fields = cells(lines.getFirst());
        List<Row> rows = lines.stream()
                .skip(1)
                .map(line -> row(schema, fields, cells(line)))
                .toList();
        return new Listed(schema, rows, fields.getLast());
    }

    private static List<String> cells(String line) {
        return List.of(line.strip().split("\\s*\\|\\s*", -1));
    }

    private static Row row(Schema schema, List<String> fields, List<String> cells) {
        Row row = new Row(schema, Long.parseLong(cells.getFirst()));
        for (int i = 1; i < fields.size(); i++) {
            String cell = cells.get(i);
            if (!cell.isEmpty()) {
                row.put(fields.get(i), value(schema.fields().get(schema.indexOf(fields.get(i))), cell));
            }
        }
        return row;
    }

    private static Object value(Field field, String text) {
        return switch (field.type()) {
            case LONG, INTEGER, SHORT -> Long.valueOf(text);
            case DECIMAL, DOUBLE -> new BigDecimal(text);
            case BOOLEAN -> Boolean.valueOf(text);
            case DATETIME -> Instant.parse(text);
            case STRING -> text;
        };
    }

    @Override
    public long size() {
        return rows.size();
    }

    /** Added ones stand behind the last. */
    @Override
    public long idAt(long index) {
        if (index < rows.size()) {
            return rows.get((int) index).id();
        }
        return (rows.isEmpty() ? 0 : rows.getLast().id()) + index - rows.size() + 1;
    }

    /** An added one is like the last. */
    @Override
    public Row at(long index) {
        if (rows.isEmpty()) {
            return new Row(schema, idAt(index));
        }
        Row row = new Row(rows.get((int) Math.min(index, rows.size() - 1)));
        return row.put(schema.fields().getFirst().name(), idAt(index));
    }

    @Override
    public void edit(Row row, int revision) {
        Object held = row.get(edited);
        row.put(
                edited,
                switch (schema.fields().get(schema.indexOf(edited)).type()) {
                    case LONG, INTEGER, SHORT -> (held instanceof Long number ? number : 0) + revision;
                    case DECIMAL, DOUBLE ->
                        (held instanceof BigDecimal number ? number : BigDecimal.ZERO)
                                .add(BigDecimal.valueOf(revision));
                    case BOOLEAN, DATETIME, STRING -> (held == null ? "" : held + " ") + revision;
                });
    }
}
