package app.ascent.database.contact;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.ascent.TestDatabase;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.BeanCreationException;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class FirstContactTests {

    private static final int PATIENCE = 1;

    private TestDatabase.Coordinates database;
    private String url;

    /** Test servers may trust whoever comes from this machine, so the user is one that they do not know. */
    @BeforeAll
    void aDatabase() throws SQLException {
        database = TestDatabase.fresh();
        url = address(database.url(), null, null).shown();
        execute("drop role if exists first_contact_guest", "create role first_contact_guest login password 'guest'");
    }

    @Test
    void isSilentAboutADatabaseThatIsAsItShouldBe() {
        assertThatCode(() -> FirstContact.with(address(url, database.user(), database.password()), PATIENCE))
                .doesNotThrowAnyException();
    }

    @Test
    void namesAUserThatIsNotLetIn() {
        assertThatThrownBy(() -> contact(url, "nobody_of_this_name", "guessed"))
                .isInstanceOf(DatabaseUnusable.class)
                .hasMessageMatching("(?s).*(nobody_of_this_name).*SPRING_DATASOURCE_.*");
    }

    @Test
    void namesADatabaseThatIsMissing() {
        assertThatThrownBy(() -> contact(url + "_missing", database.user(), database.password()))
                .hasMessageContaining("has no such database; create it");
    }

    @Test
    void namesTheRightThatIsMissing() {
        assertThatThrownBy(() -> contact(url, "first_contact_guest", "guest"))
                .hasMessageContaining("User first_contact_guest may not create tables")
                .hasMessageContaining("owner to first_contact_guest");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "jdbc:postgresql://no-such-host.invalid/ascent | cannot be reached: its host name is not known.",
                "jdbc:mysql://127.0.0.1/ascent                 | is no address of a PostgreSQL",
                "postgresql://127.0.0.1/ascent                 | is no address of a PostgreSQL",
            })
    void namesAnAddressThatLeadsNowhere(String url, String words) {
        assertThatThrownBy(() -> contact(url, "ascent", "x")).hasMessageContaining(words);
    }

    @Test
    void doesNotWaitForAServerThatSaysNothing() throws IOException {
        try (ServerSocket silent = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            long start = System.nanoTime();

            assertThatThrownBy(() -> contact("jdbc:postgresql://127.0.0.1:" + silent.getLocalPort() + "/a", "a", "x"))
                    .hasMessageContaining("it gave no answer within 1 seconds");

            assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(3));
        }
    }

    @ParameterizedTest
    @CsvSource({
        "jdbc:postgresql://db.example.com/ascent?user=a&password=hidden",
        "jdbc:postgresql://a:hidden@db.example.com/ascent",
    })
    void showsNoPassword(String url) {
        assertThat(address(url, null, null).shown()).isEqualTo("jdbc:postgresql://db.example.com/ascent");
    }

    @Test
    void isToldAsItsSentenceAlone() {
        var failure = new BeanCreationException("databaseWatch", "nested", new DatabaseUnusable("It is so."));

        assertThat(new DatabaseUnusableAnalyzer().analyze(failure).getDescription())
                .isEqualTo("It is so.");
    }

    private void execute(String... statements) throws SQLException {
        try (Connection connection = database.connect();
                Statement statement = connection.createStatement()) {
            for (String each : statements) {
                statement.execute(each);
            }
        }
    }

    private static void contact(String url, @Nullable String user, @Nullable String password) {
        FirstContact.with(address(url, user, password), PATIENCE);
    }

    private static DatabaseAddress address(String url, @Nullable String user, @Nullable String password) {
        return new DatabaseAddress(url, user, password);
    }
}
