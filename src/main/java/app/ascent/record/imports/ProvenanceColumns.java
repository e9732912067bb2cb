package app.ascent.record.imports;

import app.ascent.record.field.Column;
import app.ascent.record.field.Columns;
import java.util.stream.Stream;

/** How a record of any kind keeps where it came from. */
final class ProvenanceColumns {

    private ProvenanceColumns() {}

    /** What an import writes of each record, its fields last. */
    static <F> Columns<ImportedRecord<F>> with(Columns<F> fields) {
        Stream<Column<ImportedRecord<F>>> own = Stream.of(
                Column.uuid("id", ImportedRecord::id),
                Column.text("source_system", row -> row.provenance().system()),
                Column.number("source_database", row -> row.provenance().database()),
                Column.number("source_id", row -> row.provenance().sourceId()),
                Column.json("source_details", ImportedRecord::details));
        return new Columns<>(
                Stream.concat(own, fields.all().stream().map(column -> column.within(ImportedRecord<F>::fields)))
                        .toList());
    }
}
