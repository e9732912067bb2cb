package app.ascent.importing;

import static app.ascent.importing.ProjectPayloads.participant;
import static app.ascent.importing.ProjectPayloads.project;
import static app.ascent.importing.ProjectPayloads.rows;
import static app.ascent.importing.ProjectPayloads.said;
import static app.ascent.importing.ProjectPayloads.task;
import static org.assertj.core.api.Assertions.assertThat;

import app.ascent.autotask.StubFault;
import app.ascent.importing.OwnerApi.Answer;
import java.util.List;
import java.util.Set;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.json.JsonMapper;

/** What becomes of projects and tasks that people edited when Autotask changes them, too, or cannot be read. */
class EditedTasksTests extends ProjectJourney {

    EditedTasksTests(JdbcClient jdbc, @Value("${local.server.port}") int port) {
        super(jdbc, port);
    }

    @Override
    Set<String> kinds() {
        return Set.of("contacts", "projects");
    }

    // Who does it.

    @ParameterizedTest
    @ValueSource(strings = {"KEEP_ASCENT", "AUTOTASK_WINS"})
    void hasOneLeadAndOneAssigneeWhoeverChoseThem(String conflicts) {
        AUTOTASK.records(
                "Projects",
                rows(
                        project(512).with("projectLeadResourceID", 29000002),
                        project(513).withNull("projectLeadResourceID")));
        AUTOTASK.records(
                "Tasks", rows(task(31).with("assignedResourceID", 29000002), task(32).withNull("assignedResourceID")));
        String migration = create();
        run(migration);
        List.of(512L, 513L).forEach(id -> editProject(id, project -> project.put("leadId", me())));
        List.of(31L, 32L).forEach(id -> editTask(id, task -> task.put("assigneeId", me())));
        AUTOTASK.records("Resources", List.of("{\"id\":29000003,\"firstName\":\"Carl\",\"lastName\":\"Dahl\"}"));
        AUTOTASK.records(
                "Projects",
                rows(
                        project(512).with("projectLeadResourceID", 29000003),
                        project(513).with("projectLeadResourceID", 29000003)));
        AUTOTASK.records(
                "Tasks",
                rows(task(31).with("assignedResourceID", 29000003), task(32).with("assignedResourceID", 29000003)));

        if (conflicts.equals("AUTOTASK_WINS")) {
            run(migration);
            assertThat(api.get(migration + "/edits").text()).contains("Carl Dahl");
        }
        start(migration, "{\"conflicts\":\"%s\"}".formatted(conflicts));
        ended(migration);

        String whom = conflicts.equals("KEEP_ASCENT") ? me() + " -" : "- Carl Dahl";
        assertThat(column("select coalesce(lead_id::text, '-') || ' ' || coalesce(lead_name, '-') from project"))
                .containsExactly(whom, whom);
        assertThat(column("select coalesce(assignee_id::text, '-') || ' ' || coalesce(assignee_name, '-')"
                        + " from project_task where source_id in (31, 32)"))
                .containsExactly(whom, whom);
        if (conflicts.equals("KEEP_ASCENT")) {
            for (long id : List.of(512L, 513L)) {
                assertThat(findings(migration, "projects", id))
                        .singleElement()
                        .asString()
                        .startsWith("LOCAL_EDIT_KEPT projectLeadResourceID=29000003 -> ");
            }
            for (long id : List.of(31L, 32L)) {
                assertThat(findings(migration, "tasks", id))
                        .singleElement()
                        .asString()
                        .startsWith("LOCAL_EDIT_KEPT assignedResourceID=29000003 -> ");
            }
        } else {
            assertThat(overwritten("Project", id("project", 512))).contains("Carl Dahl");
            assertThat(overwritten("Task", id("project_task", 32))).contains("Carl Dahl");
        }
    }

    @Test
    void keepsWhomAnEarlierRunWroteWhereResourcesCannotBeRead() {
        AUTOTASK.records(
                "TaskNotes", rows(said(51, "taskID", 31), said(52, "taskID", 31).with("creatorResourceID", 29000002)));
        String migration = create();
        run(migration);
        String people = "select coalesce(assignee_id::text, '-') || coalesce(assignee_name, '-') ||"
                + " array_to_string(people, ';') from project_task order by source_id";
        String authors = "select source_id || author_type || coalesce(author_id::text, '-') || author_name"
                + " from conversation_entry order by source_id";
        List<String> before = column(people);
        List<String> wrote = column(authors);
        AUTOTASK.failAlways("Resources", StubFault.FORBIDDEN)
                .records("TaskNotes", rows(said(51, "taskID", 31).with("description", "Something else")));

        run(migration);

        assertThat(column(people)).isEqualTo(before);
        assertThat(column(authors)).isEqualTo(wrote);
        assertThat(column("select body from conversation_entry where source_id = 'TaskNotes:51'"))
                .containsExactly("Something else");
    }

    @Test
    void writesAHundredOfMorePeople() {
        AUTOTASK.records(
                "Resources",
                LongStream.rangeClosed(1, 130)
                        .mapToObj(id -> "{\"id\":%d,\"firstName\":\"P\\u0000\\ud800\",\"lastName\":\"%s%d\"}"
                                .formatted(3_000_000_000L + id, "x".repeat(220), id))
                        .toList());
        AUTOTASK.records(
                "TaskSecondaryResources",
                LongStream.rangeClosed(1, 130)
                        .mapToObj(id ->
                                participant(100 + id, 32, 3_000_000_000L + id).toString())
                        .toList());
        String migration = create();

        Answer first = run(migration);
        Answer second = run(migration);

        assertThat(counts(first, "tasks").getLast()).isZero();
        assertThat(counts(second, "tasks").subList(2, 5)).isEqualTo(List.of(0L, 0L, 3L));
    }

    /** Whoever said that it is completed, or that it goes on. */
    @ParameterizedTest
    @ValueSource(strings = {"KEEP_ASCENT", "AUTOTASK_WINS"})
    void saysWhenItWasCompletedAsLongAsItIs(String conflicts) {
        AUTOTASK.records("Projects", rows(project(512), project(513)));
        String migration = create();
        run(migration);
        editTask(31, task -> task.put("status", "WAITING"));
        editTask(32, task -> task.put("status", "COMPLETED"));
        editProject(512, project -> project.put("status", "ON_HOLD"));
        editProject(513, project -> project.put("status", "COMPLETED"));
        String done = "2026-09-01T08:00:00Z";
        AUTOTASK.records(
                "Tasks",
                rows(
                        task(31).with("phaseID", 21).with("status", 5).with("completedDateTime", done),
                        task(32).with("status", 1)));
        AUTOTASK.records(
                "Projects",
                rows(
                        project(512).with("status", 5).with("completedDateTime", done),
                        project(513).with("status", 1)));

        start(migration, "{\"conflicts\":\"%s\"}".formatted(conflicts));
        ended(migration);

        boolean won = conflicts.equals("AUTOTASK_WINS");
        assertThat(column("select source_id || ' ' || status || ' ' || (completed_at is not null) from project_task"
                        + " where source_id < 33 order by 1"))
                .containsExactly(
                        won ? "31 COMPLETED true" : "31 WAITING false", won ? "32 NEW false" : "32 COMPLETED true");
        assertThat(
                        column(
                                "select source_id || ' ' || status || ' ' || (completed_at is not null) from project order by 1"))
                .containsExactly(
                        won ? "512 COMPLETED true" : "512 ON_HOLD false",
                        won ? "513 PLANNING false" : "513 COMPLETED true");
    }

    /** What people did to one day must not make a period that ends before it begins. */
    @Test
    void takesNoPeriodThatEndsBeforeItBegins() {
        AUTOTASK.records("Tasks", rows(dated(task(32), "2026-08-01", "2026-08-31")));
        AUTOTASK.records("Projects", rows(dated(project(513), "2026-08-01", "2026-08-31")));
        String migration = create();
        run(migration);
        editTask(32, task -> task.put("startDate", "2026-08-20"));
        editProject(513, project -> project.put("startDate", "2026-08-20"));
        AUTOTASK.records(
                "Tasks", rows(dated(task(32), "2026-08-01", "2026-08-10").with("title", "Renamed")));
        AUTOTASK.records("Projects", rows(dated(project(513), "2026-08-01", "2026-08-10")));

        Answer ended = run(migration);

        assertThat(counts(ended, "tasks").getLast()).isZero();
        assertThat(counts(ended, "projects").getLast()).isZero();
        assertThat(column(
                        "select title || ' ' || start_date || ' ' || end_date from project_task where source_id = 32"))
                .containsExactly("Renamed 2026-08-20 2026-08-31");
    }

    private static Payload dated(Payload record, String start, String end) {
        return record.with("startDateTime", start + "T00:00:00Z").with("endDateTime", end + "T00:00:00Z");
    }

    /** Whatever the field, a person's value stays until Autotask is to win. */
    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '|',
            value = {
                "title, title, |\"Mine\"|, |\"Theirs\"|",
                "status, status, |\"WAITING\"|, 5",
                "priority, priorityLabel, |\"LOW\"|, 4",
                "description, description, |\"Mine\"|, |\"Theirs\"|",
                "startDate, startDateTime, |\"2026-01-02\"|, |\"2026-01-05T00:00:00Z\"|",
                "endDate, endDateTime, |\"2027-01-02\"|, |\"2027-01-05T00:00:00Z\"|",
                "estimatedMinutes, estimatedHours, 61, 7.5",
                "remainingMinutes, remainingHours, 62, 8.5",
                "phaseId, phaseID, null, 22",
            })
    void keepsAnEditOfAnyFieldUnlessAutotaskWins(String field, String theirs, String mine, String comes) {
        String migration = create();
        run(migration);
        String address = "/api/v1/tasks/" + id("project_task", 31);
        String brought = api.get(address).at("/" + field);
        editTask(31, task -> task.set(field, JsonMapper.shared().readTree(mine)));
        String edited = api.get(address).at("/" + field);
        assertThat(edited).isNotEqualTo(brought);
        AUTOTASK.records("Tasks", rows(task(31).with("phaseID", 21).json(theirs, comes)));

        run(migration);

        assertThat(api.get(address).at("/" + field)).isEqualTo(edited);
        assertThat(findings(migration, "tasks", 31))
                .anyMatch(finding -> finding.startsWith("LOCAL_EDIT_KEPT " + theirs));

        start(migration, "{\"conflicts\":\"AUTOTASK_WINS\"}");
        ended(migration);

        assertThat(api.get(address).at("/" + field)).isNotEqualTo(edited);
        assertThat(overwritten("Task", id("project_task", 31))).isNotEmpty();
    }

    /** A contact that was deleted in Ascent said it all the same. */
    @Test
    void keepsTheNameOfAContactThatWasDeleted() {
        AUTOTASK.contacts(Payload.contact().with("id", 3001).toString());
        AUTOTASK.records("TaskNotes", rows(said(51, "taskID", 31).with("createdByContactID", 3001)));
        String migration = create();
        run(migration);
        String author = "select author_name from conversation_entry where source_id = 'TaskNotes:51'";
        List<String> before = column(author);
        assertThat(api.delete("/api/v1/contacts/" + contact(3001, "id")).status())
                .isEqualTo(204);

        run(migration);

        assertThat(before).containsExactly("Mara K. Petersen");
        assertThat(column(author)).isEqualTo(before);
    }
}
