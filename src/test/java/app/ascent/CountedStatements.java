package app.ascent;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.jdbc.datasource.DelegatingDataSource;

/** Counts the statements that go to the database. */
public class CountedStatements implements BeanPostProcessor {

    private final AtomicInteger count = new AtomicInteger();
    private final ThreadLocal<Integer> own = ThreadLocal.withInitial(() -> 0);

    /** Those of this thread: others may have work of their own. */
    public int during(Runnable work) {
        int before = own.get();
        work.run();
        return own.get() - before;
    }

    /** Those of all threads, for what a server does elsewhere. */
    public int anywhereDuring(Runnable work) {
        int before = count.get();
        work.run();
        return count.get() - before;
    }

    @Override
    public Object postProcessAfterInitialization(Object bean, String name) {
        return bean instanceof DataSource dataSource ? counted(dataSource) : bean;
    }

    private DataSource counted(DataSource dataSource) {
        return new DelegatingDataSource(dataSource) {
            @Override
            public Connection getConnection() throws SQLException {
                return counted(super.getConnection());
            }
        };
    }

    private Connection counted(Connection connection) {
        return (Connection) Proxy.newProxyInstance(
                getClass().getClassLoader(), new Class<?>[] {Connection.class}, (proxy, method, arguments) -> {
                    // Who copies rows talks to the driver itself.
                    if (method.getName().equals("prepareStatement")
                            || method.getName().equals("unwrap")
                            || method.getName().equals("createStatement")) {
                        count.incrementAndGet();
                        own.set(own.get() + 1);
                    }
                    try {
                        return method.invoke(connection, arguments);
                    } catch (InvocationTargetException failure) {
                        throw failure.getCause();
                    }
                });
    }
}
