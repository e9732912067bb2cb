package app.ascent.importing;

import app.ascent.autotask.ConnectionId;
import app.ascent.autotask.Paces;
import app.ascent.autotask.client.Access;
import app.ascent.autotask.client.AutotaskFailure;
import app.ascent.autotask.client.AutotaskSession;
import app.ascent.autotask.client.Condition;
import app.ascent.autotask.client.Download;
import app.ascent.autotask.client.EntityField;
import app.ascent.autotask.client.EntityPage;
import app.ascent.autotask.client.EntityQuery;
import app.ascent.importing.field.Value;
import app.ascent.migration.RunCompleted;
import app.ascent.migration.spi.Cursor;
import app.ascent.migration.spi.Dictionary;
import app.ascent.migration.spi.EntityType;
import app.ascent.migration.spi.LookupTable;
import app.ascent.migration.spi.RunContext;
import app.ascent.migration.spi.Segment;
import app.ascent.migration.spi.SourceFailure;
import app.ascent.migration.spi.SourceId;
import app.ascent.migration.spi.SourcePage;
import app.ascent.migration.spi.SourcePlan;
import app.ascent.migration.spi.SourceRow;
import app.ascent.text.Text;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Autotask as the engine's source of records: the one place that turns a failure of Autotask into what the engine can do
 * about it, in words for the Owner.
 */
@Component
public class AutotaskSource {

    private static final Logger log = LoggerFactory.getLogger(AutotaskSource.class);

    /** A label is kept with each of the records that have it. */
    private static final int LABEL_LIMIT = 1_000;

    private final OpenSessions sessions;
    private final Paces paces;

    AutotaskSource(OpenSessions sessions, Paces paces) {
        this.sessions = sessions;
        this.paces = paces;
    }

    /**
     * Checks the right to read an entity and counts its records, those of the query and the others; hidden ones get a notice,
     * for Autotask says nothing.
     */
    public SourcePlan plan(RunContext run, EntityQuery query) throws InterruptedException {
        String path = query.entity();
        return read(run, path, session -> {
            Access access = session.access(path);
            if (access == Access.NONE) {
                throw denied(path, null);
            }
            List<SourcePlan.Notice> notices = access.mayHide() ? List.of(hidden(path, access)) : List.of();
            long all = session.count(path);
            if (query.conditions().isEmpty()) {
                return new SourcePlan(all, notices);
            }
            long taken = session.total(query);
            return new SourcePlan(taken, Math.max(0, all - taken), notices);
        });
    }

    /** Checks the right to read an entity of which Autotask tells nothing without a filter, not even how many there are. */
    public SourcePlan uncounted(RunContext run, String path) throws InterruptedException {
        return read(run, path, session -> {
            Access access = session.access(path);
            if (access == Access.NONE) {
                throw denied(path, null);
            }
            return new SourcePlan(0, access.mayHide() ? List.of(hidden(path, access)) : List.of());
        });
    }

    /** A page of some records, behind an id; a filter that Autotask does not understand leaves it readable. */
    public SourcePage page(RunContext run, EntityQuery query, long after) throws InterruptedException {
        return read(run, query.entity(), session -> told(query.entity(), after, session.page(query, after)));
    }

    /** The content of a file, in a call or two. */
    public Download download(RunContext run, List<String> ways, Download.Sink sink, long most)
            throws InterruptedException {
        return read(run, "attachments", session -> session.download(ways, sink, most));
    }

    /** Whether Autotask answers at all; what it says is how much was asked of it. */
    public boolean answers(RunContext run) throws InterruptedException {
        try {
            return read(run, "ThresholdInformation", session -> session.quota().limit() > 0);
        } catch (SourceFailure.RetryLater silent) {
            return false;
        }
    }

    /** Whether there are such records; nobody knows where Autotask refuses to count them. */
    public enum Presence {
        SOME,
        NONE,
        UNKNOWN
    }

    /** Whether there is any record that the API user may see. */
    public Presence presence(RunContext run, EntityQuery query) throws InterruptedException {
        String path = query.entity();
        return read(run, path, session -> {
            try {
                return session.total(query) > 0 ? Presence.SOME : Presence.NONE;
            } catch (AutotaskFailure.PermissionDenied
                    | AutotaskFailure.UnknownField
                    | AutotaskFailure.WrongAddress
                    | AutotaskFailure.UnexpectedAnswer refused) {
                log.warn("{} cannot be counted: {}", path, refused.getMessage());
                return Presence.UNKNOWN;
            }
        });
    }

    /** A page of some records, behind the one whose id the cursor is; those of one range of ids where it has an end. */
    public SourcePage fetch(RunContext run, EntityQuery query, Segment segment, @Nullable Cursor from)
            throws InterruptedException {
        long after = from == null ? segment.after() : Long.parseLong(from.text());
        EntityQuery ranged = segment.open() ? query : query.and(Condition.lte("id", segment.upTo()));
        return read(run, query.entity(), session -> told(query.entity(), after, session.page(ranged, after)));
    }

    private static SourcePage told(String path, long after, EntityPage page) {
        SourcePage told = new SourcePage(
                rows(page),
                page.last(),
                behind(page, after),
                page.unreadableBefore().stream().map(SourceId::new).toList(),
                page.unreadableAtEnd());
        if (told.unreadable() > 0) {
            log.warn("{} rows of {} behind {} have no ID", told.unreadable(), path, after);
        }
        return told;
    }

    /** Never a lower one than was asked from, so that an answer which leads back is seen to lead nowhere. */
    private static Cursor behind(EntityPage page, long after) {
        long highest =
                page.items().stream().mapToLong(EntityPage.Item::id).max().orElse(after);
        return new Cursor(Long.toString(Math.max(after, highest)));
    }

    /** What the Owner is to know when fewer records came than were counted. */
    public SourcePlan.Notice fewer(String path, long counted, long pulled) {
        return new SourcePlan.Notice(
                "FEWER_THAN_COUNTED",
                String.format(
                        Locale.ENGLISH,
                        "Autotask counted %,d %s when the import began and sent %,d. Records that were deleted in Autotask "
                                + "while the import ran make such a difference. If that does not explain it, run again, and if "
                                + "it stays so, send the report to support.",
                        counted,
                        path.toLowerCase(Locale.ROOT),
                        pulled));
    }

    /** What the Owner is to know of rows without an id. */
    public SourcePlan.Notice unreadable(String path, long rows) {
        return new SourcePlan.Notice(
                "UNREADABLE_ROWS",
                String.format(
                        Locale.ENGLISH,
                        "Among its %s Autotask sent %s. Ascent cannot tell which records these are, so they were left out; "
                                + "everything else was read. Run again, and if it stays so, send the report to support.",
                        path.toLowerCase(Locale.ROOT),
                        rows == 1
                                ? "1 row that is empty or has no ID"
                                : String.format(Locale.ENGLISH, "%,d rows that are empty or have no ID", rows)));
    }

    /** Records by their ids, in one call. */
    public List<SourceRow> reread(RunContext run, String path, List<SourceId> records) throws InterruptedException {
        List<Long> ids = records.stream().map(SourceId::value).toList();
        return read(run, path, session -> rows(session.query(path, ids)));
    }

    static List<SourceRow> rows(EntityPage page) {
        return page.items().stream()
                .map(item -> new SourceRow(new SourceId(item.id()), item.json()))
                .toList();
    }

    /** The picklists of an entity, as tables of a dictionary. */
    public Dictionary picklists(RunContext run, AutotaskEntity entity) throws InterruptedException {
        return new Dictionary(read(run, entity.path(), session -> tables(entity, session.fields(entity.path()))));
    }

    /** What the Owner is to know of an entity that could not be read and that the import did without. */
    public SourcePlan.Notice withheld(String path) {
        return new SourcePlan.Notice(
                LookupTable.UNREADABLE,
                ("%s could not be read in Autotask, so nothing was looked up there. What an earlier import wrote from them stays. "
                                + "Let the API user read them, then run again.")
                        .formatted(new EntityType(path).words()));
    }

    static Map<String, Map<String, Dictionary.Entry>> tables(AutotaskEntity entity, List<EntityField> fields) {
        Map<String, Map<String, Dictionary.Entry>> tables = new LinkedHashMap<>();
        for (EntityField field : fields) {
            Map<String, Dictionary.Entry> entries = new LinkedHashMap<>();
            for (EntityField.PicklistValue value : field.picklist()) {
                String listed = Objects.requireNonNullElse(Value.listed(value.value()), "");
                String label = Text.cut(Objects.requireNonNullElse(Text.name(value.label()), ""), LABEL_LIMIT);
                entries.put(listed, new Dictionary.Entry(listed, label, value.active(), value.system(), null));
            }
            if (!entries.isEmpty()) {
                tables.put(entity.type().name() + "." + field.name(), entries);
            }
        }
        return tables;
    }

    /** A call or a few to Autotask, each of which takes from the budget by itself. */
    private interface Reading<R> {
        R from(AutotaskSession session) throws InterruptedException;
    }

    /** Every failure but one of this entity alone ends the execution of the run, and with it the session. */
    private <R> R read(RunContext run, String path, Reading<R> reading) throws InterruptedException {
        keepQuiet(run);
        try {
            return reading.from(sessions.of(run));
        } catch (AutotaskFailure failure) {
            SourceFailure translated = translated(path, failure);
            if (!(translated instanceof SourceFailure.Unreadable)) {
                sessions.release(run.run());
            }
            throw translated;
        }
    }

    /** Asked before every page, so that quiet hours begin on time, and a change holds at once. */
    private void keepQuiet(RunContext run) {
        paces.quietFor(run.organization(), new ConnectionId(run.source().connection()))
                .ifPresent(left -> {
                    sessions.release(run.run());
                    throw new SourceFailure.RetryLater(
                            "quiet-hours",
                            "Quiet hours: you chose that the import makes no calls now.",
                            left.plusMillis(1),
                            null);
                });
    }

    @EventListener
    void ended(RunCompleted end) {
        sessions.release(end.run());
    }

    private static SourceFailure translated(String path, AutotaskFailure failure) {
        return switch (failure) {
            case AutotaskFailure.BudgetExhausted budget ->
                new SourceFailure.RetryLater(
                        "quota",
                        "Waiting for Autotask's hourly quota: Ascent stops before the tenant's limit comes near.",
                        budget.retryAfter(),
                        failure);
            case AutotaskFailure.ThresholdReached threshold ->
                new SourceFailure.RetryLater(
                        "rate-limited", "Autotask asked for a break.", threshold.retryAfter(), failure);
            case AutotaskFailure.Unavailable _ ->
                new SourceFailure.RetryLater("outage", failure.getMessage(), null, failure);
            case AutotaskFailure.CredentialsRejected _ ->
                new SourceFailure.Denied(
                        "credentials-rejected", "Autotask no longer accepts the credentials.", failure);
            case AutotaskFailure.CredentialsUnreadable _ ->
                new SourceFailure.Denied(
                        "credentials-rejected",
                        "The stored credentials cannot be decrypted with Ascent's encryption key. Replace them.",
                        failure);
            case AutotaskFailure.UnknownApiUser _ ->
                new SourceFailure.Denied("credentials-rejected", "Autotask no longer knows this API user.", failure);
            case AutotaskFailure.PermissionDenied _ -> denied(path, failure);
            case AutotaskFailure.ZoneNotAllowed _ ->
                new SourceFailure.Broken(
                        "unexpected-answer",
                        "Autotask named an address Ascent does not trust. No credentials were sent there.",
                        failure);
            case AutotaskFailure.UnknownField _ ->
                new SourceFailure.Unreadable("unknown-field", failure.getMessage(), failure);
            case AutotaskFailure.WrongAddress _, AutotaskFailure.UnexpectedAnswer _ ->
                new SourceFailure.Unreadable(
                        "unexpected-answer",
                        "Autotask answered a question about %s in a way Ascent does not understand. %s"
                                .formatted(path, failure.getMessage()),
                        failure);
        };
    }

    private static SourceFailure denied(String path, @Nullable Throwable cause) {
        return new SourceFailure.Unreadable(
                "access-denied", "The API user may not read %s in Autotask.".formatted(path), cause);
    }

    private static SourcePlan.Notice hidden(String path, Access access) {
        return new SourcePlan.Notice(
                SourcePlan.Notice.RESTRICTED_ACCESS,
                access == Access.UNCLEAR
                        ? ("Autotask did not say in a way Ascent knows how many of the %s the API user may read, and would "
                                        + "hide the others without saying so. Check its security level in Autotask.")
                                .formatted(path)
                        : ("The API user may read only some %s, and Autotask hides the others without saying so. "
                                        + "Lift the restriction of its security level or line of business, then run again.")
                                .formatted(path));
    }
}
