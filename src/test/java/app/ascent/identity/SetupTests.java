package app.ascent.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import app.ascent.AscentTest;
import app.ascent.web.Visitor;
import app.ascent.web.Visitor.Answer;
import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** One installation from its first start on; each step finds what the one before left. */
@AscentTest(
        properties = {
            "spring.application.name=ascent-set-up",
            "ascent.hosts=localhost",
            "ascent.owner.reset= Zoe@Fjordlight.example"
        })
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
@ExtendWith(OutputCaptureExtension.class)
class SetupTests {

    private static final String PASSWORD = "a password of mine";

    private final Setup setup;
    private final Recovery recovery;
    private final JdbcClient jdbc;
    private final int port;

    SetupTests(Setup setup, Recovery recovery, JdbcClient jdbc, @LocalServerPort int port) {
        this.setup = setup;
        this.recovery = recovery;
        this.jdbc = jdbc;
        this.port = port;
    }

    @Test
    @Order(1)
    void leadsFromSignInToSetUpWhileThereIsNoUser() {
        assertThat(new Visitor(port).get("/login").location()).isEqualTo("/setup");
    }

    @Test
    @Order(2)
    void refusesAnotherCode(CapturedOutput log) {
        Answer answer = complete(SetupCode.random().printed(), PASSWORD);

        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.body())
                .contains("Check the code: it is not the one in the log of this start.")
                .contains("value=\"Fjordlight IT\"")
                .doesNotContain(PASSWORD);
        assertThat(users()).isZero();
        assertThat(log).contains("Set-up with a wrong code");
    }

    @Test
    @Order(3)
    void refusesAShortPassword() {
        Answer answer = complete(setup.code().printed(), "short");

        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.body()).contains("Choose a password of at least 12 characters.");
        assertThat(users()).isZero();
    }

    @Test
    @Order(4)
    void makesTheFirstOwner() {
        Visitor visitor = new Visitor(port);

        Answer answer = visitor.post("/setup", form(setup.code().printed().toLowerCase(), PASSWORD));

        assertThat(answer.location()).isEqualTo("/login");
        assertThat(visitor.get("/login").body()).contains("Fjordlight IT is ready.");
        assertThat(visitor.signIn("zoe@fjordlight.example", PASSWORD).location())
                .isEqualTo("/");
        assertThat(visitor.get("/settings/members").status()).isEqualTo(200);
        assertThat(jdbc.sql("select time_zone from identity_organization")
                        .query(String.class)
                        .single())
                .isEqualTo("Europe/Oslo");
    }

    @Test
    @Order(5)
    void isGoneOnceUsed() {
        Visitor visitor = new Visitor(port);

        Answer again = visitor.post("/setup", form(setup.code().printed(), PASSWORD));

        assertThat(visitor.get("/setup").location()).isEqualTo("/login");
        assertThat(again.location()).isEqualTo("/login");
        assertThat(users()).isEqualTo(1);
    }

    @Test
    @Order(6)
    void leavesAUserAloneWhenTheSettingsNameAnOwner() {
        boolean created = setup.complete(
                new FirstOwner("Other", null, "Other", "other@fjordlight.example", new Password("another password")));

        assertThat(created).isFalse();
        assertThat(users()).isEqualTo(1);
    }

    @Test
    @Order(7)
    void offersNoRecoveryUnlessAStartOfAscentDoes() {
        assertThat(recovery.code()).isEmpty();
        assertThat(new Visitor(port).get("/recover").location()).isEqualTo("/login");
        assertThat(new Visitor(port)
                        .post("/recover", Map.of("code", "", "password", "the next long one"))
                        .location())
                .isEqualTo("/login");
    }

    @Test
    @Order(8)
    void letsALockedOutOwnerInAgainOnceByACodeFromTheLog() {
        recovery.offer();
        String code = recovery.code().orElseThrow().printed();
        Visitor locked = new Visitor(port);
        locked.signIn("zoe@fjordlight.example", PASSWORD);
        String token = token(locked);
        AuthenticatorApp.setUp(locked, PASSWORD, Clock.systemUTC());
        for (int i = 0; i < 5; i++) {
            new Visitor(port).signIn("zoe@fjordlight.example", "not the password");
        }

        assertThat(recover("AAAA-BBBB", "the next long one").body()).contains("Check the code");
        assertThat(recover(code, "zoe lindqvist 1").body()).contains("this one is made of an address, a name");
        assertThat(recover(code, "the next long one").location()).isEqualTo("/login");

        assertThat(recover(code, "yet another of them").location()).isEqualTo("/login");
        assertThat(locked.get("/settings/security").location()).isEqualTo("/login");
        assertThat(new Visitor(port)
                        .signIn("zoe@fjordlight.example", "the next long one")
                        .location())
                .isEqualTo("/");
        assertThat(new Visitor(port)
                        .get("/api/v1/users", "Authorization", Visitor.basic("zoe@fjordlight.example", token))
                        .status())
                .isEqualTo(401);
        await().untilAsserted(() -> assertThat(jdbc.sql("select changes::text from audit_entry")
                        .query(String.class)
                        .list())
                .anyMatch(changes -> changes.contains("Replaced with a code from the log"))
                .anyMatch(changes -> changes.contains("Recovery of the Owner with a wrong code")));
    }

    @Test
    @Order(9)
    void answersToTheConfiguredHostAlone() throws IOException {
        assertThat(statusFor("localhost")).isEqualTo("200");
        assertThat(statusFor("elsewhere.example")).isEqualTo("421");
    }

    /** By a plain socket, for clients do not let a host be made up. */
    private String statusFor(String host) throws IOException {
        try (Socket socket = new Socket("localhost", port)) {
            socket.setSoTimeout(10_000);
            socket.getOutputStream()
                    .write("GET /login HTTP/1.1\r\nHost: %s\r\nConnection: close\r\n\r\n"
                            .formatted(host)
                            .getBytes(StandardCharsets.US_ASCII));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8).split(" ")[1];
        }
    }

    private static String token(Visitor visitor) {
        String page = visitor.post("/settings/security/tokens", Map.of("name", "Reports", "password", PASSWORD))
                .body();
        Matcher token = Pattern.compile("ascent_[A-Za-z0-9_-]+").matcher(page);
        assertThat(token.find()).isTrue();
        return token.group();
    }

    private Answer recover(String code, String password) {
        return new Visitor(port).post("/recover", Map.of("code", code, "password", password));
    }

    private Answer complete(String code, String password) {
        return new Visitor(port).post("/setup", form(code, password));
    }

    private static Map<String, String> form(String code, String password) {
        return new HashMap<>(Map.of(
                "code", code,
                "organization", "Fjordlight IT",
                "timeZone", "Europe/Oslo",
                "name", "Zoë Lindqvist",
                "email", "Zoe@Fjordlight.example",
                "password", password));
    }

    private int users() {
        return jdbc.sql("select count(*) from identity_user")
                .query(Integer.class)
                .single();
    }
}
