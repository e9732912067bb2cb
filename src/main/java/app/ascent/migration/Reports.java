package app.ascent.migration;

import app.ascent.identity.OrganizationId;
import app.ascent.migration.spi.MigrationId;
import app.ascent.migration.spi.SourceId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.Page;
import org.springframework.data.domain.Pageable;
import org.springframework.stereotype.Service;

/** What the latest run of a migration did: counted, grouped and record by record. */
@Service
public class Reports {

    /** @param unmapped picklist values without a target, or inactive at the source */
    public record Report(
            List<EntityProgress> entities,
            List<Notice> notices,
            List<ReasonCount> skips,
            List<ReasonCount> failures,
            List<ReasonCount> warnings,
            List<UnmappedValue> unmapped) {}

    public record Notice(String entity, String code, String message) {}

    /** @param count remarks for warnings, records otherwise */
    public record ReasonCount(String entity, String code, long count) {}

    public record UnmappedValue(
            String entity,
            String field,
            @Nullable String value,
            @Nullable String label,
            long records,
            @Nullable String usedInstead) {}

    /** What became of a record, as filters name it. */
    public enum Outcome {
        LOADED,
        SKIPPED,
        FAILED,
        WARNED
    }

    /** @param outcome none means all but plain loaded ones: failed, skipped and warned */
    public record RecordFilter(
            @Nullable String entity, @Nullable Outcome outcome, @Nullable String code, @Nullable SourceId sourceId) {}

    /**
     * One record, or one remark about it.
     *
     * @param detail a plain sentence of the mapper's where the code alone does not say enough
     * @param result {@code CREATED, UPDATED, UNCHANGED, LINKED} for loaded ones
     * @param written JSON object of the values last written to Ascent, when loaded
     */
    public record RecordView(
            String entity,
            SourceId sourceId,
            @Nullable String name,
            Outcome outcome,
            @Nullable String result,
            @Nullable String code,
            @Nullable String detail,
            @Nullable String field,
            @Nullable String value,
            @Nullable String label,
            @Nullable String usedInstead,
            String payload,
            @Nullable UUID targetId,
            @Nullable String written,
            Instant pulledAt) {}

    public record Counts(long failed, long skipped, long warnings) {}

    /** What the id map knows of one imported record. */
    public record RecordHistory(
            MigrationId migration,
            @Nullable Instant firstImport,
            @Nullable Instant lastImport,
            int lastRun,
            @Nullable String result,
            List<RecordView> findings) {}

    /** A decision about a picklist value: proposed by Ascent, or by a person. */
    public record Decision(
            String entity,
            String field,
            @Nullable String value,
            String label,
            @Nullable String target,
            String usedOtherwise,
            boolean byPerson,
            @Nullable Long records) {}

    public Report report(OrganizationId organization, MigrationId migration) {
        throw new UnsupportedOperationException();
    }

    public Page<RecordView> records(
            OrganizationId organization, MigrationId migration, RecordFilter filter, Pageable page) {
        throw new UnsupportedOperationException();
    }

    /** How many records and remarks a filter would list, by outcome; its own outcome is left out of account. */
    public Counts counts(OrganizationId organization, MigrationId migration, RecordFilter filter) {
        throw new UnsupportedOperationException();
    }

    /** Every skip, failure and remark, for a download; to be closed, inside a transaction. */
    public Stream<RecordView> stream(OrganizationId organization, MigrationId migration) {
        throw new UnsupportedOperationException();
    }

    public List<Decision> decisions(OrganizationId organization, MigrationId migration) {
        throw new UnsupportedOperationException();
    }

    /** What imports did to one record, found by where it came from. */
    public Optional<RecordHistory> history(
            OrganizationId organization, String system, long database, String entity, SourceId sourceId) {
        throw new UnsupportedOperationException();
    }
}
