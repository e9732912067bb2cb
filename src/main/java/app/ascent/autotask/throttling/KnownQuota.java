package app.ascent.autotask.throttling;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What the {@link CallLedger} tells: how much of a tenant's quota is used, and when to look again. Changes nothing. */
@Component
class KnownQuota {

    /** Until the tenant's own limit has been read; it is the one Autotask documents. */
    static final int ASSUMED_LIMIT = 10_000;

    /**
     * Whether a call may be sent, as a condition on {@code autotask_quota} with the parameters {@code database},
     * {@code share}, {@code quota} and {@code gap}. There is room by the last reading, and for a share that was chosen
     * smaller than that of the bucket also by our own calls of the hour, so that it holds whatever Autotask counts.
     * Without room only a question for the quota may go, for nobody else tells that others have made some: once in the gap
     * over all nodes, and not while our own calls alone fill the share, since then the answer is known.
     */
    static final String ROOM =
            """
            (used + calls_since < floor(threshold * autotask_share(:database, :share))
                and (autotask_share(:database, :share) = :share
                    or floor(threshold * autotask_share(:database, :share)) > %1$s)
            or :quota
                and (asked_at is null or asked_at <= clock_timestamp() - make_interval(secs => :gap))
                and greatest(floor(threshold * autotask_share(:database, :share)), 1) > %1$s)
            """
                    .formatted(
                            """
                    (select count(*) from autotask_call
                        where database = :database
                            and taken_at > clock_timestamp() - make_interval(mins => window_minutes))""");

    private final JdbcClient jdbc;
    private final ThrottleProperties properties;

    KnownQuota(JdbcClient jdbc, ThrottleProperties properties) {
        this.jdbc = jdbc;
        this.properties = properties;
    }

    record Limit(int calls, int windowMinutes) {}

    /** Whether the share leaves room, so that a call that was not taken only has to wait for a slot. */
    boolean hasRoom(long database, Purpose purpose) {
        return jdbc.sql(
                        """
                        select %s from autotask_quota where database = :database
                        """
                                .formatted(ROOM))
                .param("database", database)
                .param("quota", purpose == Purpose.QUOTA)
                .param("share", share())
                .param("gap", properties.betweenQuestions().toSeconds())
                .query(Boolean.class)
                .single();
    }

    /**
     * How long a used-up share is left alone: until the pause after the last question is over, and where our own calls
     * fill it, until a tenth of them are older than the window. Asking does not prolong it.
     */
    Duration untilWorthAsking(long database) {
        return jdbc.sql(
                        """
                        with quota as (
                            select asked_at, window_minutes,
                                floor(threshold * autotask_share(:database, :share)) as stops_at
                            from autotask_quota where database = :database
                        ), ours as (
                            select taken_at, row_number() over (order by taken_at desc) as nth
                            from autotask_call, quota
                            where database = :database
                                and taken_at > clock_timestamp() - make_interval(mins => window_minutes)
                        )
                        select extract(epoch from greatest(
                            asked_at + make_interval(secs => :pause),
                            (select taken_at + make_interval(mins => window_minutes) from ours
                                where nth = greatest(1, ceil(stops_at * 0.9))
                                    and (select count(*) from ours) >= stops_at)
                        ) - clock_timestamp())
                        from quota
                        """)
                .param("database", database)
                .param("share", share())
                .param("pause", properties.quotaPause().toSeconds())
                .query(Double.class)
                .optional()
                .map(seconds -> Duration.ofMillis((long) Math.ceil(Math.max(1, seconds) * 1000)))
                .orElse(properties.quotaPause());
    }

    /** Whether there is room by a reading of this very moment, so that a new session need not read again. */
    boolean justRead(long database) {
        return jdbc.sql(
                        """
                        select read_at > clock_timestamp() - interval '30 seconds'
                            and used + calls_since < floor(threshold * autotask_share(:database, :share))
                        from autotask_quota where database = :database and read_at is not null
                        """)
                .param("database", database)
                .param("share", share())
                .query(Boolean.class)
                .optional()
                .orElse(false);
    }

    List<Long> inUse() {
        return jdbc.sql("select database from autotask_quota where read_at > clock_timestamp() - interval '1 hour'")
                .query(Long.class)
                .list();
    }

    Optional<Budget> budget(long database) {
        return jdbc.sql(
                        """
                        select threshold as limit, window_minutes, greatest(used - ours_then, 0) as others, read_at,
                            floor(threshold * autotask_share(:database, :share)) as stops_at, (
                            select count(*) from autotask_call
                            where database = :database
                              and taken_at > clock_timestamp() - make_interval(mins => window_minutes)
                        ) as ours
                        from autotask_quota where database = :database and read_at is not null
                        """)
                .param("database", database)
                .param("share", share())
                .query((row, _) -> new Budget(
                        row.getInt("limit"),
                        row.getInt("window_minutes"),
                        row.getInt("ours"),
                        row.getInt("others"),
                        row.getInt("stops_at"),
                        row.getTimestamp("read_at").toInstant()))
                .optional();
    }

    /** The limit by the last reading, or the one to assume before. */
    Limit limit(long database) {
        return jdbc.sql("select threshold as calls, window_minutes from autotask_quota where database = :database")
                .param("database", database)
                .query(Limit.class)
                .optional()
                .orElse(new Limit(ASSUMED_LIMIT, 60));
    }

    /** Our calls within the window. */
    int ours(long database, Limit limit) {
        return jdbc.sql(
                        """
                        select count(*) from autotask_call
                        where database = :database and taken_at > clock_timestamp() - make_interval(mins => :window)
                        """)
                .param("database", database)
                .param("window", limit.windowMinutes())
                .query(Integer.class)
                .single();
    }

    private BigDecimal share() {
        return properties.quotaShare();
    }
}
