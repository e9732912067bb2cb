package app.ascent.autotask.throttling;

import app.ascent.autotask.throttling.KnownQuota.Limit;
import app.ascent.autotask.throttling.Permit.Taken;
import java.time.Duration;
import java.util.Collection;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.SqlArrayValue;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Counts our calls to an Autotask database against its last reading, and those in flight at each endpoint, for all nodes
 * together. A call is counted before it is sent, in one statement that also decides; so two nodes cannot both take the
 * last one. Counting waits for no disk: the token that is taken next is durable, and with it all that was written before;
 * an answer that is lost with the machine makes us count too much, not too little.
 */
@Component
class CallLedger {

    /** Autotask refuses the fourth call to an endpoint, and lets go of one a little after its answer. */
    static final int CALLS_IN_FLIGHT = 2;

    /**
     * A slot is held for so long, and held again while its call is under way ({@link CallsUnderWay}), however long that
     * takes. So a node that died or froze leaves its slots about when its runs are taken over.
     */
    static final Duration LEASE = Duration.ofSeconds(8);

    private final JdbcClient jdbc;
    private final TransactionOperations transactions;
    private final ThrottleProperties properties;

    CallLedger(JdbcClient jdbc, TransactionOperations transactions, ThrottleProperties properties) {
        this.jdbc = jdbc;
        this.transactions = transactions;
        this.properties = properties;
    }

    /** Empty when nothing may be sent: the share is used up, the endpoint has a break, or enough calls are in flight. */
    Optional<Taken> take(long database, String endpoint, Purpose purpose) {
        return tryTake(database, endpoint, purpose).or(() -> {
            begin(database, endpoint); // nothing to do, save at the very first call
            return tryTake(database, endpoint, purpose);
        });
    }

    private Optional<Taken> tryTake(long database, String endpoint, Purpose purpose) {
        return jdbc.sql(
                        """
                        with free as (
                            select slot from autotask_slot
                            where database = :database and endpoint = :endpoint and held_until <= clock_timestamp()
                            order by slot limit 1
                            for update skip locked
                        ), counted as (
                            update autotask_quota
                            set calls_since = calls_since + 1,
                                asked_at = case when :quota then clock_timestamp() else asked_at end
                            where database = :database and exists (select 1 from free)
                              and %s
                              and not exists (
                                  select 1 from autotask_pause
                                  where database = :database and endpoint = :endpoint and until > clock_timestamp())
                            returning calls_since >= reading_due_at as reading_due
                        ), logged as (
                            insert into autotask_call (database, taken_at)
                            select :database, clock_timestamp() from counted
                            returning id
                        ), held as (
                            update autotask_slot s
                            set call = logged.id, held_until = clock_timestamp() + make_interval(secs => :lease)
                            from free, logged
                            where s.database = :database and s.endpoint = :endpoint and s.slot = free.slot
                        )
                        select id as call, reading_due, exists (
                            select 1 from autotask_pause where database = :database and endpoint = :endpoint
                        ) as after_break, set_config('synchronous_commit', 'off', true)
                        from counted cross join logged
                        """
                                .formatted(KnownQuota.ROOM))
                .param("database", database)
                .param("endpoint", endpoint)
                .param("lease", LEASE.toSeconds())
                .param("quota", purpose == Purpose.QUOTA)
                .param("share", properties.quotaShare())
                .param("gap", properties.betweenQuestions().toSeconds())
                .query(Taken.class)
                .optional();
    }

    private void begin(long database, String endpoint) {
        jdbc.sql(
                        """
                insert into autotask_slot (database, endpoint, slot, held_until)
                select :database, :endpoint, slot, '-infinity' from generate_series(1, :slots) as slot
                on conflict do nothing
                """)
                .param("database", database)
                .param("endpoint", endpoint)
                .param("slots", CALLS_IN_FLIGHT)
                .update();
        jdbc.sql(
                        """
                insert into autotask_quota
                    (database, threshold, window_minutes, used, ours_then, calls_since, reading_due_at)
                values (:database, :limit, 60, 0, 0, 0, 1)
                on conflict do nothing
                """)
                .param("database", database)
                .param("limit", KnownQuota.ASSUMED_LIMIT)
                .update();
    }

    /** For calls that are still under way; one whose slot another call has by now gets none back. */
    void holdOn(Collection<Long> calls) {
        jdbc.sql(
                        """
                update autotask_slot set held_until = clock_timestamp() + make_interval(secs => :lease)
                where call = any (:calls) and set_config('synchronous_commit', 'off', true) = 'off'
                """)
                .param("calls", new SqlArrayValue("bigint", calls.toArray()))
                .param("lease", LEASE.toSeconds())
                .update();
    }

    /** Frees every slot, whoever holds it. */
    void freeSlots() {
        jdbc.sql("update autotask_slot set call = null, held_until = '-infinity' where call is not null")
                .update();
    }

    /** The slot goes with the answer, in the same statement. */
    void answered(long database, String endpoint, long call) {
        jdbc.sql(
                        """
                with slot as (
                    update autotask_slot set call = null, held_until = '-infinity'
                    where database = :database and endpoint = :endpoint and call = :call
                )
                update autotask_call set answered_at = clock_timestamp()
                where id = :call and set_config('synchronous_commit', 'off', true) = 'off'
                """)
                .param("database", database)
                .param("endpoint", endpoint)
                .param("call", call)
                .update();
    }

    /**
     * For a call that was not sent after all. The slot is locked before the count, as it is when a call is taken: whoever takes
     * one may have locked this slot, too, when it looked free a moment ago.
     */
    void giveBack(long database, String endpoint, long call) {
        jdbc.sql(
                        """
                with gone as (delete from autotask_call where id = :call returning database), slot as (
                    update autotask_slot set call = null, held_until = '-infinity'
                    where database = :database and endpoint = :endpoint and call = :call
                    returning slot
                )
                update autotask_quota set calls_since = greatest(calls_since - 1, 0)
                where database = :database and (select count(*) from slot) >= 0 and exists (select 1 from gone)
                """)
                .param("database", database)
                .param("endpoint", endpoint)
                .param("call", call)
                .update();
    }

    /**
     * Takes over what Autotask just said. Our calls that were under way while it counted may or may not be in its number;
     * they are counted again here, the reading itself included. The row is locked in a statement of its own, so that the
     * next one sees every call that was taken before. Answers with the limit that held until now.
     */
    Limit read(long database, long readingCall, Limit limit, int used) {
        return transactions.execute(_ -> {
            Limit before = jdbc.sql(
                            """
                            select threshold as calls, window_minutes from autotask_quota
                            where database = :database for update
                            """)
                    .param("database", database)
                    .query(Limit.class)
                    .single();
            jdbc.sql(
                            """
                    with ours as (
                        select
                            count(*) filter (where taken_at > clock_timestamp() - make_interval(mins => :window)) as known,
                            count(*) filter (where taken_at > clock_timestamp() - interval '10 minutes'
                                and coalesce(answered_at >= (select taken_at from autotask_call where id = :reading), true)
                            ) as uncertain
                        from autotask_call where database = :database
                    )
                    update autotask_quota set
                        threshold = :limit, window_minutes = :window, used = :used, ours_then = ours.known,
                        calls_since = ours.uncertain, read_at = clock_timestamp(),
                        reading_due_at = ours.uncertain
                            + greatest(1, ceil((floor(:limit * autotask_share(:database, :share)) - :used - ours.uncertain) / 10))
                    from ours where database = :database
                    """)
                    .param("database", database)
                    .param("reading", readingCall)
                    .param("limit", limit.calls())
                    .param("window", limit.windowMinutes())
                    .param("used", used)
                    .param("share", properties.quotaShare())
                    .update();
            forgetOldCalls(database, limit.windowMinutes());
            return before;
        });
    }

    private void forgetOldCalls(long database, int windowMinutes) {
        jdbc.sql(
                        """
                delete from autotask_call
                where database = :database
                  and taken_at < clock_timestamp() - make_interval(mins => :minutes)
                """)
                .param("database", database)
                .param("minutes", windowMinutes + 10)
                .update();
    }
}
