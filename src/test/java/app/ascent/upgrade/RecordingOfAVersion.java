package app.ascent.upgrade;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import app.ascent.PackagedAscent;
import app.ascent.TestDatabaseInitializer;
import app.ascent.autotask.AutotaskStub;
import app.ascent.autotask.StubFault;
import app.ascent.importing.OwnerApi;
import app.ascent.importing.OwnerApi.Answer;
import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.node.ObjectNode;

/**
 * Makes a recording of a released jar: what its database holds behind a finished, a paused and a killed run. No build runs it;
 * {@code ./mvnw -Dquick test -Dtest=RecordingOfAVersion -Dascent.jar=/path/to/ascent.jar} does. The result is added to
 * {@link UpgradeIT} and never changed again.
 */
class RecordingOfAVersion {

    private static final String MIGRATIONS = "/api/v1/autotask/migrations";
    private static final int PAGE = 2;

    @TempDir
    Path directory;

    private final AutotaskStub autotask =
            EarlierTenant.start(EarlierTenant.FINISHED).longestPage(PAGE);

    @Test
    void record() throws Exception {
        try (PackagedAscent ascent = PackagedAscent.start(
                directory,
                "ascent.owner.email=" + OwnerApi.EMAIL,
                "ascent.owner.password=" + OwnerApi.PASSWORD,
                "ascent.encryption-key=" + TestDatabaseInitializer.KEY,
                "ascent.autotask.discovery-url=" + autotask.discoveryUrl(),
                "ascent.autotask.allow-loopback=true",
                "db-scheduler.scheduler-name=recorded",
                "ascent.migration.batch-size=15")) {
            OwnerApi api = new OwnerApi(ascent.port());
            String finished = finish(api);
            pause(api);
            kill(api, ascent);
            Path folder = Files.createDirectories(Path.of("src/test/resources/upgrade", version(ascent)));
            Files.writeString(folder.resolve("told.json"), finished);
            try (Writer script = Files.newBufferedWriter(folder.resolve("data.sql"));
                    Connection database = ascent.database()) {
                Dump.write(database, script);
            }
            // The embedded database outlives an application that was killed.
            ProcessHandle.of(Long.parseLong(Files.readAllLines(ascent.pidFile()).getFirst()))
                    .ifPresent(ProcessHandle::destroy);
        }
    }

    /** Two runs, with people at work before, between and behind them; answers what is told of the runs. */
    private String finish(OwnerApi api) {
        String member = created(
                        api,
                        "/api/v1/users",
                        """
                {"email":"%s","name":"Mira Holm","role":"ADMIN","password":"%s"}"""
                                .formatted(EarlierTenant.MEMBER, OwnerApi.PASSWORD))
                .at("/id");
        String owner = api.get("/api/v1/users")
                .json()
                .at("/items")
                .valueStream()
                .filter(user -> user.path("email").asString().equals(OwnerApi.EMAIL))
                .findFirst()
                .orElseThrow()
                .path("id")
                .asString();
        created(
                api,
                "/api/v1/clients",
                """
                {"name":"Hollow Raven Care Homes Ltd","type":"CUSTOMER","status":"ACTIVE","city":"Exmouth",\
                "accountManagerId":"%s"}"""
                        .formatted(owner));
        autotask.companies(EarlierTenant.changed("Companies", 285, "city", "\"Seattle\"", "\"Tacoma\""));
        String migration = migration(api, EarlierTenant.FINISHED);
        run(api, migration);
        edit(api, "clients", "Blue Meadow Garden Centres plc", "accountManagerId", member);
        edit(api, "clients", "Meble Nowak sp. k.", "city", "Breslau");
        autotask.companies(EarlierTenant.record("Companies", 285));
        run(api, migration);
        edit(api, "contacts", "Lucy Yardley", "clientId", client(api, "Delgado Orthopedics LP"));
        edit(api, "contacts", "Alfie Quayle", "jobTitle", "Director of everything");
        return "{\"first\":%s,\n\"second\":%s}\n"
                .formatted(
                        api.get(migration + "/report?run=1").text(),
                        api.get(migration + "/report?run=2").text());
    }

    /** Clients are loaded, contacts staged in part and not one loaded. */
    private void pause(OwnerApi api) {
        String migration = migration(api, EarlierTenant.PAUSED);
        sendUntil(api, migration, 0);
        assertThat(api.post(migration + "/pause", null).status()).isEqualTo(202);
        await().atMost(Duration.ofSeconds(30))
                .until(() -> api.get(migration).at("/status").equals("PAUSED"));
        assertThat(count(api, migration, 1, "pulled")).isPositive();
        assertThat(count(api, migration, 1, "loaded")).isZero();
        autotask.recover();
    }

    /** All clients loaded, contacts in part. */
    private void kill(OwnerApi api, PackagedAscent ascent) throws InterruptedException {
        String migration = migration(api, EarlierTenant.KILLED);
        sendUntil(api, migration, 1);
        ascent.process().destroyForcibly();
        assertThat(ascent.process().waitFor(30, TimeUnit.SECONDS)).isTrue();
    }

    /** Starts a run, to which nothing more is sent when the first records of an entity were loaded. */
    private void sendUntil(OwnerApi api, String migration, int entity) {
        autotask.delay(Duration.ofMillis(400));
        start(api, migration);
        await().atMost(Duration.ofSeconds(60))
                .pollInterval(Duration.ofMillis(50))
                .until(() -> count(api, migration, entity, "loaded") > 0);
        autotask.failAlways(StubFault.hanging(Duration.ofSeconds(30))).delay(Duration.ZERO);
        assertThat(count(api, migration, 1, "pulled")).isLessThan(count(api, migration, 1, "expected"));
    }

    private String migration(OwnerApi api, long database) {
        autotask.database(database);
        Answer created = created(
                api,
                MIGRATIONS,
                """
                {"apiUser":"%s","secret":"%s","integrationCode":"%s"}"""
                        .formatted(AutotaskStub.API_USER, AutotaskStub.SECRET, AutotaskStub.INTEGRATION_CODE));
        return Objects.requireNonNull(created.header("Location"));
    }

    private static void start(OwnerApi api, String migration) {
        assertThat(api.post(migration + "/start", null).status()).isEqualTo(202);
    }

    private static void run(OwnerApi api, String migration) {
        start(api, migration);
        await().atMost(Duration.ofSeconds(60))
                .until(() -> api.get(migration).at("/status"), status -> status.startsWith("COMPLETED"));
    }

    private static long count(OwnerApi api, String migration, int entity, String counter) {
        return Long.parseLong(api.get(migration).at("/entities/" + entity + "/" + counter));
    }

    private static Answer created(OwnerApi api, String path, String body) {
        Answer created = api.post(path, body);
        assertThat(created.status()).as(created.text()).isEqualTo(201);
        return created;
    }

    private static String client(OwnerApi api, String name) {
        return found(api, "clients", name);
    }

    private static String found(OwnerApi api, String kind, String name) {
        Answer found = api.get("/api/v1/" + kind + "?search=" + name.replace(' ', '+'));
        assertThat(found.at("/total")).as(found.text()).isEqualTo("1");
        return found.at("/items/0/id");
    }

    private static void edit(OwnerApi api, String kind, String name, String field, String value) {
        String address = "/api/v1/" + kind + "/" + found(api, kind, name);
        ObjectNode record = (ObjectNode) api.get(address).json();
        Answer edited = api.put(address, record.put(field, value).toString());
        assertThat(edited.status()).as(edited.text()).isEqualTo(200);
    }

    private static String version(PackagedAscent ascent) throws SQLException, IOException {
        try (Connection database = ascent.database();
                Statement statement = database.createStatement();
                ResultSet version = statement.executeQuery(
                        "select max(version::bigint) from flyway_schema_history where version is not null")) {
            version.next();
            return version.getString(1);
        }
    }
}
