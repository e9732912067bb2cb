package app.ascent.crm;

import app.ascent.identity.OrganizationId;
import app.ascent.record.RecordRefused;
import java.sql.Timestamp;
import java.time.Instant;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** A person's word on who is the primary contact of a client; from then on imports leave the place alone. */
@Component
class PrimaryChoice {

    private final JdbcClient jdbc;

    PrimaryChoice(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Frees the place for another contact; there is one a client. */
    void choose(OrganizationId organization, ClientId client, Instant now) {
        nobody(organization, client);
        jdbc.sql(
                        """
                        update crm_contact set is_primary = false, version = version + 1, updated_at = :now
                        where organization_id = :organization and client_id = :client and is_primary
                        """)
                .param("organization", organization.value())
                .param("client", client.value())
                .param("now", Timestamp.from(now))
                .update();
    }

    /** Makes those who choose wait for one another, and for an import that elects one: the client's row is locked. */
    void nobody(OrganizationId organization, ClientId client) {
        int found = jdbc.sql(
                        "update crm_client set primary_chosen = true where organization_id = :organization and id = :client")
                .param("organization", organization.value())
                .param("client", client.value())
                .update();
        if (found == 0) {
            throw new RecordRefused.Unknown(client.value());
        }
    }
}
