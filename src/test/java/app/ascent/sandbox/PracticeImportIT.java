package app.ascent.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import app.ascent.PracticeTables;
import app.ascent.SharedAscent;
import app.ascent.importing.OwnerApi;
import app.ascent.importing.OwnerApi.Answer;
import app.ascent.sandbox.faults.FaultPlan;
import app.ascent.sandbox.faults.Faults;
import app.ascent.sandbox.tenant.Entity;
import app.ascent.sandbox.tenant.Row;
import app.ascent.sandbox.tenant.Table;
import app.ascent.sandbox.tenant.Tenant;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Value;
import tools.jackson.databind.JsonNode;

/**
 * What a newcomer does first: import the practice tenant. The whole application, in good weather and in bad. The import in
 * good weather is made once, for all that is to be read of it.
 */
@SharedAscent
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PracticeImportIT {

    private static final String MIGRATIONS = "/api/v1/autotask/migrations";
    private static final int PAGES = 1 + 6;

    /** One for each, another one for some of which the first way knows nothing, and those that ask which there are. */
    private static final int FILES = 320 + 60;

    /** Twenty entities become records, and 25 tables are looked into, of which some have several pages, as entities have. */
    private static final int OTHER_CALLS = 4 * 20 + 25 + 40 + FILES;

    private static final String CONTACTS_ALONE =
            """
            {"history":"ALL","entities":[{"entity":"contracts","included":false},{"entity":"assets","included":false},
             {"entity":"projects","included":false},{"entity":"tickets","included":false},
             {"entity":"timeEntries","included":false},{"entity":"attachments","included":false}]}""";

    private final PracticeTables tables;
    private final OwnerApi api;
    private final Faults faults;
    private final Tenant tenant;
    private final CallLog log;
    private final SandboxProperties practice;

    private JsonNode run;
    private JsonNode report;
    private JsonNode again;
    private List<CallLog.Call> calls;

    @SuppressWarnings("NullAway.Init")
    PracticeImportIT(
            PracticeTables tables,
            @Value("${local.server.port}") int port,
            Faults faults,
            Tenant tenant,
            CallLog log,
            SandboxProperties practice) {
        this.tables = tables;
        this.api = new OwnerApi(port);
        this.faults = faults;
        this.tenant = tenant;
        this.log = log;
        this.practice = practice;
    }

    @BeforeAll
    void importInGoodWeather() {
        String migration = create();
        log.clear();
        run = run(migration);
        calls = List.copyOf(log.calls());
        report = api.get(migration + "/report").json();
        again = run(migration);
    }

    @AfterEach
    void calmDown() {
        faults.use(FaultPlan.none());
        for (Entity entity : Entity.values()) {
            tenant.table(entity).reset();
        }
    }

    /** The first migration anybody ever made. */
    private String create() {
        tables.empty();
        log.clear();
        Answer created = api.post(
                MIGRATIONS,
                """
                {"apiUser":"%s","secret":"%s","integrationCode":"%s"}"""
                        .formatted(practice.apiUser(), practice.secret(), practice.integrationCode()));
        assertThat(created.status()).as(created.text()).isEqualTo(201);
        return Objects.requireNonNull(created.header("Location"));
    }

    private String contactsAlone() {
        String migration = create();
        Answer scope = api.put(migration + "/scope", CONTACTS_ALONE);
        assertThat(scope.status()).as(scope.text()).isEqualTo(200);
        return migration;
    }

    private JsonNode run(String migration) {
        assertThat(api.post(migration + "/start", null).status()).isEqualTo(202);
        return await().atMost(Duration.ofMinutes(10))
                .pollInterval(Duration.ofMillis(500))
                .until(
                        () -> api.get(migration).json(),
                        seen -> seen.at("/status").asString().startsWith("COMPLETED"));
    }

    private static List<Long> counts(JsonNode run, int entity) {
        return counts(run.get("entities").get(entity));
    }

    private static List<Long> counts(JsonNode run, String entity) {
        return counts(run.get("entities")
                .valueStream()
                .filter(counted -> counted.get("entity").asString().equals(entity))
                .findFirst()
                .orElseThrow());
    }

    private static List<Long> counts(JsonNode counted) {
        return List.of(
                counted.get("pulled").asLong(),
                counted.get("loaded").asLong(),
                counted.get("skipped").asLong(),
                counted.get("failed").asLong());
    }

    private static List<String> codes(JsonNode report, String kind) {
        return report.get(kind)
                .valueStream()
                .map(row -> row.get("entity").asString() + " " + row.get("code").asString())
                .toList();
    }

    @Test
    void showsANewcomerAnHonestReport() {
        assertThat(run.get("status").asString()).isEqualTo("COMPLETED_WITH_ISSUES");
        assertThat(counts(run, 0)).containsExactly(420L, 419L, 0L, 1L);
        assertThat(counts(run, 1).getFirst()).isEqualTo(2600);
        assertThat(counts(run, 1).stream().skip(1).mapToLong(Long::longValue).sum())
                .isEqualTo(2600);
        // One is of a company that is gone, two are of the one that failed.
        assertThat(counts(run, 5)).containsExactly(600L, 597L, 3L, 0L);
        assertThat(codes(report, "failures"))
                .containsExactlyInAnyOrder(
                        "companies SOURCE_ERROR",
                        "contacts SOURCE_ERROR",
                        "contracts SOURCE_ERROR",
                        "timeEntries INVALID_VALUE",
                        "attachments SOURCE_ERROR",
                        "attachments CORRUPT");
        assertThat(codes(report, "skips"))
                .containsOnly(
                        "contacts PARENT_NOT_IMPORTED",
                        "contracts PARENT_NOT_IMPORTED",
                        "contractLines PARENT_NOT_IMPORTED",
                        "assets PARENT_NOT_IMPORTED",
                        "assetRelations PARENT_NOT_IMPORTED",
                        "assetRelations RELATED_TO_ITSELF",
                        "projects PARENT_NOT_IMPORTED",
                        "projects NOT_A_PROJECT",
                        "phases PARENT_NOT_IMPORTED",
                        "tasks PARENT_NOT_IMPORTED",
                        "taskPredecessors PARENT_NOT_IMPORTED",
                        "taskPredecessors PRECEDES_ITSELF",
                        "projectNotes PARENT_NOT_IMPORTED",
                        "taskNotes PARENT_NOT_IMPORTED",
                        "tickets PARENT_NOT_IMPORTED",
                        "ticketNotes PARENT_NOT_IMPORTED",
                        "timeEntries PARENT_NOT_IMPORTED",
                        "timeEntries NO_WORK_ITEM",
                        "attachments NO_CONTENT",
                        "attachments EMPTY_FILE",
                        "attachments TOO_LARGE",
                        "attachments UNSUPPORTED_PARENT");
        assertThat(codes(report, "warnings"))
                .contains(
                        "companies UNKNOWN_VALUE",
                        "companies MISSING_VALUE",
                        "companies TRUNCATED",
                        "companies INVALID_DATE",
                        "companies REFERENCE_MISSING",
                        "companies CYCLE",
                        "companies SAME_NAME",
                        "contacts INVALID_EMAIL",
                        "contacts MISSING_VALUE",
                        "contacts SAME_EMAIL",
                        "contacts SECOND_PRIMARY",
                        "contacts TRUNCATED",
                        "contacts UNKNOWN_VALUE",
                        "contracts UNKNOWN_VALUE",
                        "contracts MISSING_VALUE",
                        "contracts TRUNCATED",
                        "contracts INVALID_DATE",
                        "contracts REFERENCE_MISSING",
                        "contracts CYCLE",
                        "contracts NEGATIVE_VALUE",
                        "contractLines REFERENCE_MISSING",
                        "assets UNKNOWN_VALUE",
                        "assets MISSING_VALUE",
                        "assets TRUNCATED",
                        "assets INVALID_DATE",
                        "assets REFERENCE_MISSING",
                        "assets CYCLE",
                        "projects UNKNOWN_VALUE",
                        "projects MISSING_VALUE",
                        "projects INVALID_DATE",
                        "projects REFERENCE_MISSING",
                        "phases UNKNOWN_VALUE",
                        "phases MISSING_VALUE",
                        "phases REFERENCE_MISSING",
                        "phases CYCLE",
                        "tasks UNKNOWN_VALUE",
                        "tasks MISSING_VALUE",
                        "tasks REFERENCE_MISSING",
                        "projectNotes UNKNOWN_VALUE",
                        "projectNotes MISSING_VALUE",
                        "projectNotes INVALID_DATE",
                        "projectNotes REFERENCE_MISSING",
                        "taskNotes UNKNOWN_VALUE",
                        "taskNotes MISSING_VALUE",
                        "taskNotes INVALID_DATE",
                        "taskNotes REFERENCE_MISSING",
                        "tickets UNKNOWN_VALUE",
                        "tickets REFERENCE_MISSING",
                        "tickets CYCLE",
                        "tickets MISSING_VALUE",
                        "tickets INVALID_DATE",
                        "tickets TRUNCATED",
                        "ticketNotes UNKNOWN_VALUE",
                        "ticketNotes MISSING_VALUE",
                        "ticketNotes REFERENCE_MISSING",
                        "ticketNotes INVALID_DATE",
                        "timeEntries MISSING_VALUE",
                        "timeEntries REFERENCE_MISSING",
                        "timeEntries INVALID_DATE",
                        "timeEntries OVER_A_DAY",
                        "attachments REFERENCE_MISSING",
                        "attachments UNKNOWN_VALUE",
                        "attachments INVALID_DATE",
                        "attachments MISSING_VALUE");
        assertThat(report.get("unmappedValues").valueStream())
                .anySatisfy(
                        value -> assertThat(value)
                                .hasToString(
                                        """
                                {"entity":"companies","field":"companyType","value":"100","label":"Strategic Account",\
                                "records":8,"usedInstead":"CUSTOMER"}"""));
        long warned = run.get("entities")
                .valueStream()
                .limit(2)
                .mapToLong(entity -> entity.get("warnings").asLong())
                .sum();
        assertThat(warned).isPositive().isLessThan(3020 / 10);
    }

    /** What hangs below a record that does not come over does not come over either, and everything else does. */
    @Test
    void bringsProjectsWithWhatBelongsToThem() {
        Set<Long> companies = ids(Entity.COMPANIES, row -> value(row, "companyName") instanceof String);
        Set<Long> projects = ids(
                Entity.PROJECTS,
                row -> companies.contains(value(row, "companyID")) && !isTemplate(value(row, "projectType")));
        Set<Long> tasks = ids(Entity.TASKS, row -> projects.contains(value(row, "projectID")));
        Set<Long> kept = below("successorTaskID", Entity.TASK_PREDECESSORS, tasks);
        kept.retainAll(below("predecessorTaskID", Entity.TASK_PREDECESSORS, tasks));
        kept.removeAll(ids(
                Entity.TASK_PREDECESSORS,
                row -> Objects.equals(value(row, "predecessorTaskID"), value(row, "successorTaskID"))));
        Map<String, List<Long>> expected = Map.of(
                "taskPredecessors", counts(Entity.TASK_PREDECESSORS, kept),
                "projects", counts(Entity.PROJECTS, projects),
                "phases", counts(Entity.PHASES, below("projectID", Entity.PHASES, projects)),
                "tasks", counts(Entity.TASKS, tasks),
                "projectNotes", counts(Entity.PROJECT_NOTES, below("projectID", Entity.PROJECT_NOTES, projects)),
                "taskNotes", counts(Entity.TASK_NOTES, below("taskID", Entity.TASK_NOTES, tasks)));

        assertThat(projects).hasSizeBetween(60, 69);
        assertThat(expected.keySet())
                .allSatisfy(entity -> assertThat(counts(run, entity)).as(entity).isEqualTo(expected.get(entity)));
    }

    /** What somebody worked comes with its ticket or its task; but for one entry that says in no way how long that took. */
    @Test
    void bringsTicketsWithWhatWasWrittenAndDoneForThem() {
        Set<Long> companies = ids(Entity.COMPANIES, row -> value(row, "companyName") instanceof String);
        Set<Long> tickets = below("companyID", Entity.TICKETS, companies);
        Set<Long> projects = ids(
                Entity.PROJECTS,
                row -> companies.contains(value(row, "companyID")) && !isTemplate(value(row, "projectType")));
        Set<Long> tasks = below("projectID", Entity.TASKS, projects);
        Set<Long> entries = ids(
                Entity.TIME_ENTRIES,
                row -> value(row, "ticketID") == null
                        ? tasks.contains(value(row, "taskID"))
                        : tickets.contains(value(row, "ticketID")));
        long written = tenant.table(Entity.TIME_ENTRIES).size();

        assertThat(tickets).hasSizeBetween(590, 599);
        assertThat(counts(run, "tickets")).isEqualTo(counts(Entity.TICKETS, tickets));
        assertThat(counts(run, "ticketNotes"))
                .isEqualTo(counts(Entity.TICKET_NOTES, below("ticketID", Entity.TICKET_NOTES, tickets)));
        assertThat(counts(run, "timeEntries"))
                .containsExactly(written, entries.size() - 1L, written - entries.size(), 1L);
    }

    @Test
    void changesNothingWhenNothingHasChanged() {
        assertThat(again.get("entities").valueStream())
                .allSatisfy(counted -> assertThat(counted.get("unchanged").asLong())
                        .as(counted.toString())
                        .isEqualTo(counted.get("loaded").asLong()));
    }

    /** Or a baseline. */
    private static boolean isTemplate(@Nullable Object type) {
        return type instanceof Long number && (number == 3 || number == 8);
    }

    private Set<Long> below(String owner, Entity entity, Set<Long> owners) {
        return ids(entity, row -> owners.contains(value(row, owner)));
    }

    private Set<Long> ids(Entity entity, Predicate<Row> kept) {
        Table table = tenant.table(entity);
        return LongStream.range(0, table.size())
                .mapToObj(table::at)
                .filter(kept)
                .map(Row::id)
                .collect(Collectors.toSet());
    }

    private static @Nullable Object value(Row row, String field) {
        return row.get(row.schema().indexOf(field));
    }

    /** As they are counted when nothing fails. */
    private List<Long> counts(Entity entity, Set<Long> loaded) {
        long pulled = tenant.table(entity).size();
        return List.of(pulled, (long) loaded.size(), pulled - loaded.size(), 0L);
    }

    @Test
    void sendsNothingButReadingCallsAndFewOfThem() {
        assertThat(calls).hasSizeBetween(PAGES, PAGES + OTHER_CALLS);
        assertThat(calls)
                .allMatch(call -> call.method().equals("GET")
                        || (call.method().equals("POST") && call.path().matches(".*/query(/count|/next)?")));
    }

    @Test
    void endsAlikeWhenAutotaskStumbles() {
        String disturbed = create();
        faults.use(Map.of(
                "seed", "11",
                "rate", "0.2",
                "kinds", "SERVER_BUSY,BAD_GATEWAY,UNAVAILABLE,GATEWAY_TIMEOUT,RESET,TRUNCATED,EMPTY,HTML"));

        run(disturbed);

        assertThat(log.calls()).anyMatch(call -> call.status() == 502 || call.status() == 0);
        assertThat(api.get(disturbed + "/report").json()).isEqualTo(report);
    }

    @Test
    void followsTheTenantToItsNewZone() {
        String migration = contactsAlone();
        faults.use(Map.of("moves-after", "6"));

        JsonNode run = run(migration);

        assertThat(counts(run, 1).getFirst()).isEqualTo(2600);
        assertThat(log.calls()).anyMatch(call -> call.status() == 401);
        assertThat(log.calls()).anyMatch(call -> call.path().startsWith("/zone2/") && call.status() == 200);
    }

    @Test
    void importsWhatAppearsWhileItReads() {
        String migration = contactsAlone();
        faults.use(Map.of(
                "changes[0].entity", "Contacts",
                "changes[0].at", "30684000",
                "changes[0].kind", "APPEND",
                "changes[0].count", "40"));

        JsonNode run = run(migration);

        assertThat(counts(run, 1).getFirst()).isEqualTo(2640);
    }
}
