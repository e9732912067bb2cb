package app.ascent.autotask.client;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.getRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.options;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.ascent.autotask.client.AutotaskFailure.CredentialsRejected;
import app.ascent.autotask.client.AutotaskFailure.Unavailable;
import app.ascent.vault.Secret;
import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.http.Fault;
import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.Method;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.http.HttpMethod;
import org.springframework.mock.http.client.MockClientHttpRequest;
import org.springframework.mock.http.client.MockClientHttpResponse;
import org.springframework.util.unit.DataSize;

class AutotaskHttpTests {

    private static final Login LOGIN =
            new Login(new Secret("user@example.org"), new Secret("marked-secret"), new Secret("CODE"));

    private final WireMockServer server = new WireMockServer(options().dynamicPort());
    private final AutotaskHttp http = new AutotaskHttp(new AutotaskProperties(
            null,
            List.of("*.autotask.net"),
            true,
            Duration.ofSeconds(1),
            Duration.ofMillis(1_500),
            Duration.ofMillis(1),
            DataSize.ofKilobytes(4)));

    AutotaskHttpTests() {
        server.start();
    }

    @AfterEach
    void stop() {
        http.close();
        server.stop();
    }

    @ParameterizedTest
    @CsvSource({
        "GET, /ATServicesRest/V1.0/ThresholdInformation, true",
        "POST, /ATServicesRest/V1.0/Companies/query, true",
        "POST, /ATServicesRest/V1.0/Companies/query/count, true",
        "POST, /ATServicesRest/V1.0/Companies, false",
        "POST, /ATServicesRest/V1.0/Companies/5/Contacts, false",
        "POST, /ATServicesRest/V1.0/Companies/query/../, false",
        "POST, /ATServicesRest/V1.0/Companies/query%2F.., false",
        "PUT, /ATServicesRest/V1.0/Companies, false",
        "PUT, /ATServicesRest/V1.0/Companies/query, false",
        "PATCH, /ATServicesRest/V1.0/Companies/query, false",
        "DELETE, /ATServicesRest/V1.0/Contacts/5, false",
        "DELETE, /ATServicesRest/V1.0/Companies/query, false",
        "HEAD, /ATServicesRest/V1.0/Companies/query, false",
        "OPTIONS, /ATServicesRest/V1.0/Companies/query, false"
    })
    void letsOnlyReadsPass(String method, String path, boolean passes) throws IOException {
        var request =
                new MockClientHttpRequest(HttpMethod.valueOf(method), URI.create("https://x.autotask.net" + path));
        request.setResponse(new MockClientHttpResponse());
        ReadOnly readOnly = new ReadOnly();

        if (passes) {
            readOnly.intercept(request, new byte[0], (sent, _) -> ((MockClientHttpRequest) sent).execute());
            assertThat(request.isExecuted()).isTrue();
        } else {
            assertThatIllegalStateException()
                    .isThrownBy(() -> readOnly.intercept(
                            request, new byte[0], (sent, _) -> ((MockClientHttpRequest) sent).execute()));
            assertThat(request.isExecuted()).isFalse();
        }
    }

    @Test
    void hasNoMethodThatCouldWrite() {
        assertThat(Arrays.stream(AutotaskHttp.class.getDeclaredMethods())
                        .filter(method -> !method.isSynthetic())
                        .filter(method -> method.getReturnType().equals(Answer.class)))
                .extracting(Method::getName)
                .containsExactlyInAnyOrder("get", "post", "stream", "complaint", "send", "read");
        assertThatIllegalStateException()
                .isThrownBy(() -> http.post(address("/ATServicesRest/V1.0/Companies"), "{}", LOGIN));
        assertThat(server.getAllServeEvents()).isEmpty();
    }

    @Test
    void sendsTheThreeHeaders() throws Exception {
        server.stubFor(any(anyUrl()).willReturn(aResponse().withBody("{}")));

        http.get(address("/ThresholdInformation"), LOGIN);

        var sent = server.getAllServeEvents().getFirst().getRequest();
        assertThat(sent.getHeader("UserName")).isEqualTo("user@example.org");
        assertThat(sent.getHeader("Secret")).isEqualTo("marked-secret");
        assertThat(sent.getHeader("ApiIntegrationCode")).isEqualTo("CODE");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "line\nbreak", "tab\tbed", "ümlaut", "nul\u0000"})
    void doesNotSendWhatAHeaderCannotCarry(String value) {
        Login login = new Login(new Secret("user@example.org"), new Secret(value), new Secret("CODE"));

        assertThatThrownBy(() -> http.get(address("/ThresholdInformation"), login))
                .isInstanceOf(CredentialsRejected.class);

        assertThat(server.getAllServeEvents()).isEmpty();
    }

    @Test
    void followsNoRedirect() throws Exception {
        server.stubFor(any(anyUrl()).willReturn(aResponse().withStatus(307).withHeader("Location", "/elsewhere")));

        assertThat(http.get(address("/ThresholdInformation"), LOGIN).status()).isEqualTo(307);

        server.verify(0, getRequestedFor(urlPathEqualTo("/elsewhere")));
    }

    @Test
    void keepsNoCookie() throws Exception {
        server.stubFor(any(anyUrl()).willReturn(aResponse().withHeader("Set-Cookie", "session=1; Path=/")));

        http.get(address("/first"), LOGIN);
        http.get(address("/second"), LOGIN);

        assertThat(server.getAllServeEvents())
                .noneMatch(event -> event.getRequest().containsHeader("Cookie"));
    }

    @Test
    void answersNoChallenge() throws Exception {
        server.stubFor(any(anyUrl())
                .willReturn(aResponse().withStatus(401).withHeader("WWW-Authenticate", "Basic Realm=\"x\"")));

        assertThat(http.get(address("/ThresholdInformation"), LOGIN).status()).isEqualTo(401);

        assertThat(server.getAllServeEvents()).hasSize(1);
    }

    @Test
    void readsARejectionWithoutChallenge() throws Exception {
        server.stubFor(any(anyUrl()).willReturn(aResponse().withStatus(401)));

        assertThat(http.post(address("/Companies/query"), "{}", LOGIN).status()).isEqualTo(401);
    }

    /** An attempt the HTTP client repeats by itself would be a call that nobody counted. */
    @ParameterizedTest
    @ValueSource(strings = {"CONNECTION_RESET_BY_PEER", "EMPTY_RESPONSE"})
    void repeatsNothingByItself(Fault fault) {
        server.stubFor(get(anyUrl()).willReturn(aResponse().withFault(fault)));

        assertThatThrownBy(() -> http.get(address("/ThresholdInformation"), LOGIN))
                .isInstanceOf(Unavailable.class);

        assertThat(server.getAllServeEvents()).hasSize(1);
    }

    @Test
    void readsNoMoreThanItMay() throws Exception {
        server.stubFor(any(anyUrl()).willReturn(aResponse().withBody("x".repeat(4096))));
        assertThat(http.get(address("/Companies"), LOGIN).body().cut()).isFalse();

        server.stubFor(any(anyUrl()).willReturn(aResponse().withBody("x".repeat(4097))));
        assertThat(http.get(address("/Companies"), LOGIN).body())
                .satisfies(body -> assertThat(body.cut()).isTrue())
                .satisfies(body -> assertThat(body.size()).isLessThanOrEqualTo(4096));
    }

    @Test
    void endsAnAnswerThatStopsComing() throws Exception {
        try (ServerSocket silent = new ServerSocket(0)) {
            Thread.ofVirtual().start(() -> beginAnswer(silent));
            URI address = URI.create("http://127.0.0.1:" + silent.getLocalPort() + "/Companies/query");
            long start = System.nanoTime();

            assertThatThrownBy(() -> http.post(address, "{}", LOGIN)).isInstanceOf(Unavailable.class);

            assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(3));
        }
    }

    @ParameterizedTest
    @CsvSource({
        "application/json, UTF-8",
        "application/json; charset=utf-8, UTF-8",
        "application/json; charset=windows-1252, windows-1252",
        "application/json;Charset=\"ISO-8859-1\";odata=x, ISO-8859-1",
        "application/json; charset=utf-16le, UTF-16LE",
        "application/json; charset=no-such, UTF-8",
        "application/json; charset=, UTF-8",
        "nonsense; charset=iso-8859-15, ISO-8859-15",
        "application/json; charset=iso-8859-1, UTF-16",
    })
    void readsTextInTheCharsetThatIsNamed(String type, String charset) throws Exception {
        byte[] sent = "{\"name\":\"S\u00f8n\"}".getBytes(charset);
        server.stubFor(any(anyUrl())
                .willReturn(aResponse().withHeader("Content-Type", type).withBody(sent)));

        assertThat(http.get(address("/x"), LOGIN).body().text()).isEqualTo("{\"name\":\"S\u00f8n\"}");
    }

    @Test
    void putsAMarkWhereBytesAreNoText() throws Exception {
        byte[] latin = "\uFEFF{\"name\":\"S?n\"}".getBytes(StandardCharsets.UTF_8);
        latin[latin.length - 4] = (byte) 0xf8;
        server.stubFor(any(anyUrl()).willReturn(aResponse().withBody(latin)));

        assertThat(http.get(address("/x"), LOGIN).body().text()).isEqualTo("{\"name\":\"S\uFFFDn\"}");
    }

    private URI address(String path) {
        return URI.create(server.baseUrl() + path);
    }

    private static void beginAnswer(ServerSocket server) {
        try (Socket connection = server.accept()) {
            InputStream request = connection.getInputStream();
            request.read(new byte[4096]);
            connection
                    .getOutputStream()
                    .write("HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\n{\"items\":["
                            .getBytes(StandardCharsets.UTF_8));
            request.readAllBytes(); // until the client hangs up
        } catch (IOException e) {
            // the client hung up, as it should
        }
    }

    @Test
    void readsAFileAsLongAsSomethingComes() throws InterruptedException {
        server.stubFor(get(anyUrl())
                .willReturn(aResponse().withBody("x".repeat(400_000)).withChunkedDribbleDelay(16, 4_000)));
        AtomicLong bytes = new AtomicLong();

        Answer answer =
                http.stream(address("/Tickets/1/Attachments/2"), LOGIN, body -> bytes.set(body.readAllBytes().length));

        assertThat(answer.status()).isEqualTo(200);
        assertThat(bytes).as("over a time in which no page may take").hasValue(400_000);
    }

    @Test
    void endsAFileThatDoesNotBegin() {
        server.stubFor(get(anyUrl()).willReturn(aResponse().withFixedDelay(20_000)));
        long begun = System.nanoTime();

        assertThatThrownBy(() -> http.stream(address("/Tickets/1/Attachments/2"), LOGIN, InputStream::readAllBytes))
                .isInstanceOf(Unavailable.class);
        assertThat(Duration.ofNanos(System.nanoTime() - begun)).isLessThan(Duration.ofSeconds(5));
    }

    @Test
    void endsAFileInWhichNothingComesAnyMore() {
        server.stubFor(get(anyUrl())
                .willReturn(aResponse().withBody("x".repeat(400_000)).withChunkedDribbleDelay(4, 60_000)));
        long begun = System.nanoTime();

        assertThatThrownBy(() -> http.stream(address("/Tickets/1/Attachments/2"), LOGIN, InputStream::readAllBytes))
                .isInstanceOf(Unavailable.class);
        assertThat(Duration.ofNanos(System.nanoTime() - begun)).isLessThan(Duration.ofSeconds(5));
    }
}
