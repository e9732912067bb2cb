package app.ascent.autotask.throttling;

import java.time.Duration;
import java.util.Optional;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The breaks Autotask asked for, kept where every node sees them. */
@Component
class Breaks {

    /** Autotask does not document its break; its limits clear within about a minute. */
    private static final Duration USUAL = Duration.ofSeconds(60);

    private static final int MOST_STRIKES = 6;

    private final JdbcClient jdbc;
    private final RandomGenerator random = RandomGenerator.getDefault();

    Breaks(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Begins or prolongs a break; a longer one that another node began stays. */
    Duration begin(long database, String endpoint, @Nullable Duration asked) {
        Duration wait = asked == null ? usual(strikes(database, endpoint)) : asked;
        return jdbc.sql(
                        """
                        insert into autotask_pause as p (database, endpoint, until, strikes)
                        values (:database, :endpoint, clock_timestamp() + make_interval(secs => :seconds), 1)
                        on conflict (database, endpoint) do update
                        set until = greatest(p.until, excluded.until), strikes = p.strikes + 1
                        returning extract(epoch from until - clock_timestamp())
                        """)
                .param("database", database)
                .param("endpoint", endpoint)
                .param("seconds", wait.toMillis() / 1000.0)
                .query(Double.class)
                .optional()
                .map(Breaks::seconds)
                .orElse(wait);
    }

    Optional<Duration> remaining(long database, String endpoint) {
        return jdbc.sql(
                        """
                        select extract(epoch from until - clock_timestamp()) from autotask_pause
                        where database = :database and endpoint = :endpoint and until > clock_timestamp()
                        """)
                .param("database", database)
                .param("endpoint", endpoint)
                .query(Double.class)
                .optional()
                .map(Breaks::seconds);
    }

    /** After an answer: the next break is a first one again. */
    void over(long database, String endpoint) {
        jdbc.sql(
                        """
                delete from autotask_pause
                where database = :database and endpoint = :endpoint and until <= clock_timestamp()
                """)
                .param("database", database)
                .param("endpoint", endpoint)
                .update();
    }

    private int strikes(long database, String endpoint) {
        return jdbc.sql("select strikes from autotask_pause where database = :database and endpoint = :endpoint")
                .param("database", database)
                .param("endpoint", endpoint)
                .query(Integer.class)
                .optional()
                .orElse(0);
    }

    /** Jitter that grows keeps nodes and integrations from coming back all at once, again and again. */
    private Duration usual(int strikes) {
        long most = 10_000L << Math.min(strikes, MOST_STRIKES);
        return USUAL.plusMillis(random.nextLong(most));
    }

    /** Rounded up to the millisecond, so that whoever waits wakes after the end and not just before it. */
    private static Duration seconds(double seconds) {
        return Duration.ofMillis((long) Math.ceil(seconds * 1000) + 1);
    }
}
