package app.ascent.database;

import com.zaxxer.hikari.HikariDataSource;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Gives work fewer connections at once while people wait: two as before, any further one a second later each, or as soon as
 * nobody waits any more. Not never, since whoever asks may hold one already, which another thread waits for.
 */
final class WorkTurns {

    static final int FEW = 2;
    static final Duration LONGEST = Duration.ofSeconds(1);

    private static final Duration LOOK_AGAIN = Duration.ofMillis(10);

    private final HikariDataSource work;
    private final HikariDataSource people;
    private final Courtesy courtesy;
    private final ReentrantLock turn = new ReentrantLock(true);

    WorkTurns(HikariDataSource work, HikariDataSource people, Courtesy courtesy) {
        this.work = work;
        this.people = people;
        this.courtesy = courtesy;
    }

    Connection next() throws SQLException {
        if (!peopleWait()) {
            return work.getConnection();
        }
        try {
            boolean mine = turn.tryLock(LONGEST.toMillis(), TimeUnit.MILLISECONDS);
            try {
                awaitFew();
                return work.getConnection();
            } finally {
                if (mine) {
                    turn.unlock();
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new SQLException("Interrupted while people went first", e);
        }
    }

    private void awaitFew() throws InterruptedException {
        long until = System.nanoTime() + LONGEST.toNanos();
        while (peopleWait() && inUse() >= FEW && System.nanoTime() < until) {
            Thread.sleep(LOOK_AGAIN);
        }
    }

    /** For a connection, or for an answer. */
    private boolean peopleWait() {
        var pool = people.getHikariPoolMXBean();
        return courtesy.somebodyWaits() || pool != null && pool.getThreadsAwaitingConnection() > 0;
    }

    private int inUse() {
        var pool = work.getHikariPoolMXBean();
        return pool == null ? 0 : pool.getActiveConnections();
    }
}
