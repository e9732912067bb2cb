package app.ascent.importing;

import static org.assertj.core.api.Assertions.assertThat;

import app.ascent.autotask.client.Access;
import app.ascent.importing.OwnerApi.Answer;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What people changed, when Autotask is to win, and what was there before an import. */
class OverwritingEditsTests extends EditsJourney {

    OverwritingEditsTests(JdbcClient jdbc, @Value("${local.server.port}") int port) {
        super(jdbc, port);
    }

    @Override
    Set<String> kinds() {
        return Set.of("contacts");
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

    /** Fields Autotask has no word on: not mapped, empty there, or pointing to somebody who is no member. */
    @Test
    void takesNothingFromPeopleThatAutotaskHasNoValueFor() {
        AUTOTASK.companies(Payload.company()
                .withNull("parentCompanyID")
                .withNull("taxID")
                .withNull("isTaxExempt")
                .with("ownerResourceID", 29000002)
                .with("marketSegmentID", 4711)
                .with("countryID", 999)
                .without("fax")
                .toString());
        AUTOTASK.contacts(Payload.contact()
                .withNull("note")
                .withNull("receivesEmailNotifications")
                .with("emailAddress", "no address")
                .with("namePrefix", 4711)
                .without("title")
                .toString());
        String migration = create();
        run(migration);
        String owner = jdbc.sql("select id::text from identity_user")
                .query(String.class)
                .list()
                .getFirst();
        editClient(174, client -> client.put("notes", "Call before ten")
                .put("accountManagerId", owner)
                .put("taxId", "DE 81")
                .put("taxExempt", true)
                .put("industry", "Optics")
                .put("country", "Denmark")
                .put("fax", "+45 1"));
        editContact(3001, contact -> contact.put("notes", "Prefers tea")
                .put("receivesEmailNotifications", false)
                .put("email", "ana@fjordlight.example")
                .put("prefix", "Prof.")
                .put("jobTitle", "Head of all"));

        start(migration, "{\"conflicts\":\"AUTOTASK_WINS\"}");
        Answer second = ended(migration);

        assertThat(client(174, "notes")).isEqualTo("Call before ten");
        assertThat(client(174, "account_manager_id")).isEqualTo(owner);
        assertThat(client(174, "tax_id")).isEqualTo("DE 81");
        assertThat(client(174, "tax_exempt")).isEqualTo("true");
        assertThat(client(174, "industry")).isEqualTo("Optics");
        assertThat(client(174, "country")).isEqualTo("Denmark");
        assertThat(client(174, "fax")).isEqualTo("+45 1");
        assertThat(contact(3001, "notes")).isEqualTo("Prefers tea");
        assertThat(contact(3001, "receives_email_notifications")).isEqualTo("false");
        assertThat(contact(3001, "email")).isEqualTo("ana@fjordlight.example");
        assertThat(contact(3001, "prefix")).isEqualTo("Prof.");
        assertThat(contact(3001, "job_title")).isEqualTo("Head of all");
        assertThat(counts(second, "companies"))
                .as("nothing to write")
                .isEqualTo(List.of(1L, 1L, 0L, 0L, 1L, 0L, 0L, 0L));
        run(migration);
        assertThat(client(174, "notes")).isEqualTo("Call before ten");
        assertThat(findings(migration, "companies", 174)).noneMatch(finding -> finding.startsWith("LOCAL_EDIT_KEPT"));
        assertThat(findings(migration, "contacts", 3001)).noneMatch(finding -> finding.startsWith("LOCAL_EDIT_KEPT"));
    }

    @Test
    void emptiesOnlyWhatItWroteItself() {
        AUTOTASK.companies(Payload.company()
                .withNull("parentCompanyID")
                .with("city", "Hamburg")
                .with("phone", "+49 40 5550 100")
                .with("countryID", 81)
                .toString());
        added(
                "/api/v1/clients",
                "{\"name\":\"Elbtal Optik GmbH\",\"type\":\"CUSTOMER\",\"status\":\"ACTIVE\",\"city\":\"Hamburg\"}");
        String migration = create();
        assertThat(counts(run(migration), "companies").get(5)).as("linked").isEqualTo(1);
        AUTOTASK.access("Countries", Access.NONE)
                .companies(Payload.company()
                        .withNull("parentCompanyID")
                        .withNull("city")
                        .withNull("phone")
                        .with("countryID", 81)
                        .toString());

        run(migration);

        assertThat(client(174, "city")).as("was there before").isEqualTo("Hamburg");
        assertThat(client(174, "phone")).as("the import's own").isNull();
        assertThat(client(174, "country")).as("cannot be looked up now").isEqualTo("Germany");
    }

    @Test
    void showsWhatWouldBeLostAndTellsWhatWas() {
        AUTOTASK.companies(
                Payload.company().withNull("parentCompanyID").toString(),
                Payload.company()
                        .with("id", 5)
                        .with("companyName", "Fjord")
                        .with("parentCompanyID", 174)
                        .toString(),
                Payload.company()
                        .with("id", 6)
                        .with("companyName", "Skagen")
                        .withNull("parentCompanyID")
                        .toString());
        AUTOTASK.contacts(
                Payload.contact().with("primaryContact", true).toString(),
                Payload.contact()
                        .with("id", 3002)
                        .with("emailAddress", "bo@elbtal.example")
                        .with("primaryContact", false)
                        .toString());
        String migration = create();
        run(migration);
        assertThat(api.get(migration + "/edits").at("/total")).isEqualTo("0");
        editClient(174, client -> client.put("city", "Kiel").put("notes", "Call before ten"));
        editClient(5, client -> client.put("parentId", client(6, "id")));
        editContact(3002, contact -> contact.put("primary", true));

        Answer edits = api.get(migration + "/edits?size=2");
        assertThat(edits.at("/total")).isEqualTo("3");
        assertThat(edits.at("/records")).isEqualTo("3");
        assertThat(edits.at("/complete")).isEqualTo("true");
        assertThat(edits.at("/items/0/field")).isEqualTo("parentCompanyID");
        assertThat(edits.at("/items/0/inAscent")).isEqualTo("Skagen");
        assertThat(edits.at("/items/0/inAutotask")).isEqualTo("Elbtal Optik GmbH");
        assertThat(edits.at("/items/1/sourceId")).isEqualTo("174");
        assertThat(edits.at("/items/1/name")).isEqualTo("Elbtal Optik GmbH");
        assertThat(edits.at("/items/1/field")).isEqualTo("city");
        assertThat(edits.at("/items/1/inAscent")).isEqualTo("Kiel");
        assertThat(edits.at("/items/1/inAutotask")).isEqualTo("Hamburg");
        assertThat(api.get(migration + "/edits?size=2&page=1").at("/items/0/field"))
                .isEqualTo("primaryContact");

        start(migration, "{\"conflicts\":\"AUTOTASK_WINS\"}");
        ended(migration);

        assertThat(client(174, "city")).isEqualTo("Hamburg");
        assertThat(client(174, "notes")).isEqualTo("Call before ten");
        assertThat(api.get(migration + "/edits").at("/total")).isEqualTo("0");
        assertThat(overwritten("Client", client(174, "id")))
                .contains("Run 2", "City", "Kiel", "Hamburg")
                .doesNotContain("otes");
        assertThat(overwritten("Client", client(5, "id"))).contains("Parent client", "Skagen", "Elbtal Optik GmbH");
        assertThat(overwritten("Contact", contact(3001, "id"))).contains("Primary contact", "Yes");
        assertThat(overwritten("Contact", contact(3002, "id"))).contains("Primary contact", "Yes");
        assertThat(jdbc.sql("select count(*) from audit_entry where entity_type = 'Integration'"
                                + " and changes::text like '%Autotask wins over edits%'")
                        .query(Long.class)
                        .single())
                .isEqualTo(1);
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
}
