package app.ascent.desk.time;

import app.ascent.identity.OrganizationId;
import app.ascent.record.imports.ImportedRecord;
import app.ascent.record.imports.RecordImports;
import app.ascent.record.table.SearchTexts;
import java.time.Clock;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcOperations;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * How an import reads and writes time entries: whole batches in a few statements, in the caller's transaction, silently. An entry fits
 * a source record that it came from, and no other ({@link #adopted}).
 */
@Service
public class TimeImports extends RecordImports<TimeEntryFields> {

    /** Whose time it is where the source does not say so either. */
    static final String NOBODY_KNOWN = "(unknown)";

    private final ImportedWork work;

    TimeImports(JdbcClient jdbc, JdbcOperations bulk, Clock clock, SearchTexts searchTexts, ImportedWork work) {
        super(jdbc, bulk, clock, searchTexts, TimeTables.TIME, "");
        this.work = work;
    }

    /**
     * Whose time it is for follows from what was worked on, which may have gone to another client since the source was read. Time of
     * what was deleted meanwhile is left out.
     */
    @Override
    @Transactional
    public void save(OrganizationId organization, List<ImportedRecord<TimeEntryFields>> batch, boolean complete) {
        ImportedWork.Found found = work.find(
                organization, batch.stream().map(ImportedRecord::fields).toList());
        super.save(
                organization,
                batch.stream()
                        .map(entry -> settled(entry, found.settled(entry.fields())))
                        .filter(Objects::nonNull)
                        .toList(),
                complete);
    }

    private static @Nullable ImportedRecord<TimeEntryFields> settled(
            ImportedRecord<TimeEntryFields> entry, @Nullable TimeEntryFields fields) {
        if (fields == null) {
            return null;
        }
        TimeEntryFields somebodys = fields.userId() == null && fields.userName() == null
                ? TimeEntryFields.FIELDS.with(fields, "userName", NOBODY_KNOWN)
                : fields;
        return new ImportedRecord<>(entry.id(), entry.fresh(), entry.provenance(), somebodys, entry.details());
    }
}
