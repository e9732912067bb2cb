package app.ascent.importing;

import static org.assertj.core.api.Assertions.assertThat;

import app.ascent.importing.OwnerApi.Answer;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.node.ObjectNode;

/** What people do in Ascent between two runs. */
class EditsTests extends EditsJourney {

    EditsTests(JdbcClient jdbc, @Value("${local.server.port}") int port) {
        super(jdbc, port);
    }

    @Override
    Set<String> kinds() {
        return Set.of("contacts");
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

        assertThat(findings(migration, "contacts", 3001))
                .contains("LOCAL_EDIT_KEPT companyID=7 -> " + client(6, "name"));
    }

    /** So Autotask leaves contacts behind whose company it deletes. */
    @Test
    void keepsTheClientOfAContactThatIsPutAside() {
        AUTOTASK.companies(Payload.ownOrganization().toString());
        Payload aside = Payload.contact().with("companyID", 0).with("isActive", 0);
        AUTOTASK.contacts(aside.with("id", 3002).toString());
        String migration = create();
        run(migration);
        AUTOTASK.contacts(aside.toString());

        for (String conflicts : List.of("KEEP_ASCENT", "KEEP_ASCENT", "AUTOTASK_WINS")) {
            start(migration, "{\"conflicts\":\"%s\"}".formatted(conflicts));
            ended(migration);

            assertThat(contact(3001, "client_id")).isEqualTo(client(174, "id"));
            assertThat(contact(3001, "status")).isEqualTo("INACTIVE");
            assertThat(findings(migration, "contacts", 3001)).containsExactly("CLIENT_KEPT companyID=0 -> ");
            assertThat(contact(3002, "client_id")).isEqualTo(client(0, "id"));
            assertThat(findings(migration, "contacts", 3002)).isEmpty();
        }
        assertThat(activity(3001)).isEmpty();
    }

    /** Whether someone is still there must be said plainly, before they move to the MSP itself. */
    @Test
    void keepsTheClientOfAContactOfWhichNobodySaysThatItIsActive() {
        AUTOTASK.companies(Payload.ownOrganization().toString());
        String migration = create();
        run(migration);
        for (String active : List.of("null", "\"maybe\"")) {
            AUTOTASK.contacts(Payload.contact()
                    .with("companyID", 0)
                    .json("isActive", active)
                    .toString());

            run(migration);

            assertThat(contact(3001, "client_id")).isEqualTo(client(174, "id"));
            assertThat(findings(migration, "contacts", 3001))
                    .containsExactlyInAnyOrder(
                            "CLIENT_KEPT companyID=0 -> ",
                            "MISSING_VALUE isActive=%s -> INACTIVE".formatted(active.equals("null") ? "" : "maybe"));
        }
    }

    /** What is no address must not be lost with the notes it cannot go to, nor be said to be there. */
    @Test
    void keepsAnAddressThatIsNoneWherePeoplesNotesStay() {
        String migration = create();
        run(migration);
        String address = "/api/v1/contacts/" + Objects.requireNonNull(contact(3001, "id"));
        ObjectNode noted = (ObjectNode) api.get(address).json();
        api.put(address, noted.put("notes", "Ours").toString());
        AUTOTASK.contacts(
                Payload.contact().with("emailAddress", "ask reception").toString());

        run(migration);

        assertThat(contact(3001, "notes")).isEqualTo("Ours");
        assertThat(contact(3001, "source_details")).contains("ask reception");
        assertThat(api.get(migration + "/records?entity=contacts&code=INVALID_EMAIL")
                        .text())
                .contains("kept under Source")
                .doesNotContain("moved to the notes");
    }

    @Test
    void followsATextThatWasCutInTheMiddleOfACharacter() {
        String migration = create();
        run(migration);
        AUTOTASK.contacts(Payload.contact().with("title", "Head of Tea \uD83C").toString());

        run(migration);

        assertThat(contact(3001, "job_title")).isEqualTo("Head of Tea");
        assertThat(findings(migration, "contacts", 3001))
                .containsExactly("CHARACTERS_LOST title=Head of Tea  -> Head of Tea ");
    }

    @Test
    void followsEveryOtherMoveAndTellsOfItInTheActivity() {
        AUTOTASK.companies(
                Payload.ownOrganization().toString(),
                Payload.company()
                        .with("id", 5)
                        .with("companyName", "Fjordlight")
                        .withNull("parentCompanyID")
                        .toString());
        String migration = create();
        run(migration);

        AUTOTASK.contacts(
                Payload.contact().with("companyID", 5).with("isActive", 0).toString());
        run(migration);
        assertThat(contact(3001, "client_id")).isEqualTo(client(5, "id"));
        AUTOTASK.contacts(
                Payload.contact().with("companyID", 0).with("isActive", 1).toString());
        run(migration);
        assertThat(contact(3001, "client_id")).isEqualTo(client(0, "id"));
        run(migration);

        assertThat(findings(migration, "contacts", 3001)).isEmpty();
        assertThat(activity(3001)).hasSize(2);
        assertThat(activity(3001).getFirst())
                .contains("Run 2 of the Autotask migration followed a move in Autotask", "Client", "Fjordlight");
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
}
