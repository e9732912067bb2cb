package app.ascent.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.awaitility.Awaitility.await;

import app.ascent.identity.Crew;
import app.ascent.web.Visitor.Answer;
import jakarta.servlet.http.Cookie;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.BeanCreationException;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.boot.tomcat.autoconfigure.TomcatServerProperties;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockFilterChain;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;

/** What strangers can do, and what proxies in front may say. */
@VisitedApplication
@ExtendWith(OutputCaptureExtension.class)
class PerimeterTests {

    private final JdbcClient jdbc;
    private final TomcatServerProperties tomcat;
    private final int port;

    private Crew crew;

    PerimeterTests(JdbcClient jdbc, TomcatServerProperties tomcat, @LocalServerPort int port) {
        this.jdbc = jdbc;
        this.tomcat = tomcat;
        this.port = port;
    }

    @BeforeEach
    void hire() {
        crew = Crew.of(jdbc, "Fjordlight IT");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/api/[;",
                "/api/{|}",
                "/api/%5B%3B",
                "/api/..;/x",
                "//elsewhere",
                "/login;a=b",
                "/[;",
                "/%ZZ",
                "/api/\\",
                "/api/%00",
                "/api/x?a=%",
                "/api/%2e%2e/",
                "/api/v1/clients/x%2fy",
                "/shell/..;/x",
                "/api/v1/[;]"
            })
    void refusesOddAddressesQuietlyAndLetsNothingBeLoaded(String path, CapturedOutput log) throws IOException {
        new Visitor(port).get("/login"); // what is logged once, at the first request
        int before = log.getAll().length();

        String answer = raw("GET " + path + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n");

        assertThat(answer).matches(Pattern.compile("HTTP/1.1 4\\d\\d.*", Pattern.DOTALL));
        assertThat(policy(answer)).contains("object-src 'none'", "base-uri 'none'", "frame-ancestors 'none'");
        assertThat(log.getAll().substring(before)).doesNotContain("Exception").hasSizeLessThan(1_500);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/login",
                "/nowhere",
                "/api/v1/nowhere",
                "/shell/ascent.css",
                "/actuator/health",
                "/swagger-ui.html"
            })
    void saysWithEachAnswerWhatItMayLoad(String path) {
        assertThat(new Visitor(port).get(path).header("Content-Security-Policy"))
                .hasValueSatisfying(policy -> assertThat(policy).contains("object-src 'none'", "base-uri 'none'"));
    }

    @Test
    void bindsTheSessionToThisHostBehindTls() {
        Visitor visitor = new Visitor(port);

        Answer page = visitor.get("/login", "X-Forwarded-Proto", "https");

        assertThat(page.response().headers().allValues("Set-Cookie")).hasSize(1).allSatisfy(cookie -> assertThat(cookie)
                .startsWith("__Host-ascent-csrf=")
                .contains("Secure", "HttpOnly", "Path=/"));
        assertThat(signIn("X-Forwarded-Proto", "https").response().headers().allValues("Set-Cookie"))
                .anySatisfy(cookie -> assertThat(cookie)
                        .startsWith("__Host-ascent_session=")
                        .contains("Secure", "HttpOnly", "SameSite=Lax"));
    }

    /** Whoever can write a cookie must not be able to lead somebody who signs in to another site. */
    @ParameterizedTest
    @CsvSource({
        "/admin/audit-logs?entity=User, /admin/audit-logs?entity=User",
        "https://elsewhere.example, /",
        "//elsewhere.example, /",
        "!, /"
    })
    void goesOnToPagesOfOursAlone(String wanted, String destination) {
        String value = Base64.getUrlEncoder().withoutPadding().encodeToString(wanted.getBytes(StandardCharsets.UTF_8));
        MockHttpServletRequest request = new MockHttpServletRequest("POST", "/login");
        request.setCookies(new Cookie("ascent-wanted", wanted.equals("!") ? wanted : value));

        assertThat(new WantedPage().page(request)).isEqualTo(destination.equals("/") ? null : destination);
    }

    /** From the right, for whoever stands left of a proxy can write what they like. */
    @ParameterizedTest
    @CsvSource({
        "'6.6.6.6, 203.0.113.9', 203.0.113.9",
        "'6.6.6.6, 203.0.113.9, 127.0.0.1', 203.0.113.9",
        "203.0.113.9:5123, 203.0.113.9",
        "[2001:db8::7]:443, 2001:db8:0:0:0:0:0:7",
        "'<b>me</b>', none",
        "10.1.2.3' or 1=1, none"
    })
    void writesAddressesAloneToTheAuditLog(String forwarded, String address) {
        signIn("X-Forwarded-For", forwarded);

        await().untilAsserted(() -> assertThat(jdbc.sql(
                                """
                                select coalesce(address, 'none') from audit_entry
                                where organization_id = :organization and action = 'LOGIN'
                                """)
                        .param("organization", crew.organization().value())
                        .query(String.class)
                        .list())
                .isEqualTo(List.of(address)));
    }

    @Test
    void believesProxiesOnThisMachineAlone() {
        Pattern proxies = Pattern.compile(tomcat.getRemoteip().getInternalProxies());

        assertThat(List.of("127.0.0.1", "::1", "0:0:0:0:0:0:0:1")).allMatch(proxies.asMatchPredicate());
        assertThat(List.of("10.0.0.1", "192.168.1.1", "172.17.0.1", "127.0.0.1.example", "169.254.1.1"))
                .noneMatch(proxies.asMatchPredicate());
    }

    @ParameterizedTest
    @CsvSource({
        "ascent.example.com, /login, 200",
        "ASCENT.example.com, /login, 200",
        "elsewhere.example, /login, 421",
        "ascent.example.com.elsewhere.example, /api/v1/clients, 421",
        "10.0.0.7, /actuator/health/liveness, 200"
    })
    void answersToItsNames(String host, String path, int status) throws Exception {
        MockHttpServletRequest request = new MockHttpServletRequest("GET", path);
        request.setServerName(host);
        MockHttpServletResponse response = new MockHttpServletResponse();

        new KnownHosts(Set.of("ascent.example.com", " ")).doFilter(request, response, new MockFilterChain());

        assertThat(response.getStatus()).isEqualTo(status);
    }

    @ParameterizedTest
    @CsvSource({
        "ascent.example.com:8443, ascent.example.com",
        "' Ascent.Example.COM. ', ascent.example.com",
        "ascent.example.com.:443, ASCENT.example.com",
        "ascent.example.com, ascent.example.com.",
        "10.0.0.7:8080, 10.0.0.7",
        "[::1]:8443, [::1]",
        "[2001:DB8::7], [2001:db8:0:0:0:0:0:7]",
        "::1, [0:0:0:0:0:0:0:1]",
        "münchen.example:8443, xn--mnchen-3ya.example",
        "psa_1, psa_1"
    })
    void readsItsNamesHoweverTheyAreWritten(String configured, String asked) throws Exception {
        assertThat(statusFor(Set.of(configured), asked)).isEqualTo(200);
        assertThat(statusFor(Set.of(configured), "elsewhere.example")).isEqualTo(421);
        assertThat(statusFor(Set.of(configured), "[::2]")).isEqualTo(421);
    }

    /** Nobody would be answered, and nothing would tell why. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://ascent.example.com",
                "ascent.example.com/",
                "*.example.com",
                "ascent.example.com:",
                "ascent.example.com:0",
                "ascent.example.com:99999",
                "ascent.example.com:https",
                "[::1",
                "[ascent.example.com]",
                "::1::2",
                "ascent example.com",
                "-ascent.example.com",
                "ascent..example.com",
                ".",
                ":8443"
            })
    void refusesToStartWithNamesItCannotRead(String configured) {
        Set<String> names = Set.of("ascent.example.com", configured);

        Throwable failure = catchThrowable(() -> new KnownHosts(names));

        assertThat(failure)
                .hasMessage("ascent.hosts has \"" + configured
                        + "\", which is no name of a host: name hosts as ascent.example.com, separated by commas.");
        assertThat(new UnreadableHostAnalyzer()
                        .analyze(new BeanCreationException("knownHosts", "failed", failure))
                        .getDescription())
                .isEqualTo(failure.getMessage());
    }

    private static int statusFor(Set<String> configured, String asked) throws Exception {
        MockHttpServletRequest request = new MockHttpServletRequest("GET", "/login");
        request.setServerName(asked);
        MockHttpServletResponse response = new MockHttpServletResponse();
        new KnownHosts(configured).doFilter(request, response, new MockFilterChain());
        return response.getStatus();
    }

    private Answer signIn(String header, String value) {
        Visitor visitor = new Visitor(port);
        Answer page = visitor.get("/login", header, value);
        String token = page.body().replaceAll("(?s).*name=\"csrf\" content=\"([^\"]+)\".*", "$1");
        String cookie = page.header("Set-Cookie").orElse("").replaceAll(";.*", "");
        return visitor.send(
                "POST",
                "/login",
                "_csrf=" + token + "&email=" + crew.owner().email() + "&password=" + Crew.PASSWORD.replace(' ', '+'),
                "Content-Type",
                "application/x-www-form-urlencoded",
                "Cookie",
                cookie,
                header,
                value);
    }

    private String raw(String request) throws IOException {
        try (Socket socket = new Socket("localhost", port)) {
            socket.setSoTimeout(10_000);
            socket.getOutputStream().write(request.getBytes(StandardCharsets.ISO_8859_1));
            ByteArrayOutputStream answer = new ByteArrayOutputStream();
            socket.getInputStream().transferTo(answer);
            return answer.toString(StandardCharsets.UTF_8);
        }
    }

    private static String policy(String answer) {
        return answer.lines()
                .filter(line -> line.startsWith("Content-Security-Policy:"))
                .findFirst()
                .orElse("none");
    }
}
