package app.ascent.migration;

import app.ascent.identity.OrganizationId;
import app.ascent.migration.report.RunReports;
import app.ascent.migration.spi.DecidableField;
import app.ascent.migration.spi.EntityType;
import app.ascent.migration.spi.MigrationId;
import app.ascent.migration.spi.RunId;
import app.ascent.migration.spi.Source;
import app.ascent.migration.spi.SourceId;
import app.ascent.migration.spi.SourceRef;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.Page;
import org.springframework.data.domain.Pageable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * What a run of a migration did: counted, grouped and record by record. Where nobody names one, that is the last one that
 * came to its end, whatever is under way since; before any did, the latest.
 */
@Service
public class Reports {

    /** Of so many latest runs each record's reasons are kept; of those before, only what their reports count. */
    public static final int LISTED_RUNS = 10;

    /** @param unmapped picklist values without a target, or inactive at the source */
    public record Report(
            List<EntityProgress> entities,
            List<Notice> notices,
            List<ReasonCount> skips,
            List<ReasonCount> failures,
            List<ReasonCount> warnings,
            List<UnmappedValue> unmapped) {}

    public record Notice(String entity, String code, String message) {}

    /**
     * @param count remarks for warnings, records otherwise
     * @param records how many records have them; one may have several remarks for the same reason
     */
    public record ReasonCount(String entity, String code, long count, long records) {

        public ReasonCount(String entity, String code, long count) {
            this(entity, code, count, count);
        }
    }

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

    /** A value of the source that records were remarked on for; null where it was empty. */
    public record RemarkedValue(String field, @Nullable String value) {}

    /**
     * What a list is narrowed to; by default it is not.
     *
     * @param kind whose types are listed, all of them
     * @param result {@code CREATED, UPDATED, UNCHANGED, LINKED}, for loaded records alone
     * @param value for remarks alone
     * @param run number of the run whose list it is; by default the last one that came to its end
     */
    public record RecordFilter(
            @Nullable String kind,
            @Nullable String entity,
            @Nullable Outcome outcome,
            @Nullable String code,
            @Nullable SourceId sourceId,
            @Nullable String result,
            @Nullable RemarkedValue value,
            @Nullable Integer run) {

        public RecordFilter(
                @Nullable String entity,
                @Nullable Outcome outcome,
                @Nullable String code,
                @Nullable SourceId sourceId,
                @Nullable String result,
                @Nullable RemarkedValue value,
                @Nullable Integer run) {
            this(null, entity, outcome, code, sourceId, result, value, run);
        }

        public RecordFilter(
                @Nullable String entity,
                @Nullable Outcome outcome,
                @Nullable String code,
                @Nullable SourceId sourceId,
                @Nullable String result,
                @Nullable RemarkedValue value) {
            this(entity, outcome, code, sourceId, result, value, null);
        }

        public RecordFilter(
                @Nullable String entity,
                @Nullable Outcome outcome,
                @Nullable String code,
                @Nullable SourceId sourceId) {
            this(entity, outcome, code, sourceId, null, null);
        }
    }

    /**
     * One record, or one remark about it.
     *
     * @param detail a plain sentence of the mapper's where the code alone does not say enough
     * @param result {@code CREATED, UPDATED, UNCHANGED, LINKED} for loaded ones
     * @param parent the record it waits for, when it was left out for the want of it
     * @param payload empty where it is damaged, and in downloads
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
            @Nullable SourceRef parent,
            String payload,
            @Nullable UUID targetId,
            @Nullable String written,
            Instant pulledAt) {

        SourceRef inside() {
            return new SourceRef(new EntityType(entity), sourceId).inside();
        }

        RecordView with(String payload) {
            return new RecordView(
                    entity,
                    sourceId,
                    name,
                    outcome,
                    result,
                    code,
                    detail,
                    field,
                    value,
                    label,
                    usedInstead,
                    parent,
                    payload,
                    targetId,
                    written,
                    pulledAt);
        }
    }

    /** @param next what the next page begins behind; null when there is none */
    public record RecordPage(Page<RecordView> records, @Nullable RecordKey next) {}

    public record Counts(long failed, long skipped, long warnings) {}

    /** What the id map knows of one imported record. */
    public record RecordHistory(
            MigrationId migration,
            @Nullable Instant firstImport,
            @Nullable Instant lastImport,
            int lastRun,
            @Nullable String result,
            List<RecordView> findings) {}

    /**
     * A decision about a picklist value: proposed by Ascent, or by a person.
     *
     * @param value null for records without one
     * @param target null when nobody knows what it means, or what a person chose is gone
     * @param usedOtherwise what such records become then
     * @param records null before the first run
     * @param targets what can be chosen
     * @param offered whether the source's list has it, so that new records may come to it
     * @param waits whether the latest run still went by another target, so that the next one brings a change
     */
    public record Decision(
            String entity,
            String field,
            @Nullable String value,
            String label,
            @Nullable String target,
            String usedOtherwise,
            boolean byPerson,
            @Nullable Long records,
            List<DecidableField.Target> targets,
            boolean offered,
            boolean waits) {

        /** What two parts of a type have is decided once. */
        Decision and(Decision part) {
            return new Decision(
                    entity,
                    field,
                    value,
                    label,
                    target,
                    usedOtherwise,
                    byPerson,
                    records == null ? part.records : Long.valueOf(records + (part.records == null ? 0 : part.records)),
                    targets,
                    offered || part.offered,
                    waits || part.waits);
        }

        /** A person chose something that is no longer in Ascent. */
        public boolean gone() {
            return byPerson && target == null;
        }

        /** Records have it, and nobody ever said what it is called. */
        public boolean unlabelled() {
            return value != null && (label.isBlank() || label.equals(value));
        }
    }

    private final StoredMigrations migrations;
    private final Runs runs;
    private final RunReports summaries;
    private final RecordRows records;
    private final RecordHistories histories;
    private final DecisionRows decisions;
    private final RunViews views;
    private final RetryRows retries;

    Reports(
            StoredMigrations migrations,
            Runs runs,
            RunReports summaries,
            RecordRows records,
            RecordHistories histories,
            DecisionRows decisions,
            RunViews views,
            RetryRows retries) {
        this.migrations = migrations;
        this.runs = runs;
        this.summaries = summaries;
        this.records = records;
        this.histories = histories;
        this.decisions = decisions;
        this.views = views;
        this.retries = retries;
    }

    @Transactional(readOnly = true)
    public Report report(OrganizationId organization, MigrationId migration) {
        return report(organization, migration, null);
    }

    /**
     * @param number of the run, or null
     * @throws MigrationRefused.UnknownRun when there is none of that number
     */
    @Transactional(readOnly = true)
    public Report report(OrganizationId organization, MigrationId migration, @Nullable Integer number) {
        return listed(organization, migration, number)
                .map(this::report)
                .orElseGet(() -> new Report(List.of(), List.of(), List.of(), List.of(), List.of(), List.of()));
    }

    private Report report(Run run) {
        RunReports.Summary summary = summaries.get(run.id());
        return new Report(
                views.entities(run),
                summary.notices().stream()
                        .map(notice -> new Notice(notice.entity(), notice.code(), notice.message()))
                        .toList(),
                reasons(summary, Severity.SKIP),
                reasons(summary, Severity.FAILURE),
                reasons(summary, Severity.WARNING),
                summary.unmapped().stream()
                        .map(value -> new UnmappedValue(
                                value.entity(),
                                value.field(),
                                value.value(),
                                value.label(),
                                value.records(),
                                value.usedInstead()))
                        .toList());
    }

    private static List<ReasonCount> reasons(RunReports.Summary summary, Severity severity) {
        return summary.groups().stream()
                .filter(group -> group.severity() == severity.rank())
                .map(group -> new ReasonCount(
                        group.entity(),
                        group.code(),
                        group.count(),
                        Objects.requireNonNullElse(group.records(), group.count())))
                .toList();
    }

    /**
     * All records of the run with what became of them, by record type and source id; a loaded one as often as it has
     * remarks. Where the filter asks for an outcome or a code, this list is that of {@link #issues}, or of loaded records.
     *
     * @param after the last row of the page before, or null; at any depth this takes the same time, which counting pages
     *     does not
     */
    @Transactional(readOnly = true)
    public RecordPage records(
            OrganizationId organization,
            MigrationId migration,
            RecordFilter filter,
            @Nullable RecordKey after,
            Pageable page) {
        boolean whole = filter.outcome() == null && filter.code() == null;
        return page(organization, migration, whole ? RecordList.RECORDS : narrowed(filter), filter, after, page);
    }

    /** Failed ones first, then skipped, then warned or loaded ones; within each by record type and source id. */
    @Transactional(readOnly = true)
    public Page<RecordView> issues(
            OrganizationId organization, MigrationId migration, RecordFilter filter, Pageable page) {
        return page(organization, migration, narrowed(filter), filter, null, page)
                .records();
    }

    /**
     * Each record that was pulled and has come to its end, once, with the first that is to be said about it.
     *
     * @param kind whose types are listed, or null
     * @param run its number, or null
     */
    @Transactional(readOnly = true)
    public Page<RecordView> pulled(
            OrganizationId organization,
            MigrationId migration,
            @Nullable String kind,
            @Nullable String entity,
            @Nullable Integer run,
            Pageable page) {
        RecordFilter filter = new RecordFilter(kind, entity, null, null, null, null, null, run);
        return page(organization, migration, RecordList.PULLED, filter, null, page)
                .records();
    }

    private RecordPage page(
            OrganizationId organization,
            MigrationId migration,
            RecordList list,
            RecordFilter filter,
            @Nullable RecordKey after,
            Pageable page) {
        Source source = source(organization, migration);
        return listed(organization, migration, filter.run())
                .map(run -> records.page(of(run), source, list, filter, after == null ? RecordKey.FIRST : after, page))
                .orElseGet(() -> new RecordPage(Page.empty(page), null));
    }

    private static RecordList narrowed(RecordFilter filter) {
        return filter.outcome() == Outcome.LOADED ? RecordList.LOADED : RecordList.ISSUES;
    }

    /** How many records and remarks a filter would list, by outcome; its own outcome is left out of account. */
    @Transactional(readOnly = true)
    public Counts counts(OrganizationId organization, MigrationId migration, RecordFilter filter) {
        return listed(organization, migration, filter.run())
                .map(run -> records.counts(of(run), filter))
                .orElseGet(() -> new Counts(0, 0, 0));
    }

    /** What {@link #issues} pages through, for a download; to be closed, inside a transaction. */
    @Transactional(readOnly = true, propagation = Propagation.MANDATORY)
    public Stream<RecordView> streamIssues(OrganizationId organization, MigrationId migration, RecordFilter filter) {
        Source source = source(organization, migration);
        return listed(organization, migration, filter.run())
                .map(run -> records.stream(of(run), source, narrowed(filter), filter))
                .orElseGet(Stream::empty);
    }

    @Transactional(readOnly = true)
    public List<Decision> decisions(OrganizationId organization, MigrationId migration) {
        return decisions.of(organization, migration);
    }

    /** What imports did to one record, found by where it came from. */
    @Transactional(readOnly = true)
    public Optional<RecordHistory> history(
            OrganizationId organization, String system, long database, String entity, SourceId sourceId) {
        return migrations
                .findByOrganizationIdAndSourceSystemAndSourceDatabase(organization.value(), system, database)
                .flatMap(
                        migration -> histories.of(migration, new SourceRef(new EntityType(entity), sourceId).inside()));
    }

    private Source source(OrganizationId organization, MigrationId migration) {
        return migrations
                .findByOrganizationIdAndId(organization.value(), migration.value())
                .map(Migration::source)
                .orElseThrow(MigrationRefused.Unknown::new);
    }

    /** The run that lists are of when they ask for that number, or for none. */
    @Transactional(readOnly = true)
    public Optional<RunView> run(OrganizationId organization, MigrationId migration, @Nullable Integer number) {
        return listed(organization, migration, number)
                .map(run -> views.of(List.of(run)).getFirst());
    }

    /** What came of trying records again in the run, the last time somebody asked for that. */
    @Transactional(readOnly = true)
    public Optional<RetryRows.Result> lastRetry(RunId run) {
        return retries.last(run);
    }

    /** When these records of a run were last tried again, and what came of it; the others are absent. */
    @Transactional(readOnly = true)
    public Map<RetryRows.Key, RetryRows.Retried> retries(RunId run, List<RecordView> found) {
        return retries.of(run, found);
    }

    private Optional<Run> listed(OrganizationId organization, MigrationId migration, @Nullable Integer number) {
        source(organization, migration);
        if (number != null) {
            return Optional.of(runs.findByMigrationIdAndNumber(migration.value(), number)
                    .orElseThrow(MigrationRefused.UnknownRun::new));
        }
        return runs.findFirstByMigrationIdAndCompletedAtIsNotNullOrderByNumberDesc(migration.value())
                .or(() -> runs.findFirstByMigrationIdOrderByNumberDesc(migration.value()));
    }

    private ListedRun of(Run run) {
        boolean latest = runs.findFirstByMigrationIdOrderByNumberDesc(
                        run.migration().value())
                .filter(other -> other.id().equals(run.id()))
                .isPresent();
        return new ListedRun(run, !latest);
    }
}
