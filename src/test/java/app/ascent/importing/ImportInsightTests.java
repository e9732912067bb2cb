package app.ascent.importing;

import static org.assertj.core.api.Assertions.assertThat;

import app.ascent.identity.OrganizationId;
import app.ascent.record.Provenance;
import app.ascent.record.SourceInsight;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.node.ObjectNode;

/** What the Source card learns from imports. */
class ImportInsightTests extends ImportJourney {

    private final SourceInsight insight;

    ImportInsightTests(JdbcClient jdbc, @Value("${local.server.port}") int port, SourceInsight insight) {
        super(jdbc, port);
        this.insight = insight;
    }

    @Override
    Set<String> kinds() {
        return Set.of("contacts");
    }

    @Test
    void tellsWhereARecordCameFromAndWhatTheImportDid() {
        AUTOTASK.companies(Payload.company()
                        .withNull("parentCompanyID")
                        .with("companyType", 99)
                        .toString())
                .contacts(Payload.contact().toString());
        String migration = create();
        run(migration);
        String run = api.get(migration + "/runs").at("/items/0/id");

        SourceInsight.View client = find("clients", 174);
        SourceInsight.View contact = find("contacts", 3001);

        assertThat(client.webAddress())
                .endsWith("/Autotask/AutotaskExtend/ExecuteCommand.aspx?Code=OpenAccount&AccountID=174");
        assertThat(contact.webAddress())
                .endsWith("/Autotask/AutotaskExtend/ExecuteCommand.aspx?Code=OpenContact&ContactID=3001");
        assertThat(client.run())
                .isEqualTo("/admin/autotask-migration" + migration.substring((ROOT + "/migrations").length()) + "/runs/"
                        + run);
        assertThat(client.result()).isEqualTo("Created");
        assertThat(client.firstImport()).isNotNull();
        assertThat(client.lastImport()).isNotNull();
        assertThat(client.remarks())
                .singleElement()
                .asString()
                .isEqualTo("Company type 99 has no label in Autotask any more; imported as Customer.");
        assertThat(client.keptEdits()).isEmpty();
        assertThat(contact.remarks()).isEmpty();
    }

    @Test
    void tellsOfKeptEditsApart() {
        AUTOTASK.companies(Payload.company().withNull("parentCompanyID").toString());
        String migration = create();
        run(migration);
        String address = "/api/v1/clients/" + Objects.requireNonNull(client(174, "id"));
        ObjectNode edited = (ObjectNode) api.get(address).json();
        api.put(address, edited.put("phone", "own number").toString());
        AUTOTASK.companies(Payload.company()
                .withNull("parentCompanyID")
                .with("phone", "+49 40 5550 777")
                .toString());
        run(migration);

        SourceInsight.View client = find("clients", 174);

        assertThat(client.remarks()).isEmpty();
        assertThat(client.keptEdits())
                .singleElement()
                .asString()
                .isEqualTo("Phone was changed in Ascent since the last import. The value in Ascent stays: own number."
                        + " Autotask has +49 40 5550 777.");
    }

    @Test
    void tellsWhatTheLastImportDid() {
        String company = Payload.company().withNull("parentCompanyID").toString();
        String moved = Payload.company()
                .withNull("parentCompanyID")
                .with("phone", "+49 40 5550 777")
                .with("companyType", "9".repeat(100))
                .toString();
        AUTOTASK.companies(company);
        String migration = create();
        run(migration);
        run(migration);
        assertThat(find("clients", 174).result()).isEqualTo("Unchanged");

        AUTOTASK.companies(moved);
        run(migration);
        assertThat(find("clients", 174).result()).isEqualTo("Updated");
        assertThat(find("clients", 174).remarks()).singleElement().asString().startsWith("Company type 9999");

        AUTOTASK.contacts(Payload.contact()
                .with("emailAddress", "x".repeat(100))
                .with("createDate", "never")
                .toString());
        run(migration);
        assertThat(find("contacts", 3001).remarks())
                .anySatisfy(remark -> assertThat(remark.toString()).contains("x".repeat(80) + "…"))
                .anySatisfy(remark -> assertThat(remark.toString()).contains("never"));

        api.delete(migration);
        run(create());
        assertThat(find("clients", 174).result()).isEqualTo("Linked to an existing record");
    }

    @Test
    void namesTheOtherRecordAndLeadsToIt() {
        String company = Payload.company().withNull("parentCompanyID").toString();
        String twin =
                Payload.company().withNull("parentCompanyID").with("id", 175).toString();
        String child = Payload.company()
                .with("companyName", "A child without its parent")
                .with("id", 176)
                .with("parentCompanyID", 177)
                .toString();
        AUTOTASK.companies(company, twin, child);
        run(create());

        SourceInsight.Remark sameName = find("clients", 174).remarks().getFirst();
        assertThat(sameName.toString())
                .startsWith(
                        "Another company has the same name. Both were imported as separate clients. The other one is ")
                .doesNotContain("175");
        assertThat(sameName.parts())
                .anySatisfy(part -> assertThat(part.href()).isEqualTo("/clients/" + client(175, "id")));

        assertThat(find("clients", 176).remarks())
                .anySatisfy(remark -> assertThat(remark.toString()).contains("parent company"));
    }

    @Test
    void knowsNothingOfOtherSourcesRecordsAndDeletedMigrations() {
        AUTOTASK.companies(Payload.company().withNull("parentCompanyID").toString());
        String migration = create();
        run(migration);
        Provenance known = new Provenance("AUTOTASK", AUTOTASK.database(), 174);

        assertThat(insight.find(organization(), "clients", new Provenance("OTHER", AUTOTASK.database(), 174)))
                .isEmpty();
        assertThat(insight.find(organization(), "clients", new Provenance("AUTOTASK", AUTOTASK.database(), 5)))
                .isEmpty();
        assertThat(insight.find(organization(), "tickets", known)).isEmpty();
        assertThat(insight.find(new OrganizationId(UUID.randomUUID()), "clients", known))
                .isEmpty();
        api.delete(migration);
        assertThat(insight.find(organization(), "clients", known)).isEmpty();
    }

    private SourceInsight.View find(String type, long id) {
        return insight.find(organization(), type, new Provenance("AUTOTASK", AUTOTASK.database(), id))
                .orElseThrow();
    }

    private OrganizationId organization() {
        return new OrganizationId(jdbc.sql("select organization_id from crm_client limit 1")
                .query(UUID.class)
                .single());
    }
}
