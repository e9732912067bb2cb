package app.ascent.importing;

import static org.assertj.core.api.Assertions.assertThat;

import app.ascent.importing.OwnerApi.Answer;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What people wrote gives way only to what Autotask says, and only where somebody was shown it before. */
class PeoplesWorkTests extends ImportJourney {

    private static final String WINS = "{\"conflicts\":\"AUTOTASK_WINS\"}";

    PeoplesWorkTests(JdbcClient jdbc, @Value("${local.server.port}") int port) {
        super(jdbc, port);
    }

    @Override
    Set<String> kinds() {
        return Set.of("contacts");
    }

    @BeforeEach
    void fillTenant() {
        AUTOTASK.companies(whole().toString()).contacts(Payload.contact().toString());
    }

    /**
     * Also what the import wrote itself stays, when Autotask does not send it or sends what leads nowhere; and notes of
     * the own organization, of which Autotask has none.
     */
    @ParameterizedTest
    @ValueSource(strings = {"KEEP_ASCENT", "AUTOTASK_WINS"})
    void emptiesNothingForWhatAutotaskDoesNotSayInAWayThatLeadsSomewhere(String conflicts) {
        AUTOTASK.companies(Payload.ownOrganization().toString());
        String migration = create();
        run(migration);
        editClient(0, client -> client.put("notes", "Ours"));
        assertThat(api.get(migration + "/edits").at("/total")).isEqualTo("0");
        AUTOTASK.companies(whole().with("ownerResourceID", 29000002)
                        .with("countryID", 999)
                        .with("marketSegmentID", 4711)
                        .without("phone", "isTaxExempt")
                        .toString())
                .contacts(Payload.contact()
                        .with("namePrefix", 4711)
                        .with("countryID", 999)
                        .without("title", "note", "emailAddress", "emailAddress2", "emailAddress3")
                        .toString());
        List<String> before = everything();

        start(migration, "{\"conflicts\":\"%s\"}".formatted(conflicts));
        ended(migration);

        assertThat(everything()).isEqualTo(before).doesNotContainNull();
        assertThat(client(0, "notes")).isEqualTo("Ours");
        assertThat(findings(migration, "companies", 0)).noneMatch(finding -> finding.startsWith("LOCAL_EDIT_KEPT"));
    }

    private List<String> everything() {
        return Stream.concat(
                        Stream.of("account_manager_id", "country", "industry", "phone", "tax_exempt")
                                .map(column -> client(174, column)),
                        Stream.of("prefix", "country", "job_title", "notes", "email")
                                .map(column -> contact(3001, column)))
                .toList();
    }

    /** Autotask does not say it; the import puts something in its place where nobody else did. */
    @Test
    void letsNobodysValueGiveWayToAStandInAndReadsNamesOfFieldsInAnyCase() {
        Payload other = Payload.contact()
                .with("id", 3002)
                .with("emailAddress", "bo@elbtal.example")
                .with("primaryContact", false);
        AUTOTASK.companies(whole().with("id", 5).with("companyName", "Fjord").toString())
                .contacts(other.toString());
        String migration = create();
        run(migration);
        editClient(
                174,
                client -> client.put("name", "Elbtal").put("type", "VENDOR").put("status", "INACTIVE"));
        editContact(3001, contact -> contact.put("lastName", "Holm")
                .put("status", "INACTIVE")
                .put("marketingOptOut", true));
        AUTOTASK.companies(whole().withNull("companyName", "companyType", "isActive")
                        .toString())
                .contacts(Payload.contact()
                        .withNull("lastName", "isActive", "isOptedOutFromBulkEmail", "solicitationOptOut")
                        .toString());
        editContact(3002, contact -> contact.put("clientId", client(5, "id")).put("city", "Kiel"));
        AUTOTASK.contacts(other.without("companyID", "city")
                .with("COMPANYID", 174)
                .with("City", "Bremen")
                .toString());
        run(migration);
        assertThat(findings(migration, "contacts", 3002))
                .containsExactly("LOCAL_EDIT_KEPT city=Bremen -> Kiel", "LOCAL_EDIT_KEPT companyID=174 -> Fjord");
        assertThat(api.get(migration + "/edits").at("/records"))
                .as("of that contact alone")
                .isEqualTo("1");

        start(migration, WINS);
        ended(migration);

        assertThat(contact(3002, "city")).isEqualTo("Bremen");
        assertThat(contact(3002, "client_id")).isEqualTo(client(174, "id"));
        assertThat(client(174, "name")).isEqualTo("Elbtal");
        assertThat(client(174, "type")).isEqualTo("VENDOR");
        assertThat(client(174, "status")).isEqualTo("INACTIVE");
        assertThat(contact(3001, "last_name")).isEqualTo("Holm");
        assertThat(contact(3001, "status")).isEqualTo("INACTIVE");
        assertThat(contact(3001, "marketing_opt_out")).isEqualTo("true");
    }

    /** Nobody edited them since; they are people's all the same. */
    @Test
    void showsWhatStoodThereBeforeARecordWasLinked() {
        String client = added(
                "/api/v1/clients",
                "{\"name\":\"Elbtal Optik GmbH\",\"type\":\"CUSTOMER\",\"status\":\"ACTIVE\",\"city\":\"Kiel\"}");
        added(
                "/api/v1/contacts",
                """
                {"clientId":"%s","lastName":"Petersen","email":"mara.petersen@elbtal-optik.example","status":"ACTIVE",
                 "jobTitle":"Boss"}"""
                        .formatted(client));
        String migration = create();
        assertThat(counts(run(migration), "contacts").get(5)).as("linked").isEqualTo(1);

        Answer edits = api.get(migration + "/edits");

        assertThat(edits.json().findValuesAsString("field")).contains("city", "title");
        assertThat(edits.json().findValuesAsString("inAscent")).contains("Kiel", "Boss");
        start(migration, WINS);
        ended(migration);
        assertThat(client(174, "city")).isEqualTo("Hamburg");
        assertThat(overwritten("Client", client)).contains("City", "Kiel", "Hamburg");
        assertThat(overwritten("Contact", contact(3001, "id"))).contains("Job title", "Boss", "Head of Purchasing");
    }

    /** A migration that is created anew fills gaps alone; what it left as it was would be lost in its next run. */
    @Test
    void showsWhatAMigrationThatWasCreatedAnewLeftAsItWas() {
        String first = create();
        run(first);
        assertThat(api.delete(first).status()).isEqualTo(204);
        AUTOTASK.companies(whole().with("city", "Bremen").toString());
        String migration = create();
        run(migration);
        assertThat(client(174, "city")).isEqualTo("Hamburg");

        Answer edits = api.get(migration + "/edits");

        assertThat(edits.at("/total")).isEqualTo("1");
        assertThat(edits.at("/items/0/inAscent")).isEqualTo("Hamburg");
        assertThat(edits.at("/items/0/inAutotask")).isEqualTo("Bremen");
    }

    @Test
    void tellsOfAContactWhatItLosesWithTheClientsByName() {
        AUTOTASK.companies(
                whole().toString(),
                whole().with("id", 5).with("companyName", "Fjord").toString());
        String migration = create();
        run(migration);
        editContact(3001, contact -> contact.put("clientId", client(5, "id")).put("phone", "1"));

        Answer edits = api.get(migration + "/edits");
        assertThat(edits.at("/total")).isEqualTo("2");
        assertThat(edits.at("/records")).isEqualTo("1");
        assertThat(edits.json().findValuesAsString("inAscent")).containsExactlyInAnyOrder("Fjord", "1");
        assertThat(edits.json().findValuesAsString("inAutotask"))
                .containsExactlyInAnyOrder("Elbtal Optik GmbH", "+49 40 5550 110");

        start(migration, WINS);
        ended(migration);
        assertThat(overwritten("Contact", contact(3001, "id")))
                .contains("Run 2", "Client", "Fjord", "Elbtal Optik GmbH", "Phone", "+49 40 5550 110");
    }

    /** Nobody was shown what was edited since the run came to its end. */
    @Test
    void takesNothingWhenRecordsOfARunAreTriedAgainInWhichAutotaskWon() {
        AUTOTASK.companies(
                        whole().toString(),
                        Payload.company()
                                .with("id", 5)
                                .with("companyName", "Fjord")
                                .with("parentCompanyID", 174)
                                .toString(),
                        whole().with("id", 6).with("companyName", "Skagen").toString(),
                        whole().with("id", 7).json("companyName", "[1]").toString())
                .contacts(
                        Payload.contact().with("primaryContact", true).toString(),
                        Payload.contact()
                                .with("id", 3002)
                                .with("emailAddress", "bo@elbtal.example")
                                .with("primaryContact", false)
                                .toString(),
                        Payload.contact()
                                .with("id", 3003)
                                .with("companyID", "HQ")
                                .toString());
        String migration = create();
        run(migration);
        start(migration, WINS);
        ended(migration);
        editClient(5, client -> client.put("parentId", client(6, "id")));
        editContact(3002, contact -> contact.put("primary", true));

        for (String record : List.of(
                "{\"entity\":\"companies\",\"sourceId\":\"7\"}", "{\"entity\":\"contacts\",\"sourceId\":\"3003\"}")) {
            Answer retried = api.post(migration + "/records/retry", record);
            assertThat(retried.status()).as(retried.text()).isEqualTo(202);
            ended(migration);
        }

        assertThat(client(5, "parent_id")).isEqualTo(client(6, "id"));
        assertThat(contact(3002, "is_primary")).isEqualTo("true");
        assertThat(api.get(migration + "/edits").at("/total")).isEqualTo("2");
    }

    /**
     * In Autotask each of 5 and 6 is the other's parent, which is no word on who belongs to whom. Its link of 15 closes
     * a circle with one that somebody chose, of which it says nothing; its link of 25 one that stands already but for
     * that, so that all that Autotask has a part in it is taken off.
     */
    @Test
    void leavesTheParentSomebodyChoseWhereAutotasksOneClosesACircle() {
        AUTOTASK.companies(
                whole().toString(),
                child(5, "Fjord", 6),
                child(6, "Skagen", 5),
                child(15, "Aalborg", 16),
                whole().with("id", 16).with("companyName", "Odense").toString(),
                child(25, "Esbjerg", 26),
                whole().with("id", 26).with("companyName", "Vejle").toString(),
                child(27, "Ribe", 25));
        String migration = create();
        run(migration);
        assertThat(client(5, "parent_id")).isNull();
        chooseParent(5, 174);
        assertThat(api.get(migration + "/edits").at("/total")).isEqualTo("0");
        chooseParent(15, 174);
        chooseParent(16, 15);
        chooseParent(25, 174);
        chooseParent(26, 27);
        String version = client(15, "version");

        start(migration, WINS);
        ended(migration);

        assertThat(client(5, "parent_id")).isEqualTo(client(174, "id"));
        assertThat(client(15, "parent_id")).isEqualTo(client(174, "id"));
        assertThat(client(16, "parent_id")).isEqualTo(client(15, "id"));
        assertThat(findings(migration, "companies", 15)).containsExactly("CYCLE parentCompanyID=16 -> ");
        assertThat(client(15, "version")).as("nothing was taken").isEqualTo(version);
        assertThat(client(25, "parent_id")).isEqualTo(client(174, "id"));
        assertThat(client(26, "parent_id")).isEqualTo(client(27, "id"));
        assertThat(client(27, "parent_id")).isNull();
        assertThat(findings(migration, "companies", 25)).containsExactly("CYCLE parentCompanyID=26 -> ");
        assertThat(audited("gave back")).hasSize(1);

        for (String conflicts : List.of("KEEP_ASCENT", "AUTOTASK_WINS")) {
            start(migration, "{\"conflicts\":\"%s\"}".formatted(conflicts));
            ended(migration);

            assertThat(client(5, "parent_id")).isEqualTo(client(174, "id"));
        }
        assertThat(audited("Autotask wins")).doesNotContain(client(5, "id"));
    }

    private static String child(long id, String name, long parent) {
        return whole().with("id", id)
                .with("companyName", name)
                .with("parentCompanyID", parent)
                .toString();
    }

    private void chooseParent(long company, long parent) {
        editClient(company, client -> client.put("parentId", client(parent, "id")));
    }

    /** The clients in whose activity something is said. */
    private List<String> audited(String words) {
        return jdbc.sql("select entity_id from audit_entry where entity_type = 'Client' and changes::text like '%%%s%%'"
                        .formatted(words))
                .query(String.class)
                .list();
    }

    /** Each run finds the same circle, and sets nothing that it takes back. */
    @Test
    void leavesARecordAloneWhoseParentWouldCloseACircleWithAChosenOne() {
        Payload one =
                Payload.company().with("id", 5).with("companyName", "Fjord").withNull("parentCompanyID");
        Payload other =
                Payload.company().with("id", 6).with("companyName", "Skagen").withNull("parentCompanyID");
        AUTOTASK.companies(one.toString(), other.toString());
        String migration = create();
        run(migration);
        editClient(6, client -> client.put("parentId", client(5, "id")));
        AUTOTASK.companies(one.with("parentCompanyID", 6).toString(), other.toString());
        String version = client(5, "version");

        run(migration);
        Answer again = run(migration);

        assertThat(client(5, "parent_id")).isNull();
        assertThat(client(5, "version")).isEqualTo(version);
        assertThat(findings(migration, "companies", 5)).containsExactly("CYCLE parentCompanyID=6 -> ");
        assertThat(counts(again, "companies").subList(2, 5)).isEqualTo(List.of(0L, 0L, 3L));
    }

    private static Payload whole() {
        return Payload.company().withNull("parentCompanyID");
    }
}
