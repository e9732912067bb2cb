package app.ascent.database.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import app.ascent.PackagedAscent;
import app.ascent.importing.OwnerApi;
import app.ascent.web.Visitor;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** The packaged application in mid-import, whose embedded PostgreSQL dies, cannot start, can again, and dies once more. */
class OutlivesItsDatabaseIT {

    private static final String MIGRATIONS = "/api/v1/autotask/migrations";
    private static final String LIVENESS = "/actuator/health/liveness";
    private static final String READINESS = "/actuator/health/readiness";

    /** How long a machine may take that has much else to do. Nothing here promises to be quick, save the end. */
    private static final Duration PATIENCE = Duration.ofMinutes(3);

    @TempDir
    Path directory;

    private PackagedAscent ascent;
    private OwnerApi api;

    @BeforeEach
    void start() throws IOException {
        ascent = PackagedAscent.start(
                directory,
                "ascent.sandbox.enabled=true",
                "ascent.sandbox.faults.latency=300ms",
                // An import long enough to die in; what is left out would be more of the same.
                "ascent.sandbox.projects=20",
                "ascent.sandbox.tickets=60",
                "ascent.sandbox.files=20",
                "ascent.owner.email=" + OwnerApi.EMAIL,
                "ascent.owner.password=" + OwnerApi.PASSWORD);
        api = new OwnerApi(ascent.port());
    }

    @AfterEach
    void leaveNothingRunning() throws IOException {
        ascent.close();
        OrphanedPostmaster.stop(directory.resolve("postgresql"));
    }

    @Test
    void andItsRunGoesOn() throws Exception {
        String migration = startARun();

        killThePostmaster();

        JsonNode done = await().alias(ascent.log())
                .atMost(PATIENCE)
                .until(() -> api.get(migration), answer -> answer.at("/status").startsWith("COMPLETED"))
                .json();
        assertThat(pulled(done)).isEqualTo(sum(done, "expected")).isGreaterThan(420 + 2600);
        assertThat(status(LIVENESS)).isEqualTo(200);

        Path control = directory.resolve("postgresql/global/pg_control");
        Path away = directory.resolve("pg_control");
        Files.move(control, away);
        killThePostmaster();
        await().atMost(PATIENCE).until(() -> status(LIVENESS) == 503 && status(READINESS) == 503);
        assertThat(api.get(MIGRATIONS).status()).isEqualTo(503);
        assertThat(ascent.log()).contains("The embedded PostgreSQL cannot use its data under " + directory);

        Files.move(away, control);
        await().atMost(PATIENCE).until(() -> status(LIVENESS) == 200 && status(READINESS) == 200);
        assertThat(api.get(MIGRATIONS).status()).isEqualTo(200);

        Files.move(control, away);
        killThePostmaster();
        await().atMost(PATIENCE).until(() -> status(LIVENESS) == 503);
        long leaving = System.nanoTime();
        ascent.process().destroy();
        assertThat(ascent.process().waitFor(30, TimeUnit.SECONDS)).isTrue();
        assertThat(Duration.ofNanos(System.nanoTime() - leaving))
                .as(ascent.log())
                .isLessThan(Duration.ofSeconds(5));
    }

    private String startARun() {
        OwnerApi.Answer created = api.post(
                MIGRATIONS,
                """
                {"apiUser":"practice@sandbox.example","secret":"practice-secret","integrationCode":"PRACTICE-INTEGRATION-CODE27"}""");
        assertThat(created.status()).as(created.text()).isEqualTo(201);
        String migration = Objects.requireNonNull(created.header("Location"));
        assertThat(api.post(migration + "/start", null).status()).isEqualTo(202);
        await().atMost(PATIENCE).until(() -> pulled(api.get(migration).json()) > 500);
        return migration;
    }

    private void killThePostmaster() throws IOException {
        OrphanedPostmaster.serverOf(directory.resolve("postgresql"))
                .orElseThrow()
                .destroyForcibly();
    }

    /** As an orchestrator asks, who names no user. */
    private int status(String path) {
        return new Visitor(ascent.port()).get(path).status();
    }

    private static long pulled(JsonNode migration) {
        return sum(migration, "pulled");
    }

    private static long sum(JsonNode migration, String counter) {
        return migration
                .get("entities")
                .valueStream()
                .mapToLong(entity -> entity.get(counter).asLong())
                .sum();
    }
}
