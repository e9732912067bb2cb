package app.ascent.importing;

import static org.assertj.core.api.Assertions.assertThat;

import app.ascent.importing.OwnerApi.Answer;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.node.ObjectNode;

/** What people do in Ascent between two runs. */
class EditsTests extends ImportJourney {

    EditsTests(JdbcClient jdbc, @Value("${local.server.port}") int port) {
        super(jdbc, port);
    }

    @BeforeEach
    void fillTenant() {
        AUTOTASK.companies(Payload.company().withNull("parentCompanyID").toString())
                .contacts(Payload.contact().toString());
    }

    @Test
    void keepsAnEditAndStillFollowsOtherFields() {
        String migration = create();
        run(migration);
        editClient(174, client -> client.put("city", "Kiel"));
        AUTOTASK.companies(Payload.company()
                .withNull("parentCompanyID")
                .with("city", "Bremen")
                .with("phone", "+49 40 5550 777")
                .toString());

        Answer second = run(migration);

        assertThat(counts(second, "companies")).startsWith(1L, 1L, 0L, 1L);
        assertThat(client(174, "city")).isEqualTo("Kiel");
        assertThat(client(174, "phone")).isEqualTo("+49 40 5550 777");
        assertThat(findings(migration, "companies", 174))
                .singleElement()
                .asString()
                .startsWith("LOCAL_EDIT_KEPT city=")
                .contains("Bremen")
                .contains("Kiel");
    }

    @Test
    void namesTheClientOfAMovedContactAsAutotaskDoes() {
        AUTOTASK.companies(
                Payload.company().with("id", 5).withNull("parentCompanyID").toString(),
                Payload.company().with("id", 6).withNull("parentCompanyID").toString(),
                Payload.company().with("id", 7).withNull("parentCompanyID").toString());
        AUTOTASK.contacts(Payload.contact().with("companyID", 5).toString());
        String migration = create();
        run(migration);
        String address = "/api/v1/contacts/" + Objects.requireNonNull(contact(3001, "id"));
        ObjectNode moved = (ObjectNode) api.get(address).json();
        api.put(address, moved.put("clientId", client(6, "id")).toString());
        AUTOTASK.contacts(Payload.contact().with("companyID", 7).toString());

        run(migration);

        assertThat(findings(migration, "contacts", 3001)).contains("LOCAL_EDIT_KEPT companyID=7 -> " + client(6, "id"));
    }

    @Test
    void tellsOnlyOfRecordsThatTheRunLoaded() {
        AUTOTASK.contacts(
                Payload.contact().toString(), Payload.contact().with("id", 3002).toString());
        String migration = create();
        run(migration);
        assertThat(findings(migration, "contacts", 3002)).anyMatch(finding -> finding.startsWith("SECOND_PRIMARY"));
        AUTOTASK.remove("Contacts", 3001).remove("Contacts", 3002);

        Answer second = run(migration);

        assertThat(findings(migration, "contacts", 3002)).isEmpty();
        assertThat(second.at("/entities/1/warnings")).isEqualTo("0");
        assertThat(second.at("/status")).isEqualTo("COMPLETED");
    }

    @Test
    void keepsAParentThatAPersonChoseUnlessAutotaskIsToWin() {
        Payload child = Payload.company().with("id", 5);
        AUTOTASK.companies(
                child.with("parentCompanyID", 6).toString(),
                Payload.company().with("id", 6).withNull("parentCompanyID").toString(),
                Payload.company().with("id", 7).withNull("parentCompanyID").toString());
        String migration = create();
        run(migration);
        editClient(5, client -> client.put("parentId", client(174, "id")));
        AUTOTASK.companies(child.with("parentCompanyID", 7).toString());

        run(migration);
        assertThat(client(5, "parent_id")).isEqualTo(client(174, "id"));
        assertThat(findings(migration, "companies", 5))
                .anySatisfy(finding -> assertThat(finding).startsWith("LOCAL_EDIT_KEPT parentCompanyID=7"));

        start(migration, "{\"conflicts\":\"AUTOTASK_WINS\"}");
        ended(migration);
        assertThat(client(5, "parent_id")).isEqualTo(client(7, "id"));

        AUTOTASK.companies(child.withNull("parentCompanyID").toString());
        run(migration);
        assertThat(client(5, "parent_id")).isNull();
    }

    /** A form sends all fields, and line breaks in its own way. */
    @Test
    void takesNothingForAnEditThatNobodyChanged() {
        AUTOTASK.companies(Payload.company()
                .withNull("parentCompanyID")
                .with("address1", "Hafenstrasse 7\r\nRear building")
                .toString());
        String migration = create();
        run(migration);
        editClient(174, client -> {});

        run(migration);

        assertThat(findings(migration, "companies", 174)).isEmpty();
    }

    @Test
    void overwritesEditsWhenAutotaskIsToWin() {
        String migration = create();
        run(migration);
        editClient(174, client -> client.put("city", "Kiel"));

        start(migration, "{\"conflicts\":\"AUTOTASK_WINS\"}");
        Answer second = ended(migration);

        assertThat(counts(second, "companies")).startsWith(1L, 1L, 0L, 1L);
        assertThat(client(174, "city")).isEqualTo("Hamburg");
        assertThat(findings(migration, "companies", 174)).isEmpty();
    }

    @Test
    void doesNotBringBackWhatWasDeletedInAscent() {
        String migration = create();
        run(migration);
        assertThat(api.delete("/api/v1/contacts/" + contact(3001, "id")).status())
                .isEqualTo(204);
        assertThat(api.delete("/api/v1/clients/" + client(174, "id")).status()).isEqualTo(204);

        Answer second = run(migration);

        assertThat(counts(second, "companies")).isEqualTo(List.of(1L, 0L, 0L, 0L, 0L, 0L, 1L, 0L));
        assertThat(counts(second, "contacts")).isEqualTo(List.of(1L, 0L, 0L, 0L, 0L, 0L, 1L, 0L));
        assertThat(findings(migration, "companies", 174))
                .singleElement()
                .asString()
                .startsWith("DELETED_IN_ASCENT");
        assertThat(findings(migration, "contacts", 3001))
                .singleElement()
                .asString()
                .startsWith("DELETED_IN_ASCENT");
        assertThat(count("crm_client")).isZero();
    }

    @Test
    void linksAClientThatWasThereBeforeAndFillsOnlyWhatIsEmpty() {
        String id = added(
                "/api/v1/clients",
                """
                {"name":"elbtal  optik GMBH","type":"PARTNER","status":"ACTIVE","city":"Kiel"}""");

        Answer first = run(create());

        assertThat(counts(first, "companies")).isEqualTo(List.of(1L, 1L, 0L, 0L, 0L, 1L, 0L, 0L));
        assertThat(client(174, "id")).isEqualTo(id);
        assertThat(client(174, "city")).isEqualTo("Kiel");
        assertThat(client(174, "type")).isEqualTo("PARTNER");
        assertThat(client(174, "phone")).isEqualTo("+49 40 5550 100");
    }

    @Test
    void createsANewClientWhenSeveralFit() {
        added("/api/v1/clients", "{\"name\":\"Elbtal Optik GmbH\",\"type\":\"CUSTOMER\",\"status\":\"ACTIVE\"}");
        added("/api/v1/clients", "{\"name\":\"ELBTAL OPTIK GMBH\",\"type\":\"CUSTOMER\",\"status\":\"ACTIVE\"}");
        String migration = create();

        Answer first = run(migration);

        assertThat(counts(first, "companies")).startsWith(1L, 1L, 1L);
        assertThat(findings(migration, "companies", 174))
                .singleElement()
                .asString()
                .startsWith("AMBIGUOUS_MATCH");
        assertThat(count("crm_client")).isEqualTo(3);
    }

    private String added(String path, String body) {
        Answer added = api.post(path, body);
        assertThat(added.status()).as(added.text()).isEqualTo(201);
        return added.at("/id");
    }

    private void editClient(long company, Consumer<ObjectNode> edit) {
        String address = "/api/v1/clients/" + Objects.requireNonNull(client(company, "id"));
        ObjectNode client = (ObjectNode) api.get(address).json();
        edit.accept(client);
        Answer edited = api.put(address, client.toString());
        assertThat(edited.status()).as(edited.text()).isEqualTo(200);
    }
}
