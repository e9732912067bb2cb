package app.ascent.crm.web;

import static org.assertj.core.api.Assertions.assertThat;

import app.ascent.crm.ClientImports;
import app.ascent.crm.Samples;
import app.ascent.identity.OrganizationId;
import app.ascent.identity.Role;
import com.jayway.jsonpath.JsonPath;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import tools.jackson.databind.json.JsonMapper;

/** What the API of every kind of record that belongs to a client owes to programs, as an owner with two clients asks for it. */
@CrmWebTest
public abstract class RecordApiContract {

    /** An id that nothing has. */
    protected static final String NOBODY = "7e8dd1ab-0000-7000-8000-000000000000";

    protected final Visitors visitors;
    protected final ClientImports clients;
    protected final JdbcClient jdbc;
    protected final UUID northwind = Samples.id();
    protected final UUID contoso = Samples.id();
    protected OrganizationId organization;
    protected MockMvcTester owner;

    protected RecordApiContract(Visitors visitors, ClientImports clients, JdbcClient jdbc) {
        this.visitors = visitors;
        this.clients = clients;
        this.jdbc = jdbc;
    }

    /** Where the kind is: {@code /api/v1/assets}. */
    protected abstract String address();

    /** All that is said of a record. Programs rely on these names, and on nothing else being said. */
    protected abstract List<String> fields();

    /** @param more what is said beside the required fields and that it is Northwind's, which it may replace */
    protected abstract String json(String more);

    /** Something that can be changed: {@code , "notes": "theirs"}. */
    protected abstract String edit();

    /** How one is counted: {@code 1 asset}. */
    protected abstract String one();

    /** The least role that adds and changes records; all may read them, and an admin deletes them. */
    protected Role writes() {
        return Role.MEMBER;
    }

    @BeforeEach
    void anOwnerWithTwoClients() {
        organization = visitors.organization();
        owner = visitors.member(organization, Role.OWNER);
        jdbc.sql("update identity_organization set time_zone = 'UTC' where id = ?")
                .param(organization.value())
                .update();
        clients.save(
                organization,
                List.of(
                        Samples.fresh(northwind, 1, Samples.client("Northwind")),
                        Samples.fresh(contoso, 2, Samples.client("Contoso"))),
                true);
    }

    @Test
    void answersWithTheseFields() {
        MvcTestResult created = post("");

        assertThat(created).hasStatus(HttpStatus.CREATED);
        assertThat(created).headers().hasValue("Location", address() + "/" + id(created));
        assertThat(JsonMapper.shared().readTree(body(created)).propertyNames())
                .containsExactlyInAnyOrderElementsOf(fields());
        assertThat(created).bodyJson().extractingPath("$.source").isNull();
        assertThat(body(show(id(created)))).isEqualTo(body(created));
    }

    @Test
    void describesWhatItTakesAsWhatItAnswers() {
        String description = body(owner.get().uri("/v3/api-docs").exchange());
        for (String handler : List.of("'].post", "/{id}'].put")) {
            String told = "$.paths['" + address() + handler;
            List<Object> answered = JsonPath.read(description, told + ".responses.*.content.*.schema");

            assertThat(JsonPath.<Object>read(description, told + ".requestBody.content['application/json'].schema"))
                    .isEqualTo(answered.getFirst());
        }
    }

    @Test
    void keepsAClientThatHasSome() {
        post("");

        MvcTestResult refused =
                owner.delete().uri("/api/v1/clients/" + northwind).exchange();

        assertThat(refused).hasStatus(HttpStatus.CONFLICT);
        assertThat(body(refused)).contains("client-in-use", one());
    }

    @Test
    void refusesAnEditOfWhatSomebodyElseChanged() {
        MvcTestResult created = post("");
        assertThat(put(id(created), json(edit()))).hasStatusOk();

        assertThat(put(id(created), body(created))).hasStatus(HttpStatus.CONFLICT);
        assertThat(put(id(created), body(show(id(created))))).hasStatusOk();
    }

    @Test
    void letsEachRoleDoWhatItMay() {
        String id = id(post(""));

        for (Role role : Role.values()) {
            MockMvcTester who = visitors.member(organization, role);
            boolean writes = role.compareTo(writes()) <= 0;
            assertThat(who.get().uri(address() + "/" + id)).as(role.name()).hasStatusOk();
            assertThat(send(who.put().uri(address() + "/" + id), json("")))
                    .as(role.name())
                    .hasStatus(writes ? HttpStatus.OK : HttpStatus.FORBIDDEN);
            assertThat(send(who.post().uri(address()), json("")))
                    .as(role.name())
                    .hasStatus(writes ? HttpStatus.CREATED : HttpStatus.FORBIDDEN);
        }
        assertThat(visitors.member(organization, Role.MEMBER).delete().uri(address() + "/" + id))
                .hasStatus(HttpStatus.FORBIDDEN);
        assertThat(visitors.member(organization, Role.ADMIN).delete().uri(address() + "/" + id))
                .hasStatus(HttpStatus.NO_CONTENT);
        assertThat(show(id)).hasStatus(HttpStatus.NOT_FOUND);
    }

    @Test
    void showsNothingToAnotherOrganization() {
        String id = id(post(""));
        MockMvcTester other = visitors.member(visitors.organization(), Role.OWNER);

        assertThat(other.get().uri(address() + "/" + id)).hasStatus(HttpStatus.NOT_FOUND);
        assertThat(send(other.put().uri(address() + "/" + id), json(""))).hasStatus(HttpStatus.NOT_FOUND);
        assertThat(other.delete().uri(address() + "/" + id)).hasStatus(HttpStatus.NOT_FOUND);
        assertThat(other.get().uri(address()))
                .bodyJson()
                .extractingPath("$.total")
                .isEqualTo(0);
    }

    /** Sent back as it was answered, it is the same record. */
    protected void comesBack(MvcTestResult created) {
        MvcTestResult again = put(id(created), body(created));

        assertThat(again).hasStatusOk();
        assertThat(body(again)).isEqualTo(body(created));
    }

    /** The only thing that is wrong with such a record. */
    protected void refuses(String field, String value, String message) {
        MvcTestResult refused = post(", \"%s\": %s".formatted(field, value));

        assertThat(refused).hasStatus(HttpStatus.UNPROCESSABLE_CONTENT);
        assertThat(refused).bodyJson().extractingPath("$.errors").asArray().singleElement();
        assertThat(refused).bodyJson().extractingPath("$.errors[0].field").isEqualTo(field);
        assertThat(refused).bodyJson().extractingPath("$.errors[0].message").isEqualTo(message);
    }

    protected MvcTestResult post(String more) {
        return send(owner.post().uri(address()), json(more));
    }

    protected MvcTestResult put(String id, String json) {
        return send(owner.put().uri(address() + "/" + id), json);
    }

    protected static MvcTestResult send(MockMvcTester.MockMvcRequestBuilder request, String json) {
        return request.contentType(MediaType.APPLICATION_JSON).content(json).exchange();
    }

    protected MvcTestResult show(String id) {
        return owner.get().uri(address() + "/" + id).exchange();
    }

    protected List<String> listed(String query) {
        return listed("$.items[*].id", query);
    }

    protected List<String> listed(String path, String query) {
        return JsonPath.read(body(owner.get().uri(address() + "?" + query).exchange()), path);
    }

    /** What the audit log tells of a record, the first first. */
    protected List<String> entries(String id) {
        return jdbc.sql(
                        "select action || ' ' || changes::text from audit_entry where organization_id = ? and entity_id = ? order by at, id")
                .params(organization.value(), id)
                .query(String.class)
                .list();
    }

    protected static String id(MvcTestResult created) {
        return JsonPath.read(body(created), "$.id");
    }

    protected static String body(MvcTestResult result) {
        return new String(result.getResponse().getContentAsByteArray(), StandardCharsets.UTF_8);
    }
}
