package app.ascent.crm.web;

import static org.assertj.core.api.Assertions.assertThat;

import app.ascent.crm.ClientFields;
import app.ascent.crm.ClientImports;
import app.ascent.crm.Samples;
import app.ascent.identity.Role;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

/** What clients are that an import brought, and who may do what with them. */
class ClientRulesApiTests extends ClientApiTest {

    @Autowired
    ClientRulesApiTests(Visitors visitors, ClientImports imports, JdbcClient jdbc) {
        super(visitors, imports, jdbc);
    }

    @Test
    void tellsWhereAnImportedClientCameFrom() {
        UUID id = imported("Northwind", 174);

        assertThat(owner.get().uri(CLIENTS + "/" + id))
                .bodyJson()
                .extractingPath("$.source")
                .isEqualTo(Map.of("system", "AUTOTASK", "database", 91234, "id", "174"));
    }

    @Test
    void knowsAnEditByHandFromNone() {
        UUID id = imported("Northwind", 174);

        put(id.toString(), "{\"name\": \"Northwind\"}");
        assertThat(row(id)).containsEntry("edited", false).containsEntry("version", 0L);

        put(id.toString(), "{\"name\": \"Northwind\", \"phone\": \"117\"}");
        assertThat(row(id)).containsEntry("edited", true).containsEntry("version", 1L);
    }

    @Test
    void takesAParentForNoFieldThatWasEdited() {
        UUID child = imported("Child", 1);
        UUID parent = imported("Parent", 2);

        assertThat(put(child.toString(), "{\"name\": \"Child\", \"parentId\": \"" + parent + "\"}"))
                .hasStatusOk();

        assertThat(row(child)).containsEntry("parent_id", parent).containsEntry("edited", false);
    }

    @Test
    void refusesACircleOfParents() {
        String top = created("{\"name\": \"Top\"}");
        String middle = created("{\"name\": \"Middle\", \"parentId\": \"" + top + "\"}");
        String bottom = created("{\"name\": \"Bottom\", \"parentId\": \"" + middle + "\"}");

        for (String below : List.of(top, middle, bottom)) {
            assertThat(put(top, "{\"name\": \"Top\", \"parentId\": \"" + below + "\"}"))
                    .hasStatus(HttpStatus.UNPROCESSABLE_CONTENT)
                    .bodyJson()
                    .extractingPath("$.errors[*].field")
                    .asArray()
                    .containsExactly("parentId");
        }
    }

    @Test
    void keepsAnImportedTextThatIsNoWebAddress() {
        UUID id = imported("Northwind", 174);
        jdbc.sql("update crm_client set website = 'see notes' where id = ?")
                .param(id)
                .update();

        assertThat(put(id.toString(), "{\"name\": \"Northwind Ltd\", \"website\": \"see notes\"}"))
                .hasStatusOk()
                .bodyJson()
                .extractingPath("$.website")
                .isEqualTo("see notes");
    }

    @Test
    void deletesAClientThatNothingHangsOn() {
        String id = created("{\"name\": \"Northwind\"}");

        assertThat(owner.delete().uri(CLIENTS + "/" + id)).hasStatus(HttpStatus.NO_CONTENT);

        assertThat(owner.get().uri(CLIENTS + "/" + id)).hasStatus(HttpStatus.NOT_FOUND);
        assertThat(total("search=northwind")).isZero();
    }

    @Test
    void keepsAClientThatHasContactsOrClientsBelowIt() {
        String parent = created("{\"name\": \"Parent\"}");
        String child = created("{\"name\": \"Child\", \"parentId\": \"" + parent + "\"}");
        owner.post()
                .uri("/api/v1/contacts")
                .contentType(MediaType.APPLICATION_JSON)
                .content("{\"clientId\": \"" + child + "\", \"lastName\": \"Berg\"}")
                .exchange();

        assertThat(owner.delete().uri(CLIENTS + "/" + parent))
                .hasStatus(HttpStatus.CONFLICT)
                .bodyJson()
                .extractingPath("$.detail")
                .isEqualTo("It has 1 client below it. Move or delete them first.");
        assertThat(owner.delete().uri(CLIENTS + "/" + child))
                .hasStatus(HttpStatus.CONFLICT)
                .bodyJson()
                .extractingPath("$.type")
                .isEqualTo("/problems/client-in-use");
    }

    @Test
    void showsNothingOfAnotherOrganization() {
        String id = created("{\"name\": \"Northwind\"}");
        MockMvcTester stranger = visitors.member(visitors.organization(), Role.OWNER);

        assertThat(stranger.get().uri(CLIENTS + "/" + id)).hasStatus(HttpStatus.NOT_FOUND);
        assertThat(stranger.delete().uri(CLIENTS + "/" + id)).hasStatus(HttpStatus.NOT_FOUND);
        assertThat(stranger.put()
                        .uri(CLIENTS + "/" + id)
                        .contentType(MediaType.APPLICATION_JSON)
                        .content("{\"name\": \"Stolen\"}"))
                .hasStatus(HttpStatus.NOT_FOUND);
        assertThat(stranger.get().uri(CLIENTS + "?search=north"))
                .bodyJson()
                .extractingPath("$.total")
                .isEqualTo(0);
        assertThat(stranger.post()
                        .uri(CLIENTS)
                        .contentType(MediaType.APPLICATION_JSON)
                        .content("{\"name\": \"Child\", \"parentId\": \"" + id + "\"}"))
                .hasStatus(HttpStatus.UNPROCESSABLE_CONTENT);
    }

    @ParameterizedTest
    @EnumSource(Role.class)
    void letsOwnersAndAdminsDelete(Role role) {
        String id = created("{\"name\": \"Northwind\"}");
        MockMvcTester member = visitors.member(organization, role);

        assertThat(member.get().uri(CLIENTS + "/" + id)).hasStatusOk();
        assertThat(member.delete().uri(CLIENTS + "/" + id))
                .hasStatus(role == Role.MEMBER ? HttpStatus.FORBIDDEN : HttpStatus.NO_CONTENT);
    }

    @Test
    void asksStrangersToSignIn() {
        assertThat(visitors.stranger().get().uri(CLIENTS)).hasStatus(HttpStatus.UNAUTHORIZED);
    }

    @Test
    void leavesAnEntryForEachChange() {
        String parent = created("{\"name\": \"Group\"}");
        String id = created("{\"name\": \"Northwind\", \"type\": \"LEAD\"}");
        put(id, "{\"name\": \"Northwind\", \"type\": \"PARTNER\", \"parentId\": \"" + parent + "\"}");
        put(id, "{\"name\": \"Northwind\", \"type\": \"PARTNER\", \"parentId\": \"" + parent + "\"}");
        owner.delete().uri(CLIENTS + "/" + id).exchange();

        List<Map<String, Object>> entries = jdbc.sql(
                        "select action, entity_name, changes::text from audit_entry where entity_id = ? order by at, id")
                .param(id)
                .query()
                .listOfRows();

        assertThat(entries).extracting(entry -> entry.get("action")).containsExactly("CREATE", "UPDATE", "DELETE");
        assertThat(entries.get(1).get("changes"))
                .asString()
                .contains("\"Lead\"", "\"Partner\"", "\"Parent client\"", "\"Group\"")
                .doesNotContain("Northwind");
    }

    private UUID imported(String name, long sourceId) {
        UUID id = Samples.id();
        ClientFields fields = Samples.client(name);
        imports.save(organization, List.of(Samples.fresh(id, sourceId, fields)), true);
        return id;
    }

    private Map<String, Object> row(UUID id) {
        return jdbc.sql("select * from crm_client where id = ?")
                .param(id)
                .query()
                .singleRow();
    }
}
