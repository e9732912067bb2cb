package app.ascent.upgrade;

import static app.ascent.upgrade.EarlierTenant.KILLED;
import static app.ascent.upgrade.EarlierTenant.PAUSED;
import static app.ascent.upgrade.EarlierTenant.UNTOUCHED;
import static app.ascent.upgrade.EarlierTenant.changed;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import app.ascent.autotask.AutotaskStub;
import app.ascent.importing.OwnerApi;
import app.ascent.importing.OwnerApi.Answer;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.ContextConfiguration;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import tools.jackson.databind.JsonNode;

/**
 * This version on the database of an earlier one: with a finished migration of 20,000 records, people's edits of what it
 * brought, a paused run, and one that was under way.
 */
@SpringBootTest(
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = "db-scheduler.polling-interval=200ms")
@ContextConfiguration(initializers = UpgradedDatabase.class)
@DirtiesContext
class UpgradeIT {

    private static final String MIGRATIONS = "/api/v1/autotask/migrations";

    private final JdbcClient jdbc;
    private final OwnerApi api;

    UpgradeIT(JdbcClient jdbc, @Value("${local.server.port}") int port) {
        this.jdbc = jdbc;
        this.api = new OwnerApi(port);
    }

    @DynamicPropertySource
    static void settings(DynamicPropertyRegistry registry) {
        UpgradedDatabase.OTHERS.register(registry);
    }

    @AfterAll
    static void close() {
        UpgradedDatabase.FINISHED.reset().close();
        UpgradedDatabase.OTHERS.close();
    }

    @Test
    void tellsOfEarlierRunsWhatItToldThen() {
        JsonNode told = EarlierVersion.CONTACTS_AND_CLIENTS.told();
        String finished = migrationOf(EarlierTenant.FINISHED);

        assertTells(api.get(finished + "/report?run=1").json(), told.path("first"));
        assertTells(api.get(finished + "/report?run=2").json(), told.path("second"));
    }

    @Test
    void endsWhatWasUnderWayAsARunThatNobodyDisturbed() {
        String paused = migrationOf(PAUSED);
        String killed = migrationOf(KILLED);
        String undisturbed = created();

        start(paused);
        start(undisturbed);
        for (String migration : List.of(paused, killed, undisturbed)) {
            ended(migration);
        }

        Map<String, List<String>> expected = Picture.of(api, jdbc, undisturbed, UNTOUCHED);
        assertThat(Picture.of(api, jdbc, paused, PAUSED)).isEqualTo(expected);
        assertThat(Picture.of(api, jdbc, killed, KILLED)).isEqualTo(expected);
    }

    /** What names of fields an import remembers shows when the source changes, or empties, one that nobody touched. */
    @Test
    void knowsWhatItWroteAndWhatPeopleDid() {
        String finished = migrationOf(EarlierTenant.FINISHED);
        String owner = Long.toString(EarlierTenant.OWNERS_RESOURCE);
        UpgradedDatabase.FINISHED
                .companies(
                        changed("Companies", 211, "ownerResourceID", "29682890", owner),
                        changed("Companies", 29683004, "ownerResourceID", owner, "null"),
                        changed("Companies", 137, "ownerResourceID", owner, "null"))
                .contacts(changed("Contacts", 30686811, "companyID", "211", "248"));

        start(finished);
        Answer ended = ended(finished);

        assertThat(counts(ended, 0)).containsExactly(23L, 0L, 3L, 19L, 0L, 0L, 1L);
        assertThat(counts(ended, 1))
                .containsExactly(52L + UpgradedDatabase.RECORDS, 0L, 1L, 49L + UpgradedDatabase.RECORDS, 0L, 1L, 1L);
        assertThat(client(211)).isEqualTo("Owner's");
        assertThat(client(29683004)).as("what the import wrote, emptied").isEqualTo("nobody's");
        assertThat(client(137)).as("what was there before it").isEqualTo("Owner's");
        assertThat(client(29683003)).as("a person's choice").isEqualTo("member's");
        assertThat(kept(finished))
                .containsExactlyInAnyOrder(
                        "137 city", "174 city", "29683003 ownerResourceID", "30686553 companyID", "30687589 title");
    }

    /** Nothing but this is asked of the tables of this version: whose client it is. */
    private String client(long company) {
        String id = jdbc.sql("select id::text from crm_client where source_database = :database and source_id = :id")
                .param("database", EarlierTenant.FINISHED)
                .param("id", company)
                .query(String.class)
                .single();
        String manager = api.get("/api/v1/clients/" + id).at("/accountManagerId");
        if (manager.isEmpty()) {
            return "nobody's";
        }
        return api.get("/api/v1/users/" + manager).at("/email").equals(OwnerApi.EMAIL) ? "Owner's" : "member's";
    }

    private List<String> kept(String migration) {
        return api.get(migration + "/records?size=500&code=LOCAL_EDIT_KEPT")
                .json()
                .path("items")
                .valueStream()
                .map(item -> item.path("sourceId").asString() + " "
                        + item.path("field").asString())
                .toList();
    }

    private static List<Long> counts(Answer migration, int entity) {
        return List.of("pulled", "created", "updated", "unchanged", "linked", "skipped", "failed").stream()
                .map(name -> Long.parseLong(migration.at("/entities/" + entity + "/" + name)))
                .toList();
    }

    private static void assertTells(JsonNode actual, JsonNode told) {
        assertThat(tells(actual, told)).as("%s%ntells%n%s", actual, told).isTrue();
    }

    /** There may be more by now: further fields, further types of records. */
    private static boolean tells(JsonNode actual, JsonNode told) {
        if (told.isObject()) {
            return told.propertyStream().allMatch(part -> tells(actual.path(part.getKey()), part.getValue()));
        }
        if (told.isArray()) {
            return told.valueStream().allMatch(item -> actual.valueStream().anyMatch(other -> tells(other, item)));
        }
        return actual.equals(told);
    }

    private String migrationOf(long database) {
        UUID id = jdbc.sql("select id from migration_migration where source_database = :database")
                .param("database", database)
                .query(UUID.class)
                .single();
        return MIGRATIONS + "/" + id;
    }

    private String created() {
        Answer created = api.post(
                MIGRATIONS,
                """
                {"apiUser":"%s","secret":"%s","integrationCode":"%s"}"""
                        .formatted(AutotaskStub.API_USER, AutotaskStub.SECRET, AutotaskStub.INTEGRATION_CODE));
        assertThat(created.status()).as(created.text()).isEqualTo(201);
        return Objects.requireNonNull(created.header("Location"));
    }

    private void start(String migration) {
        Answer started = api.post(migration + "/start", null);
        assertThat(started.status()).as(started.text()).isEqualTo(202);
    }

    private Answer ended(String migration) {
        return await().atMost(Duration.ofMinutes(5))
                .pollInterval(Duration.ofMillis(500))
                .until(() -> api.get(migration), seen -> seen.at("/status").startsWith("COMPLETED"));
    }
}
