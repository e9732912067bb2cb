package app.ascent.importing;

import static org.assertj.core.api.Assertions.assertThat;

import app.ascent.importing.OwnerApi.Answer;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.node.ObjectNode;

/** Whole runs that bring projects and the phases they are divided by. */
class ProjectRunTests extends ImportJourney {

    private static final String PARENTS =
            """
            select c.source_id || ' in ' || p.source_id from project_phase c
            join project_phase p on p.id = c.parent_id order by 1""";

    ProjectRunTests(JdbcClient jdbc, @Value("${local.server.port}") int port) {
        super(jdbc, port);
    }

    @Override
    Set<String> kinds() {
        return Set.of("contracts", "projects");
    }

    private static Payload project(long id) {
        return Payload.project().with("id", id).with("projectName", "Project " + id);
    }

    private static Payload phase(long id, long project) {
        return Payload.record(id).with("projectID", project).with("title", "Phase " + id);
    }

    private static List<String> rows(Payload... payloads) {
        return Stream.of(payloads).map(Payload::toString).toList();
    }

    @BeforeEach
    void fillTenant() {
        AUTOTASK.companies(
                        Payload.company().withNull("parentCompanyID").toString(),
                        Payload.ownOrganization().toString())
                .records("Contracts", rows(Payload.contract().withNull("contactID")))
                .records(
                        "Projects",
                        rows(
                                project(512).with("contractID", 29688123),
                                project(513).with("companyID", 0)))
                .records("Phases", rows(phase(21, 512).with("parentPhaseID", 22), phase(22, 512)));
    }

    private List<String> column(String sql) {
        return jdbc.sql(sql).query(String.class).list();
    }

    @Test
    void bringsProjectsWithTheirPhasesAndNothingTwice() {
        String migration = create();

        Answer first = run(migration);
        Answer second = run(migration);

        assertThat(first.at("/status")).isEqualTo("COMPLETED");
        assertThat(counts(first, "projects")).isEqualTo(List.of(2L, 2L, 2L, 0L, 0L, 0L, 0L, 0L));
        assertThat(counts(first, "phases")).isEqualTo(List.of(2L, 2L, 2L, 0L, 0L, 0L, 0L, 0L));
        assertThat(counts(second, "projects")).isEqualTo(List.of(2L, 2L, 0L, 0L, 2L, 0L, 0L, 0L));
        assertThat(counts(second, "phases")).isEqualTo(List.of(2L, 2L, 0L, 0L, 2L, 0L, 0L, 0L));
        assertThat(column("select distinct version::text from project")).containsExactly("0");
        assertThat(
                        column(
                                """
                        select p.number || ' ' || p.source_number || ', ' || k.name || ', ' || u.name || ', ' || p.status
                        from project p join contract k on k.id = p.contract_id join identity_user u on u.id = p.lead_id"""))
                .singleElement()
                .satisfies(told -> assertThat(told)
                        .startsWith("PRJ-2608001 P20260815.0001, Managed Workplace, ")
                        .endsWith(", ACTIVE"));
        assertThat(column(PARENTS)).containsExactly("21 in 22");
    }

    @Test
    void cutsCirclesOfPhasesAndLeavesThemInTheirProjects() {
        AUTOTASK.records(
                "Phases",
                rows(
                        phase(31, 512).with("parentPhaseID", 32),
                        phase(32, 512).with("parentPhaseID", 31),
                        phase(33, 512).with("parentPhaseID", 33),
                        phase(34, 512).with("parentPhaseID", 5),
                        phase(35, 513).with("parentPhaseID", 21)));
        String migration = create();

        run(migration);

        assertThat(column(PARENTS)).containsExactly("21 in 22");
        for (long id : List.of(31L, 32L, 33L)) {
            assertThat(findings(migration, "phases", id)).singleElement().satisfies(finding -> assertThat(finding)
                    .startsWith("CYCLE parentPhaseID"));
        }
        assertThat(findings(migration, "phases", 34)).containsExactly("REFERENCE_MISSING parentPhaseID=5 -> ");
        assertThat(findings(migration, "phases", 35)).containsExactly("REFERENCE_MISSING parentPhaseID=21 -> ");
        assertThat(api.get(migration + "/records?size=500&entity=phases").text())
                .contains("Phases are part of one another in a circle")
                .contains("Its parent phase belongs to another project (512)");
    }

    /** The phase of a template says which project it waits for, and why that is not there. */
    @Test
    void leavesOutTemplatesAndWhatBelongsToThem() {
        AUTOTASK.records("Projects", rows(project(600).with("projectType", 6)));
        AUTOTASK.records("Phases", rows(phase(61, 600)));
        String migration = create();

        Answer ended = run(migration);

        assertThat(counts(ended, "projects")).isEqualTo(List.of(3L, 2L, 2L, 0L, 0L, 0L, 1L, 0L));
        assertThat(findings(migration, "projects", 600)).containsExactly("NOT_A_PROJECT projectType=6 -> ");
        assertThat(findings(migration, "phases", 61)).containsExactly("PARENT_NOT_IMPORTED projectID=600 -> ");
        assertThat(api.get(migration + "/records?size=500&entity=phases").text())
                .contains(
                        "Its project Project 600 (600) is a template or a baseline in Autotask, or of a type that is not"
                                + " imported, and this belongs to it.");
    }

    @Test
    void decidesWhatIsAProject() {
        AUTOTASK.records(
                "Projects",
                rows(project(600).with("projectType", 6), project(601).with("projectType", 29)));
        AUTOTASK.records("Phases", rows(phase(61, 600)));
        String migration = create();
        run(migration);
        decide(migration, "projectType", "6", "INTERNAL");
        decide(migration, "projectType", "29", "NOT_A_PROJECT");
        decide(migration, "status", "3", "ON_HOLD");

        Answer ended = run(migration);

        assertThat(column("select type from project where source_id = 600")).containsExactly("INTERNAL");
        assertThat(column("select distinct status from project where source_id in (512, 513, 600)"))
                .containsExactly("ON_HOLD");
        assertThat(findings(migration, "projects", 601)).containsExactly("NOT_A_PROJECT projectType=29 -> ");
        assertThat(counts(ended, "phases")).isEqualTo(List.of(3L, 3L, 1L, 0L, 2L, 0L, 0L, 0L));
    }

    private void decide(String migration, String field, String value, String target) {
        Answer decided = api.put(
                migration + "/values",
                """
                {"entity":"projects","field":"%s","value":"%s","target":"%s"}"""
                        .formatted(field, value, target));
        assertThat(decided.status()).as(decided.text()).isBetween(200, 204);
    }

    @Test
    void keepsAnEditUnlessAutotaskWins() {
        String migration = create();
        run(migration);
        editProject(512, project -> project.put("name", "As people call it"));
        AUTOTASK.records(
                "Projects", rows(project(512).with("contractID", 29688123).with("projectName", "Renamed")));

        Answer kept = run(migration);

        assertThat(counts(kept, "projects")).isEqualTo(List.of(2L, 2L, 0L, 0L, 2L, 0L, 0L, 0L));
        assertThat(findings(migration, "projects", 512))
                .containsExactly("LOCAL_EDIT_KEPT projectName=Renamed -> As people call it");
        assertThat(column("select name from project where source_id = 512")).containsExactly("As people call it");

        start(migration, "{\"conflicts\":\"AUTOTASK_WINS\"}");
        ended(migration);

        assertThat(column("select name from project where source_id = 512")).containsExactly("Renamed");
        assertThat(overwritten(
                        "Project",
                        column("select id::text from project where source_id = 512")
                                .getFirst()))
                .contains("As people call it");
    }

    private void editProject(long id, Consumer<ObjectNode> edit) {
        String address = "/api/v1/projects/"
                + column("select id::text from project where source_id = " + id).getFirst();
        ObjectNode record = (ObjectNode) api.get(address).json();
        edit.accept(record);
        Answer edited = api.put(address, record.toString());
        assertThat(edited.status()).as(edited.text()).isEqualTo(200);
    }

    @Test
    void bringsNothingBackThatSomebodyDeleted() {
        String migration = create();
        run(migration);
        jdbc.sql("delete from project where source_id = 512").update();

        Answer ended = run(migration);

        assertThat(column("select source_id::text from project")).containsExactly("513");
        assertThat(count("project_phase")).isZero();
        assertThat(findings(migration, "projects", 512)).singleElement().satisfies(finding -> assertThat(finding)
                .startsWith("DELETED_IN_ASCENT"));
        assertThat(counts(ended, "phases")).isEqualTo(List.of(2L, 0L, 0L, 0L, 0L, 0L, 2L, 0L));
    }
}
