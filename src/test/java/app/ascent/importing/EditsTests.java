package app.ascent.importing;

import static org.assertj.core.api.Assertions.assertThat;

import app.ascent.importing.OwnerApi.Answer;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What people do in Ascent between two runs. */
class EditsTests extends EditsJourney {

    EditsTests(JdbcClient jdbc, @Value("${local.server.port}") int port) {
        super(jdbc, port);
    }

    @Override
    Set<String> kinds() {
        return Set.of("contacts");
    }

    private static Payload company(long id) {
        return Payload.company()
                .with("id", id)
                .with("companyName", "Company " + id)
                .withNull("parentCompanyID");
    }

    private static Payload contact(long id) {
        return Payload.contact()
                .with("id", id)
                .with("emailAddress", "c%d@client.example".formatted(id))
                .with("primaryContact", false);
    }

    /** What is no address must not be lost with the notes it cannot go to, nor be said to be there. */
    @Test
    void keepsEditsUnlessAutotaskIsToWinAndStillFollowsOtherFields() {
        AUTOTASK.companies(
                        company(5).toString(),
                        company(6).toString(),
                        company(7).toString(),
                        company(8).with("parentCompanyID", 6).toString())
                .contacts(
                        contact(3002).with("companyID", 5).toString(),
                        contact(3003).toString(),
                        contact(3004).toString());
        String migration = create();
        run(migration);
        editClient(174, client -> client.put("city", "Kiel"));
        editClient(8, client -> client.put("parentId", client(174, "id")));
        editContact(3002, contact -> contact.put("clientId", client(6, "id")));
        editContact(3003, contact -> contact.put("notes", "Ours"));
        AUTOTASK.companies(
                        Payload.company()
                                .withNull("parentCompanyID")
                                .with("city", "Bremen")
                                .with("phone", "+49 40 5550 777")
                                .toString(),
                        company(8).with("parentCompanyID", 7).toString())
                .contacts(
                        contact(3002).with("companyID", 7).toString(),
                        contact(3003).with("emailAddress", "ask reception").toString(),
                        contact(3004).with("title", "Head of Tea \uD83C").toString());

        Answer second = run(migration);

        assertThat(counts(second, "companies")).startsWith(5L, 5L, 0L, 1L);
        assertThat(client(174, "city")).isEqualTo("Kiel");
        assertThat(client(174, "phone")).isEqualTo("+49 40 5550 777");
        assertThat(findings(migration, "companies", 174))
                .singleElement()
                .asString()
                .startsWith("LOCAL_EDIT_KEPT city=")
                .contains("Bremen")
                .contains("Kiel");
        assertThat(findings(migration, "contacts", 3002))
                .contains("LOCAL_EDIT_KEPT companyID=7 -> " + client(6, "name"));
        assertThat(contact(3003, "notes")).isEqualTo("Ours");
        assertThat(contact(3003, "source_details")).contains("ask reception");
        assertThat(api.get(migration + "/records?entity=contacts&code=INVALID_EMAIL")
                        .text())
                .contains("kept under Source")
                .doesNotContain("moved to the notes");
        assertThat(contact(3004, "job_title")).as("cut within a character").isEqualTo("Head of Tea");
        assertThat(findings(migration, "contacts", 3004))
                .containsExactly("CHARACTERS_LOST title=Head of Tea  -> Head of Tea ");
        assertThat(client(8, "parent_id")).isEqualTo(client(174, "id"));
        assertThat(findings(migration, "companies", 8))
                .anySatisfy(finding -> assertThat(finding).startsWith("LOCAL_EDIT_KEPT parentCompanyID=7"));

        start(migration, "{\"conflicts\":\"AUTOTASK_WINS\"}");
        ended(migration);
        assertThat(client(8, "parent_id")).isEqualTo(client(7, "id"));

        AUTOTASK.companies(company(8).toString());
        run(migration);
        assertThat(client(8, "parent_id")).isNull();
    }

    /**
     * So Autotask leaves contacts behind whose company it deletes. Whether someone is still there must be said plainly,
     * before they move to the MSP itself; every other move is followed, and told of in the activity.
     */
    @Test
    void keepsTheClientOfAContactThatIsPutAsideAndFollowsOtherMoves() {
        AUTOTASK.companies(Payload.ownOrganization().toString(), company(5).toString())
                .contacts(
                        aside(3002).toString(),
                        contact(3003).toString(),
                        contact(3004).toString(),
                        contact(3005).toString());
        String migration = create();
        run(migration);
        AUTOTASK.contacts(
                aside(3001).toString(),
                aside(3003).withNull("isActive").toString(),
                aside(3004).with("isActive", "maybe").toString(),
                contact(3005).with("companyID", 5).with("isActive", 0).toString());

        run(migration);
        assertPutAside(migration);
        assertThat(contact(3005, "client_id")).isEqualTo(client(5, "id"));

        AUTOTASK.contacts(contact(3005).with("companyID", 0).with("isActive", 1).toString());
        run(migration);
        assertPutAside(migration);
        assertThat(contact(3005, "client_id")).isEqualTo(client(0, "id"));

        start(migration, "{\"conflicts\":\"AUTOTASK_WINS\"}");
        ended(migration);
        assertPutAside(migration);
        assertThat(findings(migration, "contacts", 3005)).isEmpty();
        assertThat(activity(3005)).hasSize(2);
        assertThat(activity(3005).getFirst())
                .contains("Run 2 of the Autotask migration followed a move in Autotask", "Client", "Company 5");
    }

    private static Payload aside(long id) {
        return contact(id).with("companyID", 0).with("isActive", 0);
    }

    private void assertPutAside(String migration) {
        for (long id : List.of(3001L, 3003L, 3004L)) {
            assertThat(contact(id, "client_id")).as("client of " + id).isEqualTo(client(174, "id"));
            assertThat(contact(id, "status")).as("status of " + id).isEqualTo("INACTIVE");
            assertThat(activity(id)).as("activity of " + id).isEmpty();
        }
        assertThat(findings(migration, "contacts", 3001)).containsExactly("CLIENT_KEPT companyID=0 -> ");
        assertThat(findings(migration, "contacts", 3003))
                .containsExactly("CLIENT_KEPT companyID=0 -> ", "MISSING_VALUE isActive= -> INACTIVE");
        assertThat(findings(migration, "contacts", 3004))
                .containsExactly("CLIENT_KEPT companyID=0 -> ", "MISSING_VALUE isActive=maybe -> INACTIVE");
        assertThat(contact(3002, "client_id")).isEqualTo(client(0, "id"));
        assertThat(findings(migration, "contacts", 3002)).isEmpty();
    }

    private List<String> activity(long contact) {
        return jdbc.sql(
                        """
                        select changes::text from audit_entry
                        where entity_type = 'Contact' and entity_id = :id order by at, id
                        """)
                .param("id", contact(contact, "id"))
                .query(String.class)
                .list();
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
}
