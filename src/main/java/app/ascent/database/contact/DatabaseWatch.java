package app.ascent.database.contact;

import com.zaxxer.hikari.HikariDataSource;
import java.net.SocketTimeoutException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Asks the database twice a second whether it is there, on a connection of its own. A server that is gone refuses, but one
 * that is frozen, or behind a network that lost it, says nothing at all, and everyone who asks it would wait. So the first
 * question that stays unanswered is the last that anyone waits for: whoever waits now is told that the connection is lost,
 * and whoever comes next is refused at once, until an answer is there again.
 */
public final class DatabaseWatch implements AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(DatabaseWatch.class);

    private static final Duration INTERVAL = Duration.ofMillis(500);

    /** Together with the interval it stays below the five seconds in which a page has to be answered. */
    private static final int PATIENCE_SECONDS = 3;

    private static final Duration SUSPICIOUS = Duration.ofSeconds(1);
    private static final String NO_CONNECTION = "08001";
    private static final String SILENCE = "it says nothing";

    /** Since when the database does not answer, and what was seen instead. */
    record Absence(Instant since, String reason) {}

    private final DatabaseAddress address;
    private final Clock clock;
    private final String sockets = UUID.randomUUID().toString();
    private final Thread looking =
            Thread.ofPlatform().daemon().name("database-watch").unstarted(this::lookOn);

    private volatile @Nullable Absence absence;

    /** When the question was asked that has no answer yet. */
    private volatile @Nullable Long asked;

    private volatile boolean closed;
    private @Nullable Connection connection;

    private DatabaseWatch(DatabaseAddress address, Clock clock) {
        this.address = address;
        this.clock = clock;
    }

    /** Answers once the database has, or refuses in one sentence. */
    static DatabaseWatch begin(DatabaseAddress address, Clock clock) {
        FirstContact.with(address, PATIENCE_SECONDS);
        DatabaseWatch watch = new DatabaseWatch(address, clock);
        watch.looking.start();
        return watch;
    }

    /** Null while the database answers. */
    @Nullable
    Absence absence() {
        return absence;
    }

    /** Puts a pool under watch; to be called before it opens its first connection. */
    public void over(HikariDataSource pool) {
        pool.addDataSourceProperty("socketFactory", WatchedSockets.class.getName());
        pool.addDataSourceProperty("socketFactoryArg", sockets);
    }

    /** Where connections come from. */
    @FunctionalInterface
    public interface ConnectionSource {

        Connection get() throws SQLException;
    }

    /** A connection out of a pool, for which nobody waits while there is no database to connect to. */
    public Connection connection(ConnectionSource pool) throws SQLException {
        Absence known = absence;
        if (known != null) {
            throw new SQLTransientConnectionException("The database does not answer: " + known.reason(), NO_CONNECTION);
        }
        try {
            return pool.get();
        } catch (SQLTransientConnectionException nobodyCame) {
            suspect();
            throw nobodyCame;
        }
    }

    /** To be called by who knows better: nobody shall wait for the next look. */
    public void lost(String reason) {
        gone(reason);
    }

    /**
     * Somebody got no connection in time. Is the watch's own question open for long as well, then two have seen
     * it, and a third one need not wait.
     */
    private void suspect() {
        Long open = asked;
        if (open != null && System.nanoTime() - open > SUSPICIOUS.toNanos()) {
            gone(SILENCE);
        }
    }

    @Override
    public void close() {
        closed = true;
        looking.interrupt();
        WatchedSockets.forget(sockets);
    }

    private void lookOn() {
        try {
            while (!closed) {
                lookSafely();
                Thread.sleep(INTERVAL);
            }
        } catch (InterruptedException e) {
            log.debug("Ascent is leaving, and asks no more");
        } finally {
            drop();
        }
    }

    /** A watch that stopped at a fault of its own would leave everyone waiting. */
    private void lookSafely() {
        try {
            look();
        } catch (RuntimeException e) {
            log.error("The database could not be looked at", e);
        }
    }

    private void look() {
        try {
            ask();
            back();
        } catch (SQLException e) {
            boolean hadBeenOpen = connection != null;
            drop();
            if (hadBeenOpen && !silent(e)) {
                askAnew(); // it may have been this connection alone
            } else {
                gone(reason(e));
            }
        }
    }

    private void askAnew() {
        try {
            ask();
            back();
        } catch (SQLException e) {
            drop();
            gone(reason(e));
        }
    }

    private void ask() throws SQLException {
        asked = System.nanoTime();
        Connection open = connection;
        if (open == null) {
            open = DriverManager.getConnection(address.url(), address.impatient(PATIENCE_SECONDS));
            connection = open;
        }
        try (Statement statement = open.createStatement()) {
            statement.execute("select 1");
        }
        asked = null;
    }

    private void drop() {
        Connection broken = connection;
        connection = null;
        asked = null;
        if (broken != null) {
            try {
                broken.abort(Runnable::run);
            } catch (SQLException e) {
                log.debug("A connection that was broken did not close", e);
            }
        }
    }

    private void back() {
        Absence over = absence;
        if (over != null) {
            absence = null;
            log.info(
                    "The database answers again, after {} s",
                    Duration.between(over.since(), clock.instant()).toSeconds());
        }
    }

    private void gone(String reason) {
        if (absence == null && !closed) {
            absence = new Absence(clock.instant(), reason);
            log.warn("The database does not answer: {}. Until it does, whoever needs it is refused at once", reason);
        }
        WatchedSockets.close(sockets);
    }

    private static boolean silent(SQLException failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof SocketTimeoutException) {
                return true;
            }
        }
        return false;
    }

    private static String reason(SQLException failure) {
        String said = String.valueOf(failure.getMessage()).strip();
        return silent(failure) ? SILENCE : said.endsWith(".") ? said.substring(0, said.length() - 1) : said;
    }
}
