package app.ascent.autotask;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.ascent.autotask.Connections.ConnectionView;
import app.ascent.autotask.client.Zone;
import app.ascent.identity.OrganizationId;
import app.ascent.vault.Secret;
import app.ascent.vault.VaultSealed;
import java.net.URI;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.core.simple.JdbcClient;

@AutotaskTest
class ConnectionsTests {

    private static final Zone ZONE = zone("EU1", 19, 91_234);

    private final Connections connections;
    private final JdbcClient jdbc;
    private OrganizationId organization;

    ConnectionsTests(Connections connections, JdbcClient jdbc) {
        this.connections = connections;
        this.jdbc = jdbc;
    }

    @BeforeEach
    void found() {
        organization = organization();
    }

    @Test
    void keepsWhatItIsGiven() {
        ConnectionId id = connections.store(organization, credentials("marked-secret"), ZONE);

        ConnectionView view = connections.find(organization, id).orElseThrow();
        assertThat(view.id()).isEqualTo(id);
        assertThat(view.zone()).isEqualTo(ZONE);
        assertThat(view.testedAt()).isNotNull();
        assertThat(connections.find(organization, ZONE.database())).contains(view);
        Connections.Opened opened = connections.open(organization, id);
        assertThat(opened.credentials().apiUser()).isEqualTo("user@example.org");
        assertThat(opened.credentials().secret().reveal()).isEqualTo("marked-secret");
        assertThat(opened.credentials().integrationCode().reveal()).isEqualTo("CODE");
    }

    @Test
    void remembersWhoNamedTheZone() {
        Zone entered = new Zone(ZONE.name(), ZONE.api(), ZONE.web(), ZONE.database(), true);
        ConnectionId id = connections.store(organization, credentials("secret"), entered);
        assertThat(connections.find(organization, id).orElseThrow().zone()).isEqualTo(entered);

        connections.replace(organization, id, credentials("secret"), ZONE);
        assertThat(connections.find(organization, id).orElseThrow().zone()).isEqualTo(ZONE);
    }

    @Test
    void storesNothingInTheClear() {
        connections.store(organization, credentials("marked-secret"), ZONE);

        assertThat(row())
                .doesNotContain("marked-secret")
                .doesNotContain("user@example.org")
                .doesNotContain("CODE");
    }

    @Test
    void refusesASecondOneForTheSameDatabase() {
        connections.store(organization, credentials("first"), ZONE);

        assertThatThrownBy(() -> connections.store(organization, credentials("second"), ZONE))
                .isInstanceOf(DataIntegrityViolationException.class);
        connections.store(organization, credentials("other"), zone("EU1", 19, 91_235));
        connections.store(organization(), credentials("other"), ZONE);
    }

    @Test
    void isInvisibleToAnotherOrganization() {
        ConnectionId id = connections.store(organization, credentials("secret"), ZONE);
        OrganizationId other = organization();

        assertThat(connections.find(other, id)).isEmpty();
        assertThat(connections.find(other, ZONE.database())).isEmpty();
        assertThatIllegalStateException().isThrownBy(() -> connections.open(other, id));
        assertThatIllegalStateException().isThrownBy(() -> connections.replace(other, id, credentials("theirs"), ZONE));
        connections.delete(other, id);
        assertThat(connections.find(organization, id)).isPresent();
    }

    @Test
    void replacesCredentials() {
        ConnectionId id = connections.store(organization, credentials("old"), ZONE);

        connections.replace(organization, id, credentials("new"), zone("EU2", 20, ZONE.database()));

        assertThat(connections.open(organization, id).credentials().secret().reveal())
                .isEqualTo("new");
        assertThat(connections.find(organization, id).orElseThrow().zone().name())
                .isEqualTo("EU2");
        assertThatIllegalStateException()
                .isThrownBy(() -> connections.replace(organization, id, credentials("new"), zone("EU2", 20, 5)));
    }

    @Test
    void forgetsWhatIsDeleted() {
        ConnectionId id = connections.store(organization, credentials("secret"), ZONE);

        connections.delete(organization, id);
        connections.delete(organization, id);

        assertThat(connections.find(organization, id)).isEmpty();
        assertThat(row()).isEmpty();
    }

    @Test
    void opensNoCipherTextOfAnotherRow() {
        ConnectionId mine = connections.store(organization, credentials("mine"), ZONE);
        ConnectionId theirs = connections.store(organization, credentials("theirs"), zone("EU1", 19, 91_235));

        jdbc.sql(
                        """
                update autotask_connection set credentials = (
                    select credentials from autotask_connection where id = :theirs
                ) where id = :mine
                """)
                .param("mine", mine.value())
                .param("theirs", theirs.value())
                .update();

        assertThatThrownBy(() -> connections.open(organization, mine)).isInstanceOf(VaultSealed.class);
    }

    private OrganizationId organization() {
        UUID id = UUID.randomUUID();
        jdbc.sql("insert into identity_organization (id, name, created_at, version) values (:id, 'Fjord', now(), 0)")
                .param("id", id)
                .update();
        return new OrganizationId(id);
    }

    private String row() {
        return jdbc.sql("select c::text from autotask_connection c where organization_id = :organization")
                .param("organization", organization.value())
                .query(String.class)
                .optional()
                .orElse("");
    }

    private static Credentials credentials(String secret) {
        return new Credentials("user@example.org", new Secret(secret), new Secret("CODE"));
    }

    private static Zone zone(String name, int number, long database) {
        return new Zone(
                name,
                URI.create("https://webservices%d.autotask.net/ATServicesRest/V1.0".formatted(number)),
                URI.create("https://ww%d.autotask.net/".formatted(number)),
                database);
    }
}
