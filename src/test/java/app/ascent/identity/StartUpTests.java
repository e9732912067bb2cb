package app.ascent.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.ascent.PostgresTest;
import app.ascent.identity.password.CommonPasswords;
import app.ascent.identity.password.PasswordHashes;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.boot.DefaultApplicationArguments;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Import;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.SimpleCommandLinePropertySource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.env.MockEnvironment;

@PostgresTest
@Import({
    Members.class,
    SignInTries.class,
    KnownPlaces.class,
    PresentPassword.class,
    RefusedSignIns.class,
    ApiTokens.class,
    PasswordRules.class,
    CommonPasswords.class,
    PasswordHashes.class
})
@EnableConfigurationProperties(SignInProperties.class)
class StartUpTests {

    private final ConfigurableListableBeanFactory beans;
    private final JdbcClient jdbc;

    StartUpTests(ConfigurableListableBeanFactory beans, JdbcClient jdbc) {
        this.beans = beans;
        this.jdbc = jdbc;
    }

    @BeforeEach
    void clear() {
        jdbc.sql("truncate identity_organization cascade").update();
    }

    @Test
    void createsTheOwnerThatTheSettingsNameOnce() {
        OwnerProperties owner =
                new OwnerProperties("Zoe@Fjordlight.example", "a long enough one", "Fjordlight IT", "Zoë");

        start(owner, new MockEnvironment());
        start(owner, new MockEnvironment());

        assertThat(jdbc.sql("select email || ' ' || role || ' ' || name from identity_user")
                        .query(String.class)
                        .list())
                .containsExactly("zoe@fjordlight.example OWNER Zoë");
    }

    @ParameterizedTest
    @ValueSource(strings = {"--ascent.owner.password=a long enough one", "--ascent.owner.pass-WORD=a long enough one"})
    void takesNoPasswordThatStandsInTheListOfProcesses(String argument) {
        MockEnvironment environment = new MockEnvironment();
        environment.getPropertySources().addFirst(new SimpleCommandLinePropertySource(argument));

        start(new OwnerProperties("zoe@fjordlight.example", "a long enough one", null, null), environment);

        assertThat(jdbc.sql("select count(*) from identity_user")
                        .query(Integer.class)
                        .single())
                .isZero();
    }

    @Test
    void namesOrganizationAndOwnerAfterTheAddressWhenNothingIsSaid() {
        start(new OwnerProperties("zoe@fjordlight.example", "a long enough one", null, null));

        assertThat(jdbc.sql("select o.name || ' ' || u.name from identity_user u, identity_organization o")
                        .query(String.class)
                        .list())
                .containsExactly("fjordlight.example zoe");
    }

    @Test
    void createsOneOrganizationWhenTwoNodesStartAtOnce() throws Exception {
        FirstOwner owner =
                new FirstOwner("Fjordlight IT", null, "Zoë", "zoe@fjordlight.example", new Password("long enough 1"));
        FirstOwner other =
                new FirstOwner("Fjordlight IT", null, "Zoë", "zoe@other.example", new Password("long enough 1"));

        try (var nodes = Executors.newFixedThreadPool(2)) {
            List<Callable<Boolean>> starts = List.of(() -> node().complete(owner), () -> node().complete(other));
            for (var start : nodes.invokeAll(starts)) {
                start.get();
            }
        }

        assertThat(jdbc.sql("select count(*) from identity_organization")
                        .query(Integer.class)
                        .single())
                .isEqualTo(1);
    }

    /** It is printed in the README, on a machine that answers itself alone. */
    @Test
    void takesThePasswordOfThePracticeProfileAsItIs() {
        MockEnvironment practice = new MockEnvironment().withProperty("ascent.practice.password", "practice-owner");

        start(new OwnerProperties("owner@example.com", "practice-owner", "Practice MSP", "Olivia Owner"), practice);

        assertThat(jdbc.sql("select count(*) from identity_user")
                        .query(Integer.class)
                        .single())
                .isEqualTo(1);
    }

    @ParameterizedTest
    @CsvSource({
        "zoe@fjordlight.example, short",
        "zoe@fjordlight.example, Password-1234",
        "zoe@fjordlight.example, zoe@fjordlight.example",
        "zoe, a long enough one"
    })
    void doesNotStartWithAnOwnerThatCannotSignIn(String email, String password) {
        assertThatThrownBy(() -> start(new OwnerProperties(email, password, null, null)))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("ascent.owner.")
                .hasMessageNotContaining(password);
    }

    private void start(OwnerProperties owner) {
        start(owner, new MockEnvironment());
    }

    private void start(OwnerProperties owner, ConfigurableEnvironment environment) {
        new StartUp(node(), beans.getBean(PasswordRules.class), owner, environment)
                .run(new DefaultApplicationArguments());
    }

    /** Each start has a bean of its own, which remembers what it found. */
    private Setup node() {
        return beans.createBean(Setup.class);
    }
}
