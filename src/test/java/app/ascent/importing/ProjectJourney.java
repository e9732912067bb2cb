package app.ascent.importing;

import static app.ascent.importing.ProjectPayloads.after;
import static app.ascent.importing.ProjectPayloads.participant;
import static app.ascent.importing.ProjectPayloads.phase;
import static app.ascent.importing.ProjectPayloads.project;
import static app.ascent.importing.ProjectPayloads.rows;
import static app.ascent.importing.ProjectPayloads.said;
import static app.ascent.importing.ProjectPayloads.task;
import static org.assertj.core.api.Assertions.assertThat;

import app.ascent.importing.OwnerApi.Answer;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.node.ObjectNode;

/** An import of two projects with all that belongs to projects, and people who edit it. */
abstract class ProjectJourney extends ImportJourney {

    /** The types of the kind. */
    static final List<String> TYPES =
            List.of("projects", "phases", "tasks", "taskPredecessors", "projectNotes", "taskNotes");

    ProjectJourney(JdbcClient jdbc, int port) {
        super(jdbc, port);
    }

    @BeforeEach
    void fillTenant() {
        AUTOTASK.companies(Payload.company().withNull("parentCompanyID").toString())
                .records("Projects", rows(project(512), project(513)))
                .records("Phases", rows(phase(21, 512), phase(22, 512).with("parentPhaseID", 21), phase(23, 513)))
                .records("Tasks", rows(task(31).with("phaseID", 21), task(32), task(33)))
                .records("TaskSecondaryResources", rows(participant(1, 31, 29000002)))
                .records("TaskPredecessors", rows(after(41, 31, 32)))
                .records("TaskNotes", rows(said(51, "taskID", 31)))
                .records("ProjectNotes", rows(said(61, "projectID", 512)));
    }

    final List<String> column(String sql) {
        return jdbc.sql(sql).query(String.class).list();
    }

    final String id(String table, long source) {
        return column("select id::text from " + table + " where source_id = " + source)
                .getFirst();
    }

    final void edit(String address, Consumer<ObjectNode> edit) {
        ObjectNode record = (ObjectNode) api.get(address).json();
        edit.accept(record);
        Answer edited = api.put(address, record.toString());
        assertThat(edited.status()).as(edited.text()).isEqualTo(200);
    }

    final void editTask(long id, Consumer<ObjectNode> edit) {
        edit("/api/v1/tasks/" + id("project_task", id), edit);
    }

    final void editProject(long id, Consumer<ObjectNode> edit) {
        edit("/api/v1/projects/" + id("project", id), edit);
    }

    final String me() {
        return column("select id::text from identity_user where lower(email) = '" + OwnerApi.EMAIL + "'")
                .getFirst();
    }

    /** The transaction that wrote each row last, whatever is kept of projects. */
    final List<String> written() {
        List<String> written = new ArrayList<>();
        column(
                        """
                select tablename from pg_tables where schemaname = current_schema()
                    and tablename ~ '^(project|conversation)(_|$)' order by 1""")
                .forEach(table -> written.addAll(
                        column("select '%1$s ' || xmin from %1$s order by %1$s::text".formatted(table))));
        return written;
    }
}
