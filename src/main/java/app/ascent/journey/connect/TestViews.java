package app.ascent.journey.connect;

import app.ascent.autotask.ConnectionReport;
import app.ascent.autotask.ConnectionReport.Outcome;
import app.ascent.autotask.ConnectionReport.Problem;
import app.ascent.autotask.client.Zone;
import app.ascent.importing.AutotaskEntities;
import app.ascent.journey.Metric;
import app.ascent.journey.RecordTypes;
import app.ascent.journey.connect.TestView.Warning;
import app.ascent.migration.spi.MigrationId;
import app.ascent.web.Formats;
import app.ascent.web.Texts;
import app.ascent.web.Texts.Part;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Puts a connection test into words: heading, what to do, and the checks as far as they got. */
@Component
class TestViews {

    private static final List<Outcome> GAPS = List.of(Outcome.FAILED, Outcome.UNPROVEN);

    private final Formats formats;
    private final Texts texts;
    private final RecordTypes types;
    private final AutotaskEntities entities;
    private final TestChecks checks;

    TestViews(Formats formats, Texts texts, RecordTypes types, AutotaskEntities entities, TestChecks checks) {
        this.formats = formats;
        this.texts = texts;
        this.types = types;
        this.entities = entities;
        this.checks = checks;
    }

    /**
     * @param existing the migration this database already has
     * @param plan what would come, for a test that passed
     */
    TestView of(ConnectionReport report, @Nullable MigrationId existing, @Nullable Tested plan) {
        Problem problem = report.problem();
        if (problem != null) {
            return failed(report, problem);
        }
        if (existing != null) {
            return already(report.testedAt(), existing, checks.of(report, false));
        }
        List<TestView.Check> all = checks.of(report, true);
        long passed =
                all.stream().filter(check -> !GAPS.contains(check.outcome())).count();
        return new TestView(
                true,
                true,
                texts.say("test.passed"),
                texts.say("test.passed.when", formats.inText(report.testedAt())),
                texts.say("test.passed.count", passed, all.size()),
                gaps(all),
                List.of(),
                null,
                null,
                all,
                plan == null ? List.of() : metrics(report, plan));
    }

    /** What a test that passed did without; null where that is nothing. */
    private @Nullable String gaps(List<TestView.Check> all) {
        List<String> sentences = GAPS.stream()
                .filter(gap -> all.stream().anyMatch(check -> check.outcome() == gap))
                .map(gap -> texts.say("test.passed." + gap))
                .toList();
        return sentences.isEmpty() ? null : String.join(" ", sentences);
    }

    /** The database has its migration; the credentials may be fine, and nothing was stored. */
    TestView already(Instant when, MigrationId existing, List<TestView.Check> found) {
        return new TestView(
                false,
                false,
                texts.say("test.exists"),
                texts.say("test.failed.when", formats.inText(when)),
                texts.say("test.exists.badge"),
                texts.say("test.exists.text"),
                List.of(),
                null,
                "/admin/autotask-migration/" + existing,
                found,
                List.of());
    }

    /** Credentials that work, but belong to another tenant than the migration's. */
    TestView otherDatabase(Instant when, long expected, long found) {
        return new TestView(
                false,
                false,
                texts.say("test.otherDatabase", Long.toString(found)),
                texts.say("test.failed.when", formats.inText(when)),
                texts.say("test.failed.badge"),
                texts.say("test.otherDatabase.text", Long.toString(expected)),
                List.of(),
                null,
                null,
                List.of(),
                List.of());
    }

    private TestView failed(ConnectionReport report, Problem problem) {
        return new TestView(
                false,
                false,
                heading(problem),
                texts.say("test.failed.when", formats.inText(report.testedAt())),
                texts.say("test.failed.badge"),
                text(report.testedAt(), problem),
                advice(problem),
                warning(problem),
                null,
                checks.of(report, false),
                List.of());
    }

    private String heading(Problem problem) {
        return switch (problem) {
            case Problem.CredentialsRejected _ -> texts.say("test.credentials-rejected");
            case Problem.UnknownApiUser _ -> texts.say("test.unknown-api-user");
            case Problem.ZoneNotAllowed zone ->
                texts.say(zone.entered() ? "test.zone-not-allowed.entered" : "test.zone-not-allowed");
            case Problem.EntityNotReadable unreadable ->
                texts.say("test.entity-not-readable", types.inText(entities.typeOf(unreadable.entity())));
            case Problem.Unavailable trouble -> withoutStop(trouble.what());
            case Problem.NotUnderstood odd -> withoutStop(odd.what());
            case Problem.BudgetExhausted _ -> texts.say("test.budget-exhausted");
        };
    }

    private static String withoutStop(String sentence) {
        return sentence.endsWith(".") ? sentence.substring(0, sentence.length() - 1) : sentence;
    }

    private String text(Instant testedAt, Problem problem) {
        return switch (problem) {
            case Problem.CredentialsRejected _ -> texts.say("test.credentials-rejected.text");
            case Problem.UnknownApiUser _ -> texts.say("test.unknown-api-user.text");
            case Problem.ZoneNotAllowed zone -> texts.say("test.zone-not-allowed.text", zone.host());
            case Problem.EntityNotReadable unreadable ->
                texts.say("test.entity-not-readable.text", types.inText(entities.typeOf(unreadable.entity())));
            case Problem.Unavailable _ -> texts.say("test.autotask-unavailable.text");
            case Problem.NotUnderstood _ -> texts.say("test.not-understood.text");
            case Problem.BudgetExhausted budget ->
                texts.say(
                        "test.budget-exhausted.text",
                        formats.count(budget.used()),
                        formats.count(budget.limit()),
                        formats.count(budget.stopsAt()),
                        formats.until(testedAt.plus(budget.retryAfter())));
        };
    }

    private List<List<Part>> advice(Problem problem) {
        return problem instanceof Problem.CredentialsRejected
                ? List.of(
                        texts.rich("test.credentials-rejected.secret"),
                        texts.rich("test.credentials-rejected.user"),
                        texts.rich("test.credentials-rejected.code"))
                : List.of();
    }

    private @Nullable Warning warning(Problem problem) {
        return problem instanceof Problem.CredentialsRejected(int recent)
                ? new Warning(texts.say("test.lock"), texts.say("test.lock.text", Math.max(1, recent)))
                : null;
    }

    private List<Metric> metrics(ConnectionReport report, Tested plan) {
        long records =
                plan.counts().values().stream().mapToLong(Long::longValue).sum();
        long free = checks.free(report);
        return List.of(
                new Metric(
                        texts.say("plan.records"),
                        formats.count(records),
                        counted(report) ? null : texts.say("plan.records.least")),
                new Metric(
                        texts.say("plan.calls"),
                        formats.count(plan.calls()),
                        texts.say("plan.calls.free", formats.count(free))),
                new Metric(
                        texts.say("plan.time"),
                        texts.say("plan.minutes", formats.count(plan.minutes())),
                        texts.say("plan.time.note")));
    }

    private static boolean counted(ConnectionReport report) {
        return report.checks().stream().noneMatch(check -> check.outcome() == Outcome.UNPROVEN);
    }

    /** "EU1 (English Europe and Asia), webservices19.autotask.net". */
    static String place(Zone zone) {
        String host = zone.api().getHost();
        return zone.name().equals(host) ? host : zone.name() + ", " + host;
    }
}
