package app.ascent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import app.ascent.importing.OwnerApi;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The packaged application, stopped as an orchestrator does: SIGTERM in mid-run, with its logs in JSON. */
class LeavesAtACheckpointIT {

    private static final Duration LIMIT = Duration.ofSeconds(5);

    /** How long a machine may take that has much else to do, for what need not be quick. */
    private static final Duration PATIENCE = Duration.ofMinutes(3);

    private static final int TERMINATED = 128 + 15;
    private static final String SECRET = "marked-secret-7Qz";
    private static final String CODE = "MARKED-INTEGRATION-CODE-4Xw";
    private static final String MIGRATIONS = "/api/v1/autotask/migrations";

    @TempDir
    Path directory;

    private final List<PackagedAscent> started = new ArrayList<>();
    private int port;

    /** The practice tenant is remembered by its address, so every start needs the same one. */
    @BeforeEach
    void chooseAPort() throws IOException {
        try (ServerSocket free = new ServerSocket(0)) {
            port = free.getLocalPort();
        }
    }

    @AfterEach
    void leaveNothingRunning() {
        started.forEach(PackagedAscent::close);
    }

    @Test
    void withinFiveSecondsAndGoesOnByItself() throws Exception {
        PackagedAscent first = start("300ms");
        OwnerApi api = new OwnerApi(first.port());
        String migration = create(api);
        assertThat(api.post(migration + "/start", null).status()).isEqualTo(202);
        await().atMost(PATIENCE).until(() -> pulled(api.get(migration).json()) > 500);

        terminate(first);

        assertThat(first.log()).contains("it goes on from its checkpoints");

        PackagedAscent second = start("0s");
        OwnerApi again = new OwnerApi(second.port());
        JsonNode done = await().atMost(PATIENCE)
                .until(() -> again.get(migration).json(), seen -> status(seen).startsWith("COMPLETED"));
        assertThat(pulled(done)).isEqualTo(sum(done, "expected")).isGreaterThan(420 + 2600);
        assertThat(again.get(migration + "/runs").at("/total")).isEqualTo("1");

        Set<String> customers = customers(second);
        assertThat(customers).hasSizeGreaterThan(500);

        // The worst case: a statement that does not end, and a request whose body never comes.
        try (Connection other = second.database();
                Socket _ = endlessRequest(second.port())) {
            hold(other);
            assertThat(again.post(migration + "/start", null).status()).isEqualTo(202);
            awaitBlocked(second);

            terminate(second);
        }
        namesRunCallAndTypeInEachLine(first);
        holdsNothingThatIsNobodysBusiness(first, customers);
        holdsNothingThatIsNobodysBusiness(second, customers);
    }

    private PackagedAscent start(String latency) throws IOException {
        PackagedAscent ascent = PackagedAscent.start(
                directory,
                "logging.structured.format.console=ecs",
                "logging.level.app.ascent=debug",
                "server.port=" + port,
                "ascent.sandbox.enabled=true",
                "ascent.sandbox.secret=" + SECRET,
                "ascent.sandbox.integration-code=" + CODE,
                // An import long enough to be stopped in; what is left out would be more of the same.
                "ascent.sandbox.projects=20",
                "ascent.sandbox.tickets=60",
                "ascent.sandbox.files=20",
                "ascent.sandbox.faults.latency=" + latency,
                "ascent.owner.email=" + OwnerApi.EMAIL,
                "ascent.owner.password=" + OwnerApi.PASSWORD);
        started.add(ascent);
        return ascent;
    }

    private static String create(OwnerApi api) {
        OwnerApi.Answer created = api.post(
                MIGRATIONS,
                """
                {"apiUser":"practice@sandbox.example","secret":"%s","integrationCode":"%s"}"""
                        .formatted(SECRET, CODE));
        assertThat(created.status()).as(created.text()).isEqualTo(201);
        return Objects.requireNonNull(created.header("Location"));
    }

    private void terminate(PackagedAscent ascent) throws Exception {
        long start = System.nanoTime();
        ascent.process().destroy();
        assertThat(ascent.process().waitFor(30, TimeUnit.SECONDS))
                .as(ascent.log())
                .isTrue();

        assertThat(Duration.ofNanos(System.nanoTime() - start)).as(ascent.log()).isLessThan(LIMIT);
        assertThat(ascent.process().exitValue()).isEqualTo(TERMINATED);
        assertThat(ascent.pidFile()).as("the database was stopped in order").doesNotExist();
    }

    /** Signs in, says that a body follows, and sends none. */
    private static Socket endlessRequest(int port) throws IOException {
        Socket socket = new Socket(InetAddress.getLoopbackAddress(), port);
        String owner = Base64.getEncoder()
                .encodeToString((OwnerApi.EMAIL + ":" + OwnerApi.PASSWORD).getBytes(StandardCharsets.UTF_8));
        socket.getOutputStream()
                .write(
                        """
                        POST /api/v1/clients HTTP/1.1\r
                        Host: localhost\r
                        Authorization: Basic %s\r
                        Content-Type: application/json\r
                        Content-Length: 900\r
                        \r
                        {"name":"""
                                .formatted(owner)
                                .getBytes(StandardCharsets.US_ASCII));
        return socket;
    }

    /** Nobody stages a record until the connection is closed. */
    private static void hold(Connection database) throws SQLException {
        database.setAutoCommit(false);
        try (Statement statement = database.createStatement()) {
            statement.execute("lock table migration_staged_record in exclusive mode");
        }
    }

    private static void awaitBlocked(PackagedAscent ascent) throws IOException, SQLException {
        try (Connection watching = ascent.database();
                Statement statement = watching.createStatement()) {
            await().atMost(PATIENCE).until(() -> {
                try (ResultSet waiting = statement.executeQuery("select 1 from pg_locks where not granted")) {
                    return waiting.next();
                }
            });
        }
    }

    private static String status(JsonNode migration) {
        return migration.at("/status").asString();
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

    /** Words that only the customers' records hold. */
    private static Set<String> customers(PackagedAscent ascent) throws IOException, SQLException {
        Set<String> words = new HashSet<>();
        try (Connection database = ascent.database();
                Statement statement = database.createStatement();
                ResultSet rows = statement.executeQuery(
                        """
                        select name from crm_client where length(name) > 9
                        union select email from crm_contact where email like '%@%'
                        """)) {
            while (rows.next()) {
                words.add(rows.getString(1));
            }
        }
        return words;
    }

    private void holdsNothingThatIsNobodysBusiness(PackagedAscent ascent, Set<String> customers) throws IOException {
        assertThat(ascent.log())
                .doesNotContain(SECRET, CODE, OwnerApi.PASSWORD)
                .doesNotContain(
                        Files.readString(directory.resolve("encryption.key")).strip())
                .doesNotContain(Files.readString(directory.resolve("postgresql-password"))
                        .strip())
                .doesNotContain(customers);
    }

    private static void namesRunCallAndTypeInEachLine(PackagedAscent ascent) {
        List<JsonNode> lines = ascent.log()
                .lines()
                .map(line -> JsonMapper.shared().readTree(line))
                .toList();
        assertThat(lines)
                .filteredOn(line -> has(line, "Run started"))
                .allMatch(line -> line.has("runId") && line.has("organizationId"));
        assertThat(lines)
                .filteredOn(
                        line -> has(line, "Autotask answered 200 to a question about Companies") && line.has("runId"))
                .isNotEmpty()
                .allMatch(line -> line.has("callId") && line.has("organizationId") && line.has("entityType"));
    }

    private static boolean has(JsonNode line, String words) {
        return line.path("message").asString("").contains(words);
    }
}
