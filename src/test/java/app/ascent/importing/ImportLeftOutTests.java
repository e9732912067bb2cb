package app.ascent.importing;

import static org.assertj.core.api.Assertions.assertThat;

import app.ascent.crm.NotImported;
import app.ascent.crm.NotImported.LeftOut;
import app.ascent.identity.OrganizationId;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Who looks for a record by its id in Autotask learns that it was left out, and where that is explained. */
class ImportLeftOutTests extends ImportJourney {

    private final NotImported notImported;

    ImportLeftOutTests(JdbcClient jdbc, @Value("${local.server.port}") int port, NotImported notImported) {
        super(jdbc, port);
        this.notImported = notImported;
    }

    @Test
    void findsWhatWasLeftOutAndNothingElse() {
        AUTOTASK.companies(Payload.company().withNull("parentCompanyID").toString())
                .contacts(Payload.contact().with("companyID", 77_777).toString());
        String migration = create();
        run(migration);
        OrganizationId organization = new OrganizationId(jdbc.sql("select organization_id from crm_client limit 1")
                .query(UUID.class)
                .single());

        assertThat(notImported.find(organization, "contacts", 3001))
                .get()
                .extracting(LeftOut::address)
                .isEqualTo("/admin/autotask-migration" + migration.substring((ROOT + "/migrations").length())
                        + "/issues/contacts/3001");
        assertThat(notImported.find(organization, "clients", 174))
                .as("it is in Ascent")
                .isEmpty();
        assertThat(notImported.find(organization, "contacts", 5))
                .as("it never came")
                .isEmpty();
        assertThat(notImported.find(organization, "tickets", 3001)).isEmpty();
        assertThat(notImported.find(new OrganizationId(UUID.randomUUID()), "contacts", 3001))
                .isEmpty();
    }
}
