package app.ascent.autotask;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import app.ascent.EverythingLogged;
import app.ascent.autotask.client.AutotaskConnector;
import app.ascent.autotask.client.AutotaskSession;
import app.ascent.autotask.client.EntityQuery;
import app.ascent.autotask.client.Zone;
import app.ascent.vault.Secret;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** Marked credentials, sought in all that is logged and thrown, with every logger as loud as it gets. */
@AutotaskTest
@ExtendWith({OutputCaptureExtension.class, EverythingLogged.class})
class SecretsStayInTests {

    private static final String SECRET = "marked-secret-5c1f";
    private static final AutotaskStub AUTOTASK = AutotaskStub.start();

    private final AutotaskConnector connector;
    private final ConnectionCheck check;

    SecretsStayInTests(AutotaskConnector connector, ConnectionCheck check) {
        this.connector = connector;
        this.check = check;
    }

    @DynamicPropertySource
    static void settings(DynamicPropertyRegistry registry) {
        AUTOTASK.register(registry);
    }

    @AfterAll
    static void stop() {
        AUTOTASK.close();
    }

    @BeforeEach
    void reset() {
        AUTOTASK.reset().database(70_001).secret(SECRET);
    }

    static Stream<StubFault> failures() {
        return Stream.of(
                StubFault.REJECTED,
                StubFault.FORBIDDEN,
                StubFault.MAINTENANCE,
                StubFault.BAD_QUERY,
                StubFault.TRUNCATED,
                StubFault.RESET,
                StubFault.GARBAGE,
                StubFault.redirect("https://elsewhere.example/"),
                // An answer that echoes what it was sent must not be passed on either.
                StubFault.errors(500, "Unable to find user with secret " + SECRET),
                StubFault.errors(500, "Deadlock, request was " + SECRET),
                StubFault.hanging(Duration.ofSeconds(2)));
    }

    @ParameterizedTest
    @MethodSource("failures")
    void noFailureCarriesThem(StubFault failure, CapturedOutput output) {
        AUTOTASK.failAlways("Companies", failure);
        Zone zone = new Zone("Stub", AUTOTASK.apiUrl(), URI.create("https://ww1.autotask.net/"), System.nanoTime());
        AutotaskSession session = connector.connect(zone, AUTOTASK.credentials().login(), (_, _) -> {});

        Throwable thrown = catchThrowable(() -> session.page(EntityQuery.of("Companies"), -1));

        assertThat(thrown).isNotNull();
        String told = trace(thrown)
                + session
                + AUTOTASK.credentials()
                + AUTOTASK.credentials().login();
        assertStaysIn(told);
        assertThat(told).doesNotContain(AutotaskStub.API_USER);
        assertStaysIn(output.getAll());
    }

    @Test
    void aTestTellsNothingOfThem(CapturedOutput output) throws Exception {
        ConnectionReport passed = check.test(AUTOTASK.credentials(), List.of(new Wanted("Companies", true)));
        AUTOTASK.failAlways("Companies", StubFault.REJECTED);
        ConnectionReport rejected = check.test(AUTOTASK.credentials(), List.of(new Wanted("Companies", true)));

        assertThat(passed.passed()).isTrue();
        assertThat(rejected.passed()).isFalse();
        assertStaysIn(passed.toString() + rejected);
        assertStaysIn(output.getAll());
    }

    /** The HTTP client complains of a value it cannot send by quoting it. */
    @Test
    void aValueThatCannotBeSentIsNotQuoted(CapturedOutput output) throws Exception {
        Credentials credentials = new Credentials(
                AutotaskStub.API_USER,
                new Secret(SECRET + "\r\n"),
                AUTOTASK.credentials().integrationCode());

        ConnectionReport report = check.test(credentials, List.of(new Wanted("Companies", true)));

        assertThat(report.problem()).isInstanceOf(ConnectionReport.Problem.CredentialsRejected.class);
        assertStaysIn(report.toString());
        assertStaysIn(output.getAll());
    }

    private static void assertStaysIn(String text) {
        assertThat(text).doesNotContain(SECRET).doesNotContain(AutotaskStub.INTEGRATION_CODE);
    }

    private static String trace(Throwable thrown) {
        StringWriter text = new StringWriter();
        thrown.printStackTrace(new PrintWriter(text));
        return text.toString();
    }
}
