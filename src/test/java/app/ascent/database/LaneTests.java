package app.ascent.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import app.ascent.web.VisitedApplication;
import app.ascent.web.Visitor;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;
import org.springframework.transaction.support.TransactionTemplate;

/** Whoever holds all connections of a lane takes none from the others. */
@VisitedApplication
@Timeout(60)
class LaneTests {

    private final Connections connections;
    private final Courtesy courtesy;
    private final JdbcClient jdbc;
    private final TransactionTemplate transactions;
    private final int port;
    private final List<Connection> held = new ArrayList<>();

    LaneTests(
            Connections connections,
            Courtesy courtesy,
            JdbcClient jdbc,
            TransactionTemplate transactions,
            @LocalServerPort int port) {
        this.connections = connections;
        this.courtesy = courtesy;
        this.jdbc = jdbc;
        this.transactions = transactions;
        this.port = port;
    }

    @AfterEach
    void release() throws SQLException {
        for (Connection each : held) {
            each.close();
        }
        held.clear();
    }

    @Test
    void answersPeopleWhileWorkHoldsAllOfItsConnections() throws SQLException {
        holdAll(Lane.WORK);

        await("each part of readiness asks the database, and the scheduler has just begun")
                .atMost(Duration.ofSeconds(10))
                .until(() -> new Visitor(port).get("/actuator/health/readiness").status() == 200);
    }

    @Test
    void beatsWhilePeopleAndWorkHoldAllOfTheirs() throws SQLException {
        holdAll(Lane.WORK);
        holdAll(Lane.PEOPLE);

        try (Lane.Stay _ = Lane.HEARTBEAT.enter();
                Connection connection = connections.getConnection()) {
            JdbcClient aside = JdbcClient.create(new SingleConnectionDataSource(connection, true));
            String now = aside.sql("select clock_timestamp()::text")
                    .query(String.class)
                    .single();
            await("the scheduler's own threads go on asking")
                    .atMost(Duration.ofSeconds(20))
                    .until(() -> aside.sql(
                                            """
                                    select count(*) from pg_stat_activity
                                    where datname = current_database() and application_name = 'ascent-heartbeat'
                                        and pid <> pg_backend_pid() and query_start > :now::timestamptz
                                    """)
                                    .param("now", now)
                                    .query(Long.class)
                                    .single()
                            > 0);
        }
    }

    @Test
    void givesWorkFewerConnectionsWhileAPageWaitsForOne() throws SQLException {
        holdAll(Lane.PEOPLE);
        hold(Lane.WORK, WorkTurns.FEW);
        assertThat(timeOfAnother()).as("nobody waits").isLessThan(WorkTurns.LONGEST.dividedBy(2));

        CompletableFuture<Visitor.Answer> page =
                CompletableFuture.supplyAsync(() -> new Visitor(port).get("/actuator/health/readiness"));
        await().pollInterval(Duration.ofMillis(5))
                .until(() -> connections.pool(Lane.PEOPLE).getHikariPoolMXBean().getThreadsAwaitingConnection() > 0);
        assertThat(timeOfAnother()).as("a page waits").isGreaterThanOrEqualTo(WorkTurns.LONGEST.dividedBy(2));

        release();
        page.join();
        hold(Lane.WORK, WorkTurns.FEW);
        assertThat(timeOfAnother()).as("nobody waits again").isLessThan(WorkTurns.LONGEST.dividedBy(2));
    }

    @Test
    void givesWorkFewerConnectionsWhileAPageIsSlow() throws SQLException {
        hold(Lane.WORK, WorkTurns.FEW);

        try (Courtesy.Answering _ = courtesy.begin()) {
            assertThat(timeOfAnother()).as("not yet slow").isLessThan(WorkTurns.LONGEST.dividedBy(2));
            await().until(courtesy::somebodyWaits);
            assertThat(timeOfAnother()).isGreaterThanOrEqualTo(WorkTurns.LONGEST.dividedBy(2));
        }

        assertThat(timeOfAnother()).as("it was answered").isLessThan(WorkTurns.LONGEST.dividedBy(2));
    }

    private Duration timeOfAnother() throws SQLException {
        long begin = System.nanoTime();
        try (Connection _ = connections.getConnection()) {
            return Duration.ofNanos(System.nanoTime() - begin);
        }
    }

    @Test
    void givesWhatPeopleReadSecondsAndWhatTheyChangeAMinute() {
        try (Lane.Stay _ = Lane.PEOPLE.enter()) {
            assertThat(limit()).isEqualTo("4s");
            String inChange = transactions.execute(_ -> limit());
            assertThat(inChange).isEqualTo("1min");
            assertThat(limit()).as("behind it").isEqualTo("4s");
        }
        assertThat(limit()).as("nobody waits for a run").isEqualTo("0");
    }

    @Test
    void dividesWhatANodeMayHave() {
        assertThat(Shares.of(20)).isEqualTo(new Shares(11, 6, 3));
        assertThat(Shares.of(8)).isEqualTo(new Shares(2, 3, 3));
        assertThatThrownBy(() -> Shares.of(7)).hasMessageContaining("at least 8");
    }

    private String limit() {
        return jdbc.sql("show statement_timeout").query(String.class).single();
    }

    private void holdAll(Lane lane) throws SQLException {
        hold(lane, connections.pool(lane).getMaximumPoolSize());
    }

    private void hold(Lane lane, int many) throws SQLException {
        try (Lane.Stay _ = lane.enter()) {
            for (int i = many; i > 0; i--) {
                held.add(connections.getConnection());
            }
        }
    }
}
