package app.ascent.importing;

import static org.assertj.core.api.Assertions.assertThat;

import app.ascent.autotask.AutotaskStub;
import app.ascent.importing.OwnerApi.Answer;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What tenants have been seen to send, or might, beyond dirty texts: odd look-ups, names in any case, huge values. */
class OddTenantTests extends ImportJourney {

    OddTenantTests(JdbcClient jdbc, @Value("${local.server.port}") int port) {
        super(jdbc, port);
    }

    @Override
    Set<String> kinds() {
        return Set.of("contacts");
    }

    @Test
    void doesNotStopForOddRowsAmongCountriesAndPeople() {
        AUTOTASK.records("Resources", List.of("{\"id\":29000007,\"lastName\":\"Odd\",\"email\":[\"a@msp.example\"]}"))
                .records("Countries", List.of("{\"id\":82,\"displayName\":[1],\"name\":{\"a\":1}}"))
                .companies(
                        company(1).with("ownerResourceID", 29000007).toString(),
                        company(2).with("countryID", 82).toString());
        String migration = create();

        Answer ended = run(migration);

        assertThat(ended.at("/status")).as(ended.text()).isEqualTo("COMPLETED");
        assertThat(client(1, "account_manager_id")).isNull();
        assertThat(findings(migration, "companies", 1)).isEmpty();
        assertThat(findings(migration, "companies", 2)).containsExactly("REFERENCE_MISSING countryID=82 -> ");
    }

    @Test
    void readsNamesOfFieldsInAnyCase() {
        AUTOTASK.companies(
                """
                {"id":1,"CompanyName":"Fjord","COMPANYTYPE":3,"IsActive":false,"phone":"1","Phone":"2",
                 "UserDefinedFields":[{"Name":"Colour","VALUE":"red"}]}""",
                company(2).json("companyName", "7").toString());
        AUTOTASK.contacts("{\"id\":3001,\"CompanyId\":1,\"LASTNAME\":\"Petersen\",\"isactive\":1}");
        String migration = create();

        run(migration);

        assertThat(client(1, "name")).isEqualTo("Fjord");
        assertThat(client(1, "type")).isEqualTo("PROSPECT");
        assertThat(client(1, "status")).isEqualTo("INACTIVE");
        assertThat(client(1, "phone")).isEqualTo("1");
        assertThat(client(1, "source_details")).contains("\"Colour\":\"red\"");
        assertThat(contact(3001, "client_id")).isEqualTo(client(1, "id"));
        assertThat(contact(3001, "status")).isEqualTo("ACTIVE");
        assertThat(api.get(migration + "/values").text()).contains("\"label\":\"Prospect\"");
        assertThat(jdbc.sql("select records from migration_value_decision where value = '3' and entity = 'companies'")
                        .query(Long.class)
                        .single())
                .isEqualTo(1);
    }

    @Test
    void findsDoublesThatDifferInWhatNobodySees() {
        AUTOTASK.companies(
                company(1).with("companyName", "Fjord\u200Blight \u00ADGmbH").toString(),
                company(2).with("companyName", "FJORDLIGHT\u00A0 gmbh\u200E").toString());
        AUTOTASK.contacts(
                contact(3001).with("emailAddress", "\u200Bana@zw.example").toString(),
                contact(3002).with("emailAddress", "<Ana@ZW.example>").toString());
        String migration = create();

        run(migration);

        assertThat(client(1, "name")).isEqualTo("Fjordlight GmbH");
        assertThat(findings(migration, "companies", 2))
                .singleElement()
                .asString()
                .startsWith("SAME_NAME");
        assertThat(contact(3001, "email")).isEqualTo("ana@zw.example");
        assertThat(contact(3002, "email")).isEqualTo("Ana@ZW.example");
        assertThat(findings(migration, "contacts", 3002))
                .singleElement()
                .asString()
                .startsWith("SAME_EMAIL");
        assertThat(api.get("/api/v1/contacts?search=ana%40zw").at("/total")).isEqualTo("2");
        assertThat(api.get("/api/v1/clients?search=fjordlight").at("/total")).isEqualTo("2");
    }

    @Test
    void linksWhatPeopleEnteredThoughInvisibleCharactersDiffer() {
        Answer entered =
                api.post("/api/v1/clients", "{\"name\":\"\u200BFjord \uFEFFGmbH\",\"phone\":\"\u202A040 1\u202C\"}");
        AUTOTASK.companies(company(1).with("companyName", "FJORD \u2060GmbH").toString());

        Answer ended = run(create());

        assertThat(entered.at("/name")).isEqualTo("Fjord GmbH");
        assertThat(entered.at("/phone")).isEqualTo("040 1");
        assertThat(counts(ended, "companies")).isEqualTo(List.of(1L, 1L, 0L, 0L, 0L, 1L, 0L, 0L));
    }

    @Test
    void takesPastedCredentialsWithoutSpendingATry() {
        Answer created = api.post(
                MIGRATIONS,
                "{\"apiUser\":\"\uFEFF%s\u00A0\",\"secret\":\"\u200B%s\u2028\",\"integrationCode\":\"\u00A0%s\\r\\n\"}"
                        .formatted(AutotaskStub.API_USER, AutotaskStub.SECRET, AutotaskStub.INTEGRATION_CODE));

        assertThat(created.status()).as(created.text()).isEqualTo(201);
        assertThat(count("autotask_rejection")).isZero();
    }

    @Test
    void sendsNoCredentialsThatCannotBeRight() {
        Answer refused = api.post(
                TESTS,
                "{\"apiUser\":\"%s\",\"secret\":\"s\u00A0ecret\",\"integrationCode\":\"\u200B\"}"
                        .formatted(AutotaskStub.API_USER));

        assertProblem(refused, 422, "invalid-input");
        assertThat(refused.text()).contains("cannot be sent to Autotask", "integration code");
        assertThat(AUTOTASK.calls()).isEmpty();
        assertThat(count("autotask_rejection")).isZero();
    }

    /** An index takes no key of that size, whatever it is a key for. */
    @Test
    void livesWithValuesTooLongForAnIndex() {
        String value = randomText(2_800);
        AUTOTASK.fields("Companies", file("company/fields.json").replace("\"12\"", "\"" + value + "\""))
                .companies(
                        company(1).with("companyType", value).toString(),
                        company(2).with("companyType", randomText(50_000)).toString(),
                        company(3).with("companyName", "\uFDFA".repeat(300)).toString(),
                        company(4).with("companyNumber", randomText(9_000)).toString());
        AUTOTASK.contacts(contact(3001)
                .with("lastName", "\uFDFA".repeat(300))
                .with("emailAddress", randomText(5_000) + "@x.example")
                .toString());
        String migration = create();

        Answer ended = run(migration);
        Answer again = run(migration);

        assertThat(counts(ended, "companies")).isEqualTo(List.of(4L, 4L, 4L, 0L, 0L, 0L, 0L, 0L));
        assertThat(counts(again, "companies")).isEqualTo(List.of(4L, 4L, 0L, 0L, 4L, 0L, 0L, 0L));
        assertThat(counts(ended, "contacts").get(1)).isEqualTo(1);
        assertThat(findings(migration, "companies", 1))
                .singleElement()
                .asString()
                .endsWith("-> CUSTOMER");
        assertThat(findings(migration, "companies", 2))
                .singleElement()
                .asString()
                .endsWith("-> CUSTOMER");
    }

    /** Of characters that no compression makes shorter. */
    private static String randomText(int length) {
        return new java.util.Random(length)
                .ints(length, 'a', 'z' + 1)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }

    private static Payload company(long id) {
        return Payload.company()
                .with("id", id)
                .with("companyName", "Company No. " + id)
                .withNull("parentCompanyID");
    }

    private static Payload contact(long id) {
        return Payload.contact().with("id", id).with("companyID", 1).withNull("emailAddress2", "primaryContact");
    }
}
