package app.ascent.importing;

import static org.assertj.core.api.Assertions.assertThat;

import app.ascent.importing.OwnerApi.Answer;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Everything people have ever typed into Autotask, in one import. */
class DirtyDataTests extends ImportJourney {

    private static final String HUGE = "x".repeat(20_000);
    private static final String HOSTILE = "<script>alert(1)</script>'); drop table crm_client; --";

    DirtyDataTests(JdbcClient jdbc, @Value("${local.server.port}") int port) {
        super(jdbc, port);
    }

    @Override
    Set<String> kinds() {
        return Set.of("contacts");
    }

    @BeforeEach
    void fillTheTenant() {
        AUTOTASK.companies(
                Payload.ownOrganization().toString(),
                company(1).with("companyName", "Nul\u0000  \uD83D\uDE00 GmbH").toString(),
                company(2).with("companyName", "\u200Fעברית\u200F").toString(),
                company(3).with("address1", HUGE).toString(),
                company(4).with("companyName", HOSTILE).with("city", HOSTILE).toString(),
                company(5).withNull("companyName").toString(),
                company(6).with("companyType", 99).toString(),
                company(7).withNull("companyType").toString(),
                company(8).with("companyType", 12).toString(),
                company(9).with("companyType", 14).toString(),
                company(10).with("parentCompanyID", 900).toString(),
                company(11).with("parentCompanyID", 11).toString(),
                company(12).with("parentCompanyID", 77_777).toString(),
                company(13).with("parentCompanyID", 14).toString(),
                company(14).with("parentCompanyID", 13).toString(),
                company(15).with("companyName", "Twin  GmbH").toString(),
                company(16).with("companyName", "twin gmbh").toString(),
                company(17).without("isActive").toString(),
                company(18).with("isActive", false).toString(),
                company(19).with("companyType", 4).toString(),
                company(20).with("createDate", "0001-01-01T00:00:00").toString(),
                company(21).with("countryID", 9_999).toString(),
                company(22).with("ownerResourceID", 4_711).toString(),
                company(23).with("phone", "+49 \uD83D 40").toString(),
                company(900).toString());
        AUTOTASK.contacts(
                contact(3001).toString(),
                contact(3002).withNull("companyID").toString(),
                contact(3003).with("companyID", 77_777).toString(),
                contact(3004).with("companyID", 0).toString(),
                contact(3005)
                        .with("emailAddress", "n/a")
                        .with("emailAddress2", "ana@x.example")
                        .toString(),
                contact(3006)
                        .with("companyID", 15)
                        .with("emailAddress", "team@x.example")
                        .toString(),
                contact(3007)
                        .with("companyID", 15)
                        .with("emailAddress", "TEAM@x.example")
                        .toString(),
                contact(3008)
                        .withNull("firstName", "lastName")
                        .with("emailAddress", "mara.p@x.example")
                        .toString(),
                contact(3009)
                        .withNull("firstName", "lastName", "emailAddress", "emailAddress2", "emailAddress3")
                        .toString(),
                contact(3010).with("namePrefix", 77).toString(),
                contact(3011).with("emailAddress", "second@x.example").toString(),
                contact(3012).with("note", HUGE).toString(),
                contact(3013).with("companyID", "HQ").toString(),
                contact(3014).with("isActive", 0).toString());
    }

    @Test
    void loadsWhatItCanAndHidesNothingAndTellsTheSameTheSecondTime() {
        String migration = create();

        Answer first = run(migration);

        loadsWhatItCan(first);
        storesCleanTextsOfEveryKind();
        setsParentsThatComeLaterAndNoOthers();
        remarksOnEveryCompanyThatIsNotAsItShouldBe(migration);
        remarksOnEveryContactThatIsNotAsItShouldBe(migration);
        countsUnmappedValuesWithTheirLabelsAndWhatWasUsedInstead(migration);
        String told = api.get(migration + "/records?size=500").text();

        Answer second = run(migration);

        assertThat(counts(second, "companies")).isEqualTo(List.of(25L, 25L, 0L, 0L, 25L, 0L, 0L, 0L));
        assertThat(counts(second, "contacts")).isEqualTo(List.of(14L, 11L, 0L, 0L, 11L, 0L, 2L, 1L));
        assertThat(api.get(migration + "/records?size=500").text()).isEqualTo(told);
    }

    /** Autotask sends no objects in these fields; whatever puts one there must not cost the record. */
    @Test
    void leavesOutWhatHasAShapeNobodyExpects() {
        AUTOTASK.companies(
                company(1)
                        .json("userDefinedFields", "[null,{\"name\":\"a\",\"value\":{\"b\":2}},7]")
                        .toString(),
                company(2)
                        .json("userDefinedFields", "\"none\"")
                        .json("phone", "[\"1\",\"2\"]")
                        .toString(),
                company(3).json("userDefinedFields", "{\"name\":\"x\"}").toString(),
                company(4).json("companyName", "{\"value\":\"x\"}").toString());
        AUTOTASK.contacts(
                contact(3001)
                        .with("companyID", 1)
                        .json("firstName", "{\"a\":1}")
                        .toString(),
                contact(3002).json("companyID", "{\"id\":1}").toString(),
                contact(3005).with("emailAddress", "a@@b").with("note", HUGE).toString());
        String migration = create();

        run(migration);

        assertThat(findings(migration, "companies", 1))
                .containsExactlyInAnyOrder(
                        "UNKNOWN_VALUE userDefinedFields={\"b\":2} -> ", "UNKNOWN_VALUE userDefinedFields=7 -> ");
        assertThat(elements(api.get(migration + "/records?size=500&entity=companies")
                                .json()
                                .path("items"))
                        .filter(one -> one.path("sourceId").asString().equals("1"))
                        .map(one -> one.path("message").asString()))
                .contains(
                        "A user-defined field came from Autotask in a form that could not be read (7), so it was left out.");
        assertThat(findings(migration, "companies", 2))
                .containsExactlyInAnyOrder(
                        "UNKNOWN_VALUE userDefinedFields=\"none\" -> ", "UNKNOWN_VALUE phone=[\"1\",\"2\"] -> ");
        assertThat(findings(migration, "companies", 3))
                .containsExactly("UNKNOWN_VALUE userDefinedFields={\"name\":\"x\"} -> ");
        assertThat(findings(migration, "companies", 4))
                .containsExactly("SOURCE_ERROR companyName={\"value\":\"x\"} -> ");
        assertThat(findings(migration, "contacts", 3001)).containsExactly("UNKNOWN_VALUE firstName={\"a\":1} -> ");
        assertThat(findings(migration, "contacts", 3002)).containsExactly("SOURCE_ERROR companyID={\"id\":1} -> ");
        assertThat(client(4, "id")).isNull();
        assertThat(client(2, "phone")).isNull();
        assertThat(contact(3001, "last_name")).isEqualTo("Petersen");
        assertThat(contact(3005, "notes"))
                .as("an address that is none is kept though the notes are full")
                .hasSize(10_000)
                .endsWith("x\nEmail in Autotask: a@@b");
        assertThat(contact(3005, "source_details")).contains(HUGE);
    }

    private void loadsWhatItCan(Answer ended) {
        assertThat(ended.at("/status")).isEqualTo("COMPLETED_WITH_ISSUES");
        assertThat(counts(ended, "companies")).isEqualTo(List.of(25L, 25L, 25L, 0L, 0L, 0L, 0L, 0L));
        assertThat(counts(ended, "contacts")).isEqualTo(List.of(14L, 11L, 11L, 0L, 0L, 0L, 2L, 1L));
        assertThat(count("crm_client")).isEqualTo(25);
        assertThat(count("crm_contact")).isEqualTo(11);
    }

    private void storesCleanTextsOfEveryKind() {
        assertThat(client(1, "name")).isEqualTo("Nul \uD83D\uDE00 GmbH");
        assertThat(client(2, "name")).isEqualTo("עברית");
        assertThat(client(3, "address1")).hasSize(200);
        assertThat(client(3, "source_details")).contains(HUGE);
        assertThat(client(4, "name")).isEqualTo(HOSTILE);
        assertThat(client(4, "city")).isEqualTo(HOSTILE);
        assertThat(client(23, "phone")).isEqualTo("+49  40");
        assertThat(client(0, "type")).isEqualTo("OTHER");
        assertThat(client(0, "notes")).isEqualTo("Own organization in Autotask");
        assertThat(client(18, "status")).isEqualTo("INACTIVE");
        assertThat(client(19, "status")).isEqualTo("INACTIVE");
        assertThat(client(22, "account_manager_id")).isNull();
        assertThat(client(1, "account_manager_id")).isNotNull();
        assertThat(contact(3012, "notes")).hasSize(10_000);
        assertThat(contact(3005, "notes")).endsWith("\nEmail in Autotask: n/a");
    }

    private void remarksOnEveryCompanyThatIsNotAsItShouldBe(String migration) {
        assertThat(findings(migration, "companies", 0)).isEmpty();
        assertThat(findings(migration, "companies", 1)).isEmpty();
        assertThat(findings(migration, "companies", 3))
                .containsExactly("TRUNCATED address1=" + "x".repeat(200) + "… -> ");
        assertThat(findings(migration, "companies", 5))
                .containsExactly("MISSING_VALUE companyName= -> Autotask company 5");
        assertThat(findings(migration, "companies", 6)).containsExactly("UNKNOWN_VALUE companyType=99 -> CUSTOMER");
        assertThat(findings(migration, "companies", 7)).containsExactly("UNKNOWN_VALUE companyType= -> CUSTOMER");
        assertThat(findings(migration, "companies", 8)).containsExactly("UNKNOWN_VALUE companyType=12 -> CUSTOMER");
        assertThat(findings(migration, "companies", 9)).containsExactly("UNKNOWN_VALUE companyType=14 -> VENDOR");
        assertThat(findings(migration, "companies", 10)).isEmpty();
        assertThat(findings(migration, "companies", 11)).containsExactly("CYCLE parentCompanyID=11 -> ");
        assertThat(findings(migration, "companies", 12)).containsExactly("REFERENCE_MISSING parentCompanyID=77777 -> ");
        assertThat(findings(migration, "companies", 13)).containsExactly("CYCLE parentCompanyID=14 -> ");
        assertThat(findings(migration, "companies", 14)).containsExactly("CYCLE parentCompanyID=13 -> ");
        assertThat(findings(migration, "companies", 15))
                .singleElement()
                .asString()
                .startsWith("SAME_NAME companyName=");
        assertThat(findings(migration, "companies", 16))
                .singleElement()
                .asString()
                .startsWith("SAME_NAME companyName=");
        assertThat(findings(migration, "companies", 17)).containsExactly("MISSING_VALUE isActive= -> ACTIVE");
        assertThat(findings(migration, "companies", 19)).isEmpty();
        assertThat(findings(migration, "companies", 20))
                .containsExactly("INVALID_DATE createDate=0001-01-01T00:00:00 -> ");
        assertThat(findings(migration, "companies", 21)).containsExactly("REFERENCE_MISSING countryID=9999 -> ");
        assertThat(findings(migration, "companies", 22)).containsExactly("REFERENCE_MISSING ownerResourceID=4711 -> ");
    }

    private void setsParentsThatComeLaterAndNoOthers() {
        assertThat(client(10, "parent_id")).isEqualTo(client(900, "id"));
        for (long id : List.of(11L, 12L, 13L, 14L)) {
            assertThat(client(id, "parent_id")).as("parent of " + id).isNull();
        }
    }

    private void remarksOnEveryContactThatIsNotAsItShouldBe(String migration) {
        assertThat(findings(migration, "contacts", 3001)).isEmpty();
        assertThat(findings(migration, "contacts", 3002)).containsExactly("PARENT_NOT_IMPORTED companyID= -> ");
        assertThat(findings(migration, "contacts", 3003)).containsExactly("PARENT_NOT_IMPORTED companyID=77777 -> ");
        assertThat(findings(migration, "contacts", 3004)).isEmpty();
        assertThat(findings(migration, "contacts", 3005)).contains("INVALID_EMAIL emailAddress=n/a -> ");
        assertThat(findings(migration, "contacts", 3006)).isEmpty();
        assertThat(findings(migration, "contacts", 3007))
                .anySatisfy(finding -> assertThat(finding).startsWith("SAME_EMAIL emailAddress="));
        assertThat(findings(migration, "contacts", 3008)).contains("MISSING_VALUE lastName= -> mara.p");
        assertThat(findings(migration, "contacts", 3009)).contains("MISSING_VALUE lastName= -> Contact 3009");
        assertThat(findings(migration, "contacts", 3010)).contains("UNKNOWN_VALUE namePrefix=77 -> ");
        assertThat(findings(migration, "contacts", 3011))
                .containsExactly("SECOND_PRIMARY primaryContact=true -> false");
        assertThat(findings(migration, "contacts", 3012))
                .anySatisfy(finding -> assertThat(finding).startsWith("TRUNCATED note="));
        assertThat(findings(migration, "contacts", 3013)).containsExactly("INVALID_VALUE companyID=HQ -> ");
        assertThat(contact(3001, "is_primary")).isEqualTo("true");
        assertThat(contact(3014, "is_primary")).isEqualTo("false");
    }

    private void countsUnmappedValuesWithTheirLabelsAndWhatWasUsedInstead(String migration) {
        Answer report = api.get(migration + "/report");

        assertThat(elements(report.json().path("unmappedValues"))
                        .map(one -> "%s.%s %s %s %s %s"
                                .formatted(
                                        one.path("entity").asString(""),
                                        one.path("field").asString(""),
                                        one.path("value").asString("-"),
                                        one.path("label").asString("-"),
                                        one.path("records").asString(""),
                                        one.path("usedInstead").asString("-")))
                        .toList())
                .containsExactlyInAnyOrder(
                        "companies.companyType 99 - 1 CUSTOMER",
                        "companies.companyType - - 1 CUSTOMER",
                        "companies.companyType 12 Distributor 1 CUSTOMER",
                        "companies.companyType 14 Vendor 1 VENDOR",
                        "contacts.namePrefix 77 - 1 -");
    }

    private static Payload company(long id) {
        return Payload.company()
                .with("id", id)
                .with("companyName", "Company No. " + id)
                .withNull("parentCompanyID");
    }

    private static Payload contact(long id) {
        return Payload.contact()
                .with("id", id)
                .with("companyID", 1)
                .with("emailAddress", "c" + id + "@x.example")
                .with("primaryContact", id == 3001 || id == 3011 || id == 3014);
    }
}
