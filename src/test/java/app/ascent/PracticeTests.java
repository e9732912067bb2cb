package app.ascent;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.test.context.ActiveProfiles;
import org.springframework.web.client.RestClient;

@AscentTest
@ActiveProfiles("practice")
class PracticeTests {

    @Test
    void letsANewcomerInWithWhatItPrints(
            @LocalServerPort int port,
            @Value("${ascent.owner.email}") String email,
            @Value("${ascent.practice.password}") String password) {
        var answer = RestClient.create("http://127.0.0.1:" + port)
                .get()
                .uri("/api/v1/autotask/migrations")
                .headers(headers -> headers.setBasicAuth(email, password))
                .retrieve()
                .toEntity(String.class);

        assertThat(answer.getStatusCode()).isEqualTo(HttpStatus.OK);
    }

    @Test
    void marksItsCookieAsSecureBehindAProxyWithTls(@LocalServerPort int port) {
        var plain = signInPage(port, "http");
        var secured = signInPage(port, "https");

        assertThat(plain.getFirst(HttpHeaders.SET_COOKIE))
                .contains("HttpOnly", "SameSite=Lax")
                .doesNotContain("Secure");
        assertThat(secured.getFirst(HttpHeaders.SET_COOKIE)).contains("HttpOnly", "SameSite=Lax", "Secure");
    }

    private static HttpHeaders signInPage(int port, String scheme) {
        return RestClient.create("http://127.0.0.1:" + port)
                .get()
                .uri("/login")
                .header("X-Forwarded-Proto", scheme)
                .retrieve()
                .toBodilessEntity()
                .getHeaders();
    }
}
