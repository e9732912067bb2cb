package app.ascent.crm;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** How clients and contacts alike keep where they came from. */
final class ProvenanceColumns {

    private ProvenanceColumns() {}

    /** What an import writes of each record, its fields last. */
    static <F> Columns<ImportedRecord<F>> with(List<Column<F>> fields) {
        Stream<Column<ImportedRecord<F>>> own = Stream.of(
                Column.of("id", "uuid", ImportedRecord::id),
                Column.text("source_system", row -> row.provenance().system()),
                Column.of("source_database", "bigint", row -> row.provenance().database()),
                Column.of("source_id", "bigint", row -> row.provenance().sourceId()),
                Column.json("source_details", ImportedRecord::details));
        return new Columns<>(Stream.concat(own, fields.stream().map(column -> column.within(ImportedRecord<F>::fields)))
                .toList());
    }

    static SourceTrace trace(ResultSet row) throws SQLException {
        Timestamp first = row.getTimestamp("first_import");
        return new SourceTrace(row.getString("details"), first == null ? null : first.toInstant());
    }

    static @Nullable Provenance read(ResultSet row) throws SQLException {
        String system = row.getString("source_system");
        return system == null ? null : new Provenance(system, row.getLong("source_database"), row.getLong("source_id"));
    }
}
