package app.ascent.migration;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import javax.sql.DataSource;
import org.springframework.jdbc.datasource.DelegatingDataSource;

/**
 * The wire to the database, which can be cut: from the nth event on (a statement, or the moment before or after a commit)
 * nothing gets through any more, as if the process had been killed there.
 */
final class Wire extends DelegatingDataSource {

    private final Queue<String> statements = new ConcurrentLinkedQueue<>();
    private final AtomicInteger events = new AtomicInteger();
    private volatile int cutAt = Integer.MAX_VALUE;
    private volatile String fatal = "";
    private final AtomicInteger survived = new AtomicInteger();
    private final AtomicReference<String> refused = new AtomicReference<>("");

    Wire(DataSource target) {
        super(target);
    }

    void cutAt(int event) {
        events.set(0);
        cutAt = event;
    }

    /** At the next statement with these words but so many. */
    void cutBehind(int statements, String words) {
        survived.set(statements);
        fatal = words;
    }

    /** The next statement with these words fails by that state, and the ones behind it get through. */
    void refuseOnce(String words, String state) {
        refused.set(state + words);
    }

    private void refuse(String sql) throws SQLException {
        String next = refused.get();
        if (!next.isEmpty() && sql.contains(next.substring(5)) && refused.compareAndSet(next, "")) {
            throw new SQLException("Refused once", next.substring(0, 5));
        }
    }

    void mend() {
        fatal = "";
        cutAt = Integer.MAX_VALUE;
    }

    /** Whether it was cut while that was done, of which it may die. */
    boolean cuts(Runnable work) {
        try {
            work.run();
        } catch (RuntimeException cut) {
            return true;
        }
        return isCut();
    }

    boolean isCut() {
        return events.get() >= cutAt;
    }

    /** Statements since the last call of this method. */
    List<String> statements() {
        List<String> seen = new ArrayList<>();
        for (String sql = statements.poll(); sql != null; sql = statements.poll()) {
            seen.add(sql);
        }
        return seen;
    }

    private void event() throws SQLException {
        if (events.incrementAndGet() >= cutAt) {
            throw new SQLException("The wire is cut", "08006");
        }
    }

    @Override
    public Connection getConnection() throws SQLException {
        if (isCut()) {
            throw new SQLException("The wire is cut", "08001");
        }
        Connection connection = super.getConnection();
        return proxy(Connection.class, (method, arguments) -> {
            if (method.getName().equals("rollback") && isCut()) {
                // as the pool says it of a connection that broke; closing it rolls back
                throw new SQLException("Connection is closed");
            }
            if (method.getName().equals("commit")) {
                event();
                method.invoke(connection, arguments);
                event();
                return null;
            }
            if (method.getName().equals("unwrap")) {
                statements.add("copy"); // past the statements that are counted below
                event();
            }
            Object result = method.invoke(connection, arguments);
            return result instanceof PreparedStatement statement ? counted(statement, (String) arguments[0]) : result;
        });
    }

    private PreparedStatement counted(PreparedStatement statement, String sql) {
        return proxy(PreparedStatement.class, (method, arguments) -> {
            if (method.getName().startsWith("execute")) {
                statements.add(sql);
                if (!fatal.isEmpty() && sql.contains(fatal) && survived.getAndDecrement() == 0) {
                    cutAt(1);
                }
                event();
                refuse(sql);
            }
            return method.invoke(statement, arguments);
        });
    }

    private interface Call {
        Object on(java.lang.reflect.Method method, Object[] arguments) throws Throwable;
    }

    private static <T> T proxy(Class<T> type, Call call) {
        return type.cast(
                Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, (proxy, method, arguments) -> {
                    try {
                        return call.on(method, arguments);
                    } catch (InvocationTargetException e) {
                        throw e.getCause();
                    }
                }));
    }
}
