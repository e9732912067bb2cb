package app.ascent.autotask;

import static org.assertj.core.api.Assertions.assertThat;

import app.ascent.autotask.client.Zone;
import app.ascent.identity.OrganizationId;
import app.ascent.vault.Secret;
import app.ascent.vault.VaultKeys;
import java.net.URI;
import java.time.Clock;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionOperations;

@AutotaskTest
class KeyRotationTests {

    private static final String OLD_KEY = VaultKeys.key(1);
    private static final String NEW_KEY = VaultKeys.key(2);

    private final AutotaskConnections rows;
    private final JdbcClient jdbc;
    private final TransactionOperations transactions;
    private final Clock clock;

    KeyRotationTests(AutotaskConnections rows, JdbcClient jdbc, TransactionOperations transactions, Clock clock) {
        this.rows = rows;
        this.jdbc = jdbc;
        this.transactions = transactions;
        this.clock = clock;
    }

    @Test
    void encryptsStoredCredentialsAnewWithTheFirstKey() {
        OrganizationId organization = new OrganizationId(UUID.randomUUID());
        jdbc.sql("insert into identity_organization (id, name, created_at, version) values (:id, 'Fjord', now(), 0)")
                .param("id", organization.value())
                .update();
        ConnectionId id = transactions.execute(_ -> connections(OLD_KEY)
                .store(
                        organization,
                        new Credentials("user@example.org", new Secret("kept"), new Secret("CODE")),
                        new Zone(
                                "EU1", URI.create("https://a.autotask.net"), URI.create("https://b.autotask.net"), 7)));

        transactions.executeWithoutResult(
                _ -> connections(NEW_KEY + "," + OLD_KEY).reseal());

        Connections withoutTheOldKey = connections(NEW_KEY);
        assertThat(withoutTheOldKey
                        .open(organization, id)
                        .credentials()
                        .secret()
                        .reveal())
                .isEqualTo("kept");
    }

    private Connections connections(String keys) {
        return new Connections(rows, new SealedCredentials(VaultKeys.secrets(keys)), clock);
    }
}
