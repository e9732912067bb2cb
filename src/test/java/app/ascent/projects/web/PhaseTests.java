package app.ascent.projects.web;

import static org.assertj.core.api.Assertions.assertThat;

import app.ascent.crm.ClientImports;
import app.ascent.crm.Samples;
import app.ascent.crm.web.CrmWebTest;
import app.ascent.crm.web.Visitors;
import app.ascent.identity.OrganizationId;
import app.ascent.identity.Role;
import com.jayway.jsonpath.JsonPath;
import java.io.UnsupportedEncodingException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import tools.jackson.databind.json.JsonMapper;

/** Phases, as programs and people divide a project by them. */
@CrmWebTest
class PhaseTests {

    private final Visitors visitors;
    private final ClientImports clients;
    private final JdbcClient jdbc;
    private final UUID northwind = Samples.id();
    private OrganizationId organization;
    private MockMvcTester owner;
    private String project;
    private String phases;

    @Autowired
    PhaseTests(Visitors visitors, ClientImports clients, JdbcClient jdbc) {
        this.visitors = visitors;
        this.clients = clients;
        this.jdbc = jdbc;
    }

    @BeforeEach
    void aProject() {
        organization = visitors.organization();
        owner = visitors.member(organization, Role.OWNER);
        clients.save(organization, List.of(Samples.fresh(northwind, 1, Samples.client("Northwind"))), true);
        project = project();
        phases = "/api/v1/projects/" + project + "/phases";
    }

    /** Programs rely on these names, and on nothing else being said. */
    @Test
    void answersWithTheseFields() {
        MvcTestResult created = post("");

        assertThat(created).hasStatus(HttpStatus.CREATED);
        assertThat(created).hasHeader("Location", phases + "/" + id(created));
        assertThat(JsonMapper.shared().readTree(body(created)).propertyNames())
                .containsExactlyInAnyOrder(
                        "createdAt",
                        "dueDate",
                        "estimatedMinutes",
                        "id",
                        "parentId",
                        "source",
                        "startDate",
                        "title",
                        "updatedAt",
                        "version");
    }

    @Test
    void keepsWhatWasSent() {
        MvcTestResult created = post(
                ", \"parentId\": \"%s\", \"startDate\": \"2026-02-03\", \"dueDate\": \"2026-03-20\", \"estimatedMinutes\": 1440"
                        .formatted(id(post(""))));

        assertThat(created).bodyJson().extractingPath("$.estimatedMinutes").isEqualTo(1440);
        MvcTestResult again = put(id(created), body(created));
        assertThat(again).hasStatusOk();
        assertThat(body(again)).isEqualTo(body(created));
        assertThat(put(id(created), body(created).replace("Survey", "Survey 2")))
                .hasStatusOk();
        assertThat(put(id(created), body(created))).hasStatus(HttpStatus.CONFLICT);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
            title            | ""           | Enter a title.
            dueDate          | "2025-12-31" | Choose a date that is not before the start date.
            estimatedMinutes | -1           | Enter hours and minutes like 12:30, up to 100,000 hours.
            parentId         | "7e8dd1ab-0000-7000-8000-000000000000" | Choose a phase of this project.
            """)
    void saysWhatIsWrongAtItsField(String field, String value, String message) {
        MvcTestResult refused = post(", \"startDate\": \"2026-01-01\", \"%s\": %s".formatted(field, value));

        assertThat(refused).hasStatus(HttpStatus.UNPROCESSABLE_CONTENT);
        assertThat(refused).bodyJson().extractingPath("$.errors").asArray().singleElement();
        assertThat(refused).bodyJson().extractingPath("$.errors[0].field").isEqualTo(field);
        assertThat(refused).bodyJson().extractingPath("$.errors[0].message").isEqualTo(message);
    }

    @Test
    void isPartOfNoPhaseOfAnotherProjectAndOfNoneThatIsPartOfIt() {
        String first = id(post(""));
        String second = id(post(", \"parentId\": \"%s\"".formatted(first)));
        String elsewhere = project();
        String other = id(owner.post()
                .uri("/api/v1/projects/" + elsewhere + "/phases")
                .contentType(MediaType.APPLICATION_JSON)
                .content(phase(""))
                .exchange());

        assertThat(post(", \"parentId\": \"%s\"".formatted(other)))
                .bodyJson()
                .extractingPath("$.errors[0].message")
                .isEqualTo("Choose a phase of this project.");
        assertThat(put(first, phase(", \"parentId\": \"%s\"".formatted(second))))
                .bodyJson()
                .extractingPath("$.errors[0].message")
                .isEqualTo("Choose a phase that is not part of this one.");
        assertThat(put(first, phase(", \"parentId\": \"%s\"".formatted(first))))
                .hasStatus(HttpStatus.UNPROCESSABLE_CONTENT);
        assertThat(owner.get().uri(phases + "/" + other)).hasStatus(HttpStatus.NOT_FOUND);
        assertThat(put(other, phase(""))).hasStatus(HttpStatus.NOT_FOUND);
        assertThat(owner.delete().uri(phases + "/" + other)).hasStatus(HttpStatus.NOT_FOUND);
    }

    @Test
    void listsTheFirstToStartFirst() {
        String last = id(post(""));
        String second = id(post(", \"startDate\": \"2026-05-01\""));
        String first = id(post(", \"startDate\": \"2026-02-01\""));

        assertThat(JsonPath.<List<String>>read(body(owner.get().uri(phases).exchange()), "$.items[*].id"))
                .containsExactly(first, second, last);
    }

    @Test
    void staysWhileOthersArePartOfItAndGoesWithItsProject() {
        String first = id(post(""));
        String second = id(post(", \"parentId\": \"%s\"".formatted(first)));

        MvcTestResult refused = owner.delete().uri(phases + "/" + first).exchange();
        assertThat(refused).hasStatus(HttpStatus.CONFLICT);
        assertThat(body(refused)).contains("phase-in-use", "1 phase");
        assertThat(body(owner.get().uri("/projects/" + project + "/delete").exchange()))
                .contains("With it go 2 phases");

        assertThat(owner.delete().uri("/api/v1/projects/" + project)).hasStatus(HttpStatus.NO_CONTENT);
        assertThat(jdbc.sql("select count(*) from project_phase where id = ?::uuid")
                        .param(second)
                        .query(Long.class)
                        .single())
                .isZero();
    }

    @Test
    void letsMembersDoAllButDelete() {
        String id = id(post(""));
        MockMvcTester member = visitors.member(organization, Role.MEMBER);

        assertThat(member.put()
                        .uri(phases + "/" + id)
                        .contentType(MediaType.APPLICATION_JSON)
                        .content(phase("")))
                .hasStatusOk();
        assertThat(member.delete().uri(phases + "/" + id)).hasStatus(HttpStatus.FORBIDDEN);
        assertThat(member.post().uri("/projects/" + project + "/phases/" + id + "/delete"))
                .hasStatus(HttpStatus.FORBIDDEN);
        assertThat(owner.delete().uri(phases + "/" + id)).hasStatus(HttpStatus.NO_CONTENT);
    }

    @Test
    void showsNothingToAnotherOrganization() {
        String id = id(post(""));
        MockMvcTester other = visitors.member(visitors.organization(), Role.OWNER);

        assertThat(other.get().uri(phases)).hasStatus(HttpStatus.NOT_FOUND);
        assertThat(other.get().uri(phases + "/" + id)).hasStatus(HttpStatus.NOT_FOUND);
        assertThat(other.post()
                        .uri(phases)
                        .contentType(MediaType.APPLICATION_JSON)
                        .content(phase("")))
                .hasStatus(HttpStatus.NOT_FOUND);
    }

    @Test
    void isAddedChangedAndRemovedOnThePagesOfItsProject() {
        String page = "/projects/" + project;
        assertThat(text(page)).contains("No plan yet", page + "/phases/new").doesNotContain("??");
        assertThat(text(page + "/phases/new"))
                .contains("Add Phase", "Part of")
                .contains("It counts only while no task and no phase inside has an estimate.")
                .doesNotContain("??");

        assertThat(owner.post().uri(page + "/phases").param("title", "Hardware").param("estimatedMinutes", "9"))
                .hasStatus3xxRedirection()
                .hasRedirectedUrl(page);
        String hardware = onlyPhase();
        assertThat(owner.post()
                        .uri(page + "/phases")
                        .param("title", "Core")
                        .param("parentId", hardware)
                        .param("dueDate", "2026-05-15")
                        .param("estimatedMinutes", "12"))
                .hasStatus3xxRedirection();
        assertThat(text(page))
                .contains("1 Hardware", "1.1 Core", "12:00", "15 May 2026", "2 phases")
                .doesNotContain("9:00", "??");

        assertThat(text(page + "/phases/" + hardware + "/edit"))
                .contains("value=\"Hardware\"", "value=\"9:00\"", "1.1 Core")
                .doesNotContain("??");
        assertThat(owner.post().uri(page + "/phases/" + hardware).param("title", "Devices"))
                .hasStatus3xxRedirection()
                .hasRedirectedUrl(page);
        assertThat(text(page)).contains("1 Devices");
        assertThat(text("/admin/audit-logs?entity=Phase")).contains("Devices");

        assertThat(text(page + "/phases/" + hardware + "/delete"))
                .contains("Devices cannot be deleted yet", "1 phase")
                .doesNotContain("removed for good", "??");
        assertThat(owner.post().uri(page + "/phases/" + hardware + "/delete")).hasRedirectedUrl(page);
        assertThat(text(page)).contains("1 Devices");
    }

    @Test
    void keepsWhatWasEnteredBesideWhatIsWrong() {
        MvcTestResult refused = owner.post()
                .uri("/projects/" + project + "/phases")
                .param("title", "")
                .param("estimatedMinutes", "a lot")
                .exchange();

        assertThat(refused).hasStatus(HttpStatus.UNPROCESSABLE_CONTENT);
        assertThat(body(refused))
                .contains("Enter a title.", "Enter hours and minutes like 12:30", "value=\"a lot\"")
                .doesNotContain("??");
    }

    private String onlyPhase() {
        return jdbc.sql("select id::text from project_phase where project_id = ?::uuid")
                .param(project)
                .query(String.class)
                .single();
    }

    private String project() {
        return id(owner.post()
                .uri("/api/v1/projects")
                .contentType(MediaType.APPLICATION_JSON)
                .content("{\"name\": \"Network renewal\", \"clientId\": \"%s\"}".formatted(northwind))
                .exchange());
    }

    /** @param more what is said beside the title, which it may replace */
    private static String phase(String more) {
        return "{\"title\": \"Survey\"%s}".formatted(more);
    }

    private MvcTestResult post(String more) {
        return owner.post()
                .uri(phases)
                .contentType(MediaType.APPLICATION_JSON)
                .content(phase(more))
                .exchange();
    }

    private MvcTestResult put(String id, String json) {
        return owner.put()
                .uri(phases + "/" + id)
                .contentType(MediaType.APPLICATION_JSON)
                .content(json)
                .exchange();
    }

    private static String id(MvcTestResult created) {
        return JsonPath.read(body(created), "$.id");
    }

    private String text(String path) {
        MvcTestResult page = owner.get().uri(path).exchange();
        assertThat(page).as(path).hasStatusOk();
        return body(page);
    }

    private static String body(MvcTestResult result) {
        try {
            return result.getResponse().getContentAsString(StandardCharsets.UTF_8);
        } catch (UnsupportedEncodingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
