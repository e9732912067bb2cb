package app.ascent.importing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import app.ascent.AscentTest;
import app.ascent.autotask.AutotaskStub;
import app.ascent.importing.OwnerApi.Answer;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.dao.PessimisticLockingFailureException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * The whole application before a stubbed Autotask: what a test of an import does and sees, by the API alone. Each test
 * begins without clients, contacts and migrations.
 */
@Tag("whole-imports")
@AscentTest(
        properties = {
            "ascent.owner.email=" + OwnerApi.EMAIL,
            "ascent.owner.password=" + OwnerApi.PASSWORD,
            "db-scheduler.polling-interval=200ms",
            "ascent.autotask.read-timeout=5s",
            "ascent.autotask.max-answer=4MB"
        })
abstract class ImportJourney {

    static final AutotaskStub AUTOTASK = AutotaskStub.start();
    static final Set<String> KINDS =
            Set.of("contacts", "contracts", "assets", "projects", "tickets", "timeEntries", "attachments");
    static final String ROOT = "/api/v1/autotask";
    static final String TESTS = ROOT + "/connection-tests";
    static final String MIGRATIONS = ROOT + "/migrations";

    /** Rows alone: with each table that is truncated, every connection looks up anew what all of them are like. */
    private static final String EMPTIED =
            """
            do $$ declare emptied text; begin
                set local session_replication_role = replica;
                for emptied in select tablename from pg_tables where schemaname = current_schema() and tablename ~
                    '^(migration|crm|contract|asset|project|desk_ticket|desk_category|desk_time|desk_timer|conversation|attachment|file|autotask|audit|importing)(_|$)'
                loop execute format('lock table %1$I in exclusive mode; delete from %1$I', emptied); end loop;
            end $$""";

    @DynamicPropertySource
    static void settings(DynamicPropertyRegistry registry) {
        AUTOTASK.register(registry);
    }

    final JdbcClient jdbc;
    final OwnerApi api;

    ImportJourney(JdbcClient jdbc, @Value("${local.server.port}") int port) {
        this.jdbc = jdbc;
        this.api = new OwnerApi(port);
    }

    @BeforeEach
    void beginAnew() {
        // What still works in the background may lock some of these tables in another order.
        await().ignoreExceptionsInstanceOf(PessimisticLockingFailureException.class)
                .untilAsserted(() -> jdbc.sql(EMPTIED).update());
        AUTOTASK.reset()
                .fields("Companies", file("company/fields.json"))
                .fields("Contacts", file("contact/fields.json"))
                .records("Countries", List.of("{\"id\":81,\"displayName\":\"Germany\",\"isActive\":true}"))
                .records(
                        "Resources",
                        List.of(
                                """
                        {"id":29000001,"firstName":"Zoë","lastName":"Lindqvist","email":"OWNER@fjordlight.example"}""",
                                """
                        {"id":29000002,"firstName":"Bo","lastName":"Holm","email":"bo@fjordlight.example"}"""));
    }

    // Deeds.

    static String credentials() {
        return credentials(AutotaskStub.SECRET);
    }

    static String credentials(String secret) {
        return """
                {"apiUser":"%s","secret":"%s","integrationCode":"%s"}"""
                .formatted(AutotaskStub.API_USER, secret, AutotaskStub.INTEGRATION_CODE);
    }

    /** What the tests of this class bring beside companies: runs that leave out the rest are far shorter. */
    Set<String> kinds() {
        return KINDS;
    }

    /** Creates a migration and answers its address. */
    String create() {
        Answer created = api.post(ROOT + "/migrations", credentials());
        assertThat(created.status()).as(created.text()).isEqualTo(201);
        String migration = Objects.requireNonNull(created.header("Location"));
        if (kinds().size() < KINDS.size()) {
            reach(migration, "ALL");
        }
        return migration;
    }

    /** Sets the scope: of the kinds of this class all but some, with their history, that since 2025, or none of it. */
    void reach(String migration, String history, String... leftOut) {
        Stream<String> without =
                Stream.concat(KINDS.stream().filter(kind -> !kinds().contains(kind)), Stream.of(leftOut));
        String body = "{\"history\":\"%s\"%s,\"entities\":[%s]}"
                .formatted(
                        history,
                        history.equals("SINCE") ? ",\"since\":\"2025-01-01\"" : "",
                        without.map(kind -> "{\"entity\":\"%s\",\"included\":false}".formatted(kind))
                                .collect(Collectors.joining(",")));
        Answer scope = api.put(migration + "/scope", body);
        assertThat(scope.status()).as(scope.text()).isEqualTo(200);
    }

    void start(String migration) {
        start(migration, null);
    }

    void start(String migration, @Nullable String body) {
        Answer started = api.post(migration + "/start", body);
        assertThat(started.status()).as(started.text()).isEqualTo(202);
    }

    /** Starts and waits for the end. */
    Answer run(String migration) {
        start(migration);
        return ended(migration);
    }

    Answer ended(String migration) {
        return awaited(migration, "COMPLETED", "COMPLETED_WITH_ISSUES");
    }

    /** Looks into the database meanwhile, which costs a run that is waited for far less than questions to the API. */
    Answer awaited(String migration, String... statuses) {
        UUID id = UUID.fromString(migration.substring(migration.lastIndexOf('/') + 1));
        await().atMost(Duration.ofSeconds(60))
                .pollInterval(Duration.ofMillis(50))
                .until(() -> jdbc.sql(
                                "select status from migration_run where migration_id = :id order by number desc limit 1")
                        .param("id", id)
                        .query(String.class)
                        .optional()
                        .filter(List.of(statuses)::contains)
                        .isPresent());
        Answer seen = api.get(migration);
        assertThat(seen.at("/status")).isIn(List.of(statuses));
        return seen;
    }

    String added(String path, String body) {
        Answer added = api.post(path, body);
        assertThat(added.status()).as(added.text()).isEqualTo(201);
        return added.at("/id");
    }

    void editClient(long company, Consumer<ObjectNode> edit) {
        edit("/api/v1/clients/" + Objects.requireNonNull(client(company, "id")), edit);
    }

    void editContact(long contact, Consumer<ObjectNode> edit) {
        edit("/api/v1/contacts/" + Objects.requireNonNull(contact(contact, "id")), edit);
    }

    private void edit(String address, Consumer<ObjectNode> edit) {
        ObjectNode record = (ObjectNode) api.get(address).json();
        edit.accept(record);
        Answer edited = api.put(address, record.toString());
        assertThat(edited.status()).as(edited.text()).isEqualTo(200);
    }

    // Sights.

    static String file(String name) {
        try (InputStream in = ImportJourney.class.getResourceAsStream("/autotask/" + name)) {
            return new String(Objects.requireNonNull(in, name).readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** {@code pulled loaded created updated unchanged linked skipped failed} of an entity. */
    static List<Long> counts(Answer migration, String entity) {
        return counts(
                migration,
                entity,
                "pulled",
                "loaded",
                "created",
                "updated",
                "unchanged",
                "linked",
                "skipped",
                "failed");
    }

    /** {@code expected pulled loaded skipped failed leftOut} of an entity. */
    static List<Long> figures(Answer migration, String entity) {
        return counts(migration, entity, "expected", "pulled", "loaded", "skipped", "failed", "leftOut");
    }

    private static List<Long> counts(Answer migration, String entity, String... names) {
        return elements(migration.json().path("entities"))
                .filter(one -> one.path("entity").asString().equals(entity))
                .map(one ->
                        Stream.of(names).map(name -> one.path(name).asLong()).toList())
                .findFirst()
                .orElseThrow();
    }

    /** Every remark, skip and failure of an entity's record as {@code CODE field=value -> usedInstead}, sorted. */
    List<String> findings(String migration, String entity, long id) {
        Answer records = api.get(migration + "/records?size=500&entity=" + entity);
        return elements(records.json().path("items"))
                .filter(one -> one.path("sourceId").asString().equals(Long.toString(id)))
                .filter(one -> !one.path("outcome").asString().equals("LOADED"))
                .map(one -> "%s %s=%s -> %s"
                        .formatted(
                                one.path("code").asString(""),
                                one.path("field").asString(""),
                                one.path("value").asString(""),
                                one.path("usedInstead").asString("")))
                .sorted()
                .toList();
    }

    static Stream<JsonNode> elements(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false);
    }

    /** A column of the client that a company became. */
    @Nullable
    String client(long company, String column) {
        return cell("crm_client", company, column);
    }

    @Nullable
    String contact(long contact, String column) {
        return cell("crm_contact", contact, column);
    }

    private @Nullable String cell(String table, long sourceId, String column) {
        return jdbc.sql("select " + column + "::text as cell from " + table + " where source_id = :id")
                .param("id", sourceId)
                .query((row, number) -> Optional.ofNullable(row.getString("cell")))
                .optional()
                .flatMap(found -> found)
                .orElse(null);
    }

    /** What the activity of a record says of the run that overwrote something there. */
    String overwritten(String type, @Nullable String id) {
        return jdbc.sql(
                        """
                        select changes::text from audit_entry
                        where entity_type = :type and entity_id = :id and changes::text like '%replaced what was edited in Ascent%'
                            and user_id is not null
                        """)
                .param("type", type)
                .param("id", id)
                .query(String.class)
                .single();
    }

    long count(String table) {
        return jdbc.sql("select count(*) from " + table).query(Long.class).single();
    }

    static void assertProblem(Answer answer, int status, String name) {
        assertThat(answer.status()).as(answer.text()).isEqualTo(status);
        assertThat(answer.header("Content-Type")).startsWith("application/problem+json");
        assertThat(answer.at("/type")).isEqualTo("/problems/" + name);
        assertThat(answer.at("/detail")).isNotEmpty();
        assertThat(answer.json().path("status").asInt()).isEqualTo(status);
    }
}
