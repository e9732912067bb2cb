package app.ascent.journey.report;

import app.ascent.identity.OrganizationId;
import app.ascent.importing.Reasons;
import app.ascent.journey.Spreadsheet;
import app.ascent.migration.Reports;
import app.ascent.migration.Reports.RecordFilter;
import app.ascent.migration.Reports.RecordView;
import app.ascent.migration.spi.MigrationId;
import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Writes the report as a table, first to a file of its own: the rows are read in one transaction, which must not wait for
 * somebody's slow connection, and an error shows before the download has begun.
 */
@Component
class ReportDownload {

    static final List<String> COLUMNS = List.of(
            "entity",
            "sourceId",
            "name",
            "outcome",
            "code",
            "message",
            "field",
            "value",
            "label",
            "usedInstead",
            "targetId",
            "pulledAt");

    private static final String NOTICE = "NOTICE";

    private final Reports reports;
    private final Reasons reasons;
    private final TransactionOperations transactions;

    ReportDownload(Reports reports, Reasons reasons, TransactionOperations transactions) {
        this.reports = reports;
        this.reasons = reasons;
        this.transactions = transactions;
    }

    /** A written report; closing removes it. */
    record File(Path path) implements AutoCloseable {

        long size() throws IOException {
            return Files.size(path);
        }

        void copyTo(OutputStream out) throws IOException {
            Files.copy(path, out);
        }

        @Override
        public void close() throws IOException {
            Files.deleteIfExists(path);
        }
    }

    File of(OrganizationId organization, MigrationId migration, RecordFilter filter) throws IOException {
        File file = new File(Files.createTempFile("ascent-report", ".csv"));
        try {
            transactions.executeWithoutResult(status -> write(organization, migration, filter, file.path()));
            return file;
        } catch (RuntimeException failure) {
            file.close();
            throw failure;
        }
    }

    private void write(OrganizationId organization, MigrationId migration, RecordFilter filter, Path path) {
        try (CsvWriter csv = CsvWriter.builder().build(path, StandardCharsets.UTF_8);
                Stream<RecordView> records = reports.streamIssues(organization, migration, filter)) {
            csv.writeRecord(COLUMNS);
            if (filter.outcome() == null && filter.sourceId() == null) {
                reports.report(organization, migration, filter.run()).notices().stream()
                        .filter(notice -> fits(notice, filter))
                        .forEach(notice -> csv.writeRecord(row(notice)));
            }
            records.forEach(record -> csv.writeRecord(row(record)));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static boolean fits(Reports.Notice notice, RecordFilter filter) {
        return (filter.entity() == null || filter.entity().equals(notice.entity()))
                && (filter.code() == null || filter.code().equals(notice.code()));
    }

    /** What is to be said about all records of a type names none. */
    private static List<String> row(Reports.Notice notice) {
        return Stream.of(
                        notice.entity(),
                        null,
                        null,
                        NOTICE,
                        notice.code(),
                        notice.message(),
                        null,
                        null,
                        null,
                        null,
                        null,
                        null)
                .map(Spreadsheet::cell)
                .toList();
    }

    private List<String> row(RecordView record) {
        return Stream.of(
                        record.entity(),
                        record.sourceId().toString(),
                        record.name(),
                        record.outcome().name(),
                        record.code(),
                        reasons.sentence(record),
                        record.field(),
                        record.value(),
                        record.label(),
                        record.usedInstead(),
                        record.targetId() == null ? null : record.targetId().toString(),
                        record.pulledAt().toString())
                .map(Spreadsheet::cell)
                .toList();
    }
}
