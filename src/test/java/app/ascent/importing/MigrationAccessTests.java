package app.ascent.importing;

import static org.assertj.core.api.Assertions.assertThat;

import app.ascent.importing.OwnerApi.Answer;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Whom the API of the migration answers, and about whose migrations. */
class MigrationAccessTests extends ImportJourney {

    private final int port;

    MigrationAccessTests(JdbcClient jdbc, @Value("${local.server.port}") int port) {
        super(jdbc, port);
        this.port = port;
    }

    @Test
    void knowsNoOtherMigration() {
        String unknown = MIGRATIONS + "/" + UUID.randomUUID();

        assertThat(Stream.of(
                        api.get(unknown),
                        api.get(unknown + "/runs"),
                        api.get(unknown + "/report"),
                        api.get(unknown + "/report.csv"),
                        api.get(unknown + "/records"),
                        api.post(unknown + "/start", null),
                        api.post(unknown + "/pause", null),
                        api.post(unknown + "/cancel", null),
                        api.put(unknown + "/credentials", credentials()),
                        api.delete(unknown),
                        api.get(MIGRATIONS + "/not-an-id")))
                .extracting(Answer::status)
                .containsOnly(404);
    }

    @Test
    void letsNobodyInWithoutAPassword() {
        OwnerApi stranger = new OwnerApi(port, OwnerApi.EMAIL, "wrong");

        assertThat(stranger.get(MIGRATIONS).status()).isEqualTo(401);
        assertThat(stranger.post(TESTS, credentials()).status()).isEqualTo(401);
        assertThat(AUTOTASK.calls()).isEmpty();
    }

    @Test
    void isForTheOwnerAlone() {
        String migration = create();
        AUTOTASK.forgetCalls();
        setRole("ADMIN");
        try {
            assertThat(Stream.of(
                            api.post(TESTS, credentials()),
                            api.post(MIGRATIONS, credentials()),
                            api.get(MIGRATIONS),
                            api.get(migration),
                            api.get(migration + "/runs"),
                            api.get(migration + "/report"),
                            api.get(migration + "/report.csv"),
                            api.get(migration + "/records"),
                            api.post(migration + "/start", null),
                            api.post(migration + "/pause", null),
                            api.post(migration + "/cancel", null),
                            api.put(migration + "/credentials", credentials()),
                            api.delete(migration),
                            api.post(TESTS, "{}"),
                            api.post(MIGRATIONS, "no JSON"),
                            api.get(migration + "/records?size=501")))
                    .extracting(Answer::status)
                    .containsOnly(403);
            assertThat(AUTOTASK.calls()).isEmpty();
        } finally {
            setRole("OWNER");
        }
    }

    @Test
    void hidesTheMigrationsOfOtherOrganizations() {
        String migration = create();
        jdbc.sql("update migration_migration set organization_id = gen_random_uuid()")
                .update();

        assertThat(Stream.of(
                        api.get(migration),
                        api.get(migration + "/runs"),
                        api.get(migration + "/report"),
                        api.get(migration + "/report.csv"),
                        api.get(migration + "/records"),
                        api.post(migration + "/start", null),
                        api.put(migration + "/credentials", credentials()),
                        api.delete(migration)))
                .extracting(Answer::status)
                .containsOnly(404);
        assertThat(api.get(MIGRATIONS).json().path("total").asInt()).isZero();
        assertThat(count("migration_migration")).isEqualTo(1);
    }

    private void setRole(String role) {
        jdbc.sql("update identity_user set role = :role where email = :email")
                .param("role", role)
                .param("email", OwnerApi.EMAIL)
                .update();
    }
}
