package app.ascent.importing;

import static org.assertj.core.api.Assertions.assertThat;

import app.ascent.importing.OwnerApi.Answer;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;

/** An import as a guest of the tenant: it waits where it must, goes on by itself, and retries with a single call. */
class GoodGuestTests extends ImportJourney {

    GoodGuestTests(JdbcClient jdbc, @Value("${local.server.port}") int port) {
        super(jdbc, port);
    }

    @Override
    Set<String> kinds() {
        return Set.of("contacts");
    }

    @Test
    void retriesOneFailedRecordWithOneCallAndNoNewRun() {
        AUTOTASK.companies(Payload.company().json("id", "7").toString());
        AUTOTASK.contacts(sent(70, "\"HQ\""), sent(71, "\"HQ\""), sent(72, "7"));
        String migration = create();
        assertThat(counts(run(migration), "contacts")).isEqualTo(List.of(3L, 1L, 1L, 0L, 0L, 0L, 0L, 2L));
        AUTOTASK.contacts(sent(70, "7"), sent(71, "7"));
        AUTOTASK.forgetCalls();

        Answer accepted = api.post(migration + "/records/retry", "{\"entity\":\"contacts\",\"sourceId\":\"70\"}");
        assertThat(accepted.status()).as(accepted.text()).isEqualTo(202);
        Answer ended = ended(migration);

        assertThat(AUTOTASK.calls()).hasSize(1);
        assertThat(counts(ended, "contacts")).isEqualTo(List.of(3L, 2L, 2L, 0L, 0L, 0L, 0L, 1L));
        assertThat(api.get(migration + "/runs").json().path("total").asInt()).isEqualTo(1);
        assertThat(api.get(migration + "/records?outcome=FAILED")
                        .json()
                        .path("total")
                        .asInt())
                .isEqualTo(1);
        assertThat(contact(70, "source_id")).isEqualTo("70");

        api.post(migration + "/records/retry", "{\"entity\":\"contacts\",\"code\":\"INVALID_VALUE\"}");
        assertThat(counts(awaited(migration, "COMPLETED"), "contacts"))
                .isEqualTo(List.of(3L, 3L, 3L, 0L, 0L, 0L, 0L, 0L));
        assertThat(AUTOTASK.calls()).hasSize(2);
        assertThat(api.get(migration + "/report").json().path("failures").isEmpty())
                .isTrue();
        assertThat(jdbc.sql("select cast(changes as text) from audit_entry where changes::text like '%tried again%'")
                        .query(String.class)
                        .list())
                .anySatisfy(said -> assertThat(said).contains("Contacts left out for “Value not accepted” tried again"))
                .noneSatisfy(said -> assertThat(said).contains("INVALID_VALUE"));
        assertThat(jdbc.sql(
                                "select count(*) from audit_entry where cast(changes as text) like '%Contact % (Autotask ID 70) tried again%'")
                        .query(Long.class)
                        .single())
                .isEqualTo(1);
    }

    @Test
    void refusesARetryThatCannotBe() {
        AUTOTASK.companies(Payload.company().json("id", "7").toString());
        String migration = create();
        String retry = migration + "/records/retry";
        assertThat(api.post(retry, "{\"entity\":\"companies\",\"sourceId\":\"7\"}")
                        .status())
                .isEqualTo(409);
        run(migration);

        assertThat(api.post(retry, "{\"entity\":\"companies\"}").status()).isEqualTo(422);
        assertThat(api.post(retry, "{\"entity\":\"companies\",\"sourceId\":\"seven\"}")
                        .status())
                .isEqualTo(422);
        assertThat(api.post(retry, "{\"entity\":\"tigers\",\"sourceId\":\"7\"}").status())
                .isEqualTo(422);
        assertThat(api.post(
                                migration.replaceAll("[0-9a-f]{12}$", "000000000000") + "/records/retry",
                                "{\"entity\":\"companies\",\"sourceId\":\"7\"}")
                        .status())
                .isEqualTo(404);
    }

    @Test
    void waitsWithATimeWhereItOutgrowsTheBudgetAndGoesOnByItself() {
        AUTOTASK.records(
                "Companies",
                LongStream.rangeClosed(1, 1200)
                        .mapToObj(id ->
                                Payload.company().json("id", Long.toString(id)).toString())
                        .toList());
        AUTOTASK.quota(10_000, 100);
        String migration = create();
        jdbc.sql("update autotask_quota set read_at = read_at - interval '1 hour'")
                .update();
        AUTOTASK.quota(800, 356);
        start(migration);

        Answer waiting = awaited(migration, "WAITING");
        assertThat(waiting.at("/statusReason")).contains("quota");
        assertThat(waiting.at("/resumesAt")).isNotEmpty();
        assertThat(AUTOTASK.calls("Companies").size()
                        + AUTOTASK.calls("Contacts").size())
                .isLessThan(45);

        AUTOTASK.quota(10_000, 0);
        AUTOTASK.forgetCalls();
        start(migration);
        Answer stillWaiting = awaited(migration, "WAITING");
        assertThat(AUTOTASK.calls()).as("above the stop line").isEmpty();
        assertThat(Duration.between(resumesAt(waiting), resumesAt(stillWaiting)).abs())
                .as("Start does not put off what it cannot bring forward")
                .isLessThan(Duration.ofSeconds(10));

        // The quarter of an hour is over.
        jdbc.sql("update autotask_quota set asked_at = asked_at - interval '15 minutes'")
                .update();
        jdbc.sql("update migration_run set resumes_at = now(), waiting_since = now()")
                .update();
        jdbc.sql("update scheduler_task set execution_time = now() where task_name = 'migration-run'")
                .update();
        assertThat(counts(ended(migration), "companies").getFirst()).isEqualTo(1200);
    }

    private static Instant resumesAt(Answer migration) {
        return Instant.parse(migration.at("/resumesAt"));
    }

    @Test
    void makesNoCallInQuietHoursAndGoesOnWhenTheyAreTakenBack() {
        AUTOTASK.companies(Payload.company().json("id", "7").toString());
        String migration = create();
        LocalTime now = LocalTime.now(ZoneOffset.UTC);
        Answer changed = api.put(
                migration + "/pace",
                "{\"quotaShare\":20,\"quietHours\":{\"from\":\"%s\",\"to\":\"%s\",\"zone\":\"UTC\"}}"
                        .formatted(
                                now.minusHours(1).withNano(0), now.plusHours(2).withNano(0)));
        assertThat(changed.status()).as(changed.text()).isEqualTo(200);
        AUTOTASK.forgetCalls();
        start(migration);

        Answer waiting = awaited(migration, "WAITING");
        assertThat(waiting.at("/statusReason")).contains("Quiet hours");
        assertThat(AUTOTASK.calls()).isEmpty();

        assertThat(api.put(migration + "/pace", "{\"quotaShare\":20}").status()).isEqualTo(200);
        assertThat(counts(ended(migration), "companies").getFirst()).isEqualTo(1);
        assertThat(api.get(migration + "/pace").json().path("quotaShare").asInt())
                .isEqualTo(20);
    }

    @Test
    void refusesAPaceNobodyCanKeep() {
        String migration = create();
        for (String pace : List.of(
                "{\"quotaShare\":46}",
                "{\"quotaShare\":9}",
                "{}",
                "{\"quotaShare\":20,\"quietHours\":{\"from\":\"8\",\"to\":\"09:00\",\"zone\":\"UTC\"}}",
                "{\"quotaShare\":20,\"quietHours\":{\"from\":\"09:00\",\"to\":\"09:00\",\"zone\":\"UTC\"}}",
                "{\"quotaShare\":20,\"quietHours\":{\"from\":\"08:00\",\"to\":\"09:00\",\"zone\":\"Mars\"}}")) {
            assertThat(api.put(migration + "/pace", pace).status()).as(pace).isEqualTo(422);
        }
        assertThat(api.get(migration + "/pace").json().path("quotaShare").asInt())
                .isEqualTo(45);
    }

    @Test
    void stopsAtTheShareThatWasChosen() {
        AUTOTASK.companies(Payload.company().json("id", "7").toString());
        String migration = create();
        AUTOTASK.quota(1000, 210);
        jdbc.sql("update autotask_quota set read_at = read_at - interval '1 hour'")
                .update();
        api.put(migration + "/pace", "{\"quotaShare\":20}");
        start(migration);

        assertThat(awaited(migration, "WAITING").at("/statusReason")).contains("quota");
        api.put(migration + "/pace", "{\"quotaShare\":40}");
        ended(migration);
    }

    private static String sent(long id, String company) {
        return Payload.contact()
                .json("id", Long.toString(id))
                .json("companyID", company)
                .json("emailAddress", "\"c%d@northwind.example\"".formatted(id))
                .toString();
    }
}
