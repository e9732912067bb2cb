package app.ascent.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Requests that the server refuses before any handler or filter sees them. */
@VisitedApplication
class UnreadableRequestTests {

    private final int port;

    UnreadableRequestTests(@LocalServerPort int port) {
        this.port = port;
    }

    @ParameterizedTest
    @ValueSource(strings = {"/clients/\u00e4", "/clients/\u0001", "/clients/%zz", "/clients/a%2Fb"})
    void showsAPersonAPageOfOurOwn(String address) throws IOException {
        String answer = get(address);

        assertThat(answer).startsWith("HTTP/1.1 400").contains("This address cannot be read");
        assertThat(answer).doesNotContainIgnoringCase("tomcat").doesNotContain("HTTP Status 400");
        assertThat(answer).contains("X-Content-Type-Options: nosniff", "Content-Security-Policy: default-src 'none'");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/api/v1/clients/%zz", "/api/v1/clients/a%2Fb"})
    void givesAProgramAProblem(String address) throws IOException {
        String answer = get(address);

        assertThat(answer)
                .startsWith("HTTP/1.1 400")
                .contains("Content-Type: application/problem+json")
                .contains("{\"type\":\"/problems/bad-request\",\"title\":\"Bad Request\",\"status\":400,");
    }

    /** Browsers and careless programs send these; whether there is such an address is a question like any other. */
    @ParameterizedTest
    @ValueSource(strings = {"|", "[1]", "{id}", "a^b", "<b>"})
    void leavesCharactersToTheApplicationThatItCanRead(String name) throws IOException {
        assertThat(get("/api/v1/clients/" + name)).startsWith("HTTP/1.1 401").contains("/problems/not-signed-in");
        assertThat(get("/clients?search=" + name)).startsWith("HTTP/1.1 302");
    }

    @Test
    void answersALineThatIsNoRequest() throws IOException {
        assertThat(send("nothing\r\n\r\n"))
                .startsWith("HTTP/1.1 400")
                .contains("This address cannot be read")
                .doesNotContain("HTTP Status 400");
    }

    private String get(String address) throws IOException {
        return send("GET " + address + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n");
    }

    /** By a plain socket: no client of ours would send this. */
    private String send(String request) throws IOException {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            socket.setSoTimeout(10_000);
            socket.getOutputStream().write(request.getBytes(StandardCharsets.UTF_8));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
