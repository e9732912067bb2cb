package app.ascent.web;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;

class ThemeControllerTests {

    private final ThemeController controller = new ThemeController();
    private final MockHttpServletRequest request = new MockHttpServletRequest("POST", "/theme");

    @BeforeEach
    void aRequestIsUnderWay() {
        RequestContextHolder.setRequestAttributes(new ServletRequestAttributes(request));
    }

    @AfterEach
    void itIsOver() {
        RequestContextHolder.resetRequestAttributes();
    }

    @Test
    void remembersAThemeAndGoesBack() {
        ResponseEntity<Void> answer = controller.choose("dark", "/clients?search=a", request);

        assertThat(answer.getHeaders().getFirst(HttpHeaders.LOCATION)).isEqualTo("/clients?search=a");
        assertThat(answer.getHeaders().getFirst(HttpHeaders.SET_COOKIE))
                .startsWith("ascent-theme=dark;")
                .contains("HttpOnly", "SameSite=Lax");
    }

    @Test
    void bindsTheCookieToThisHostBehindTls() {
        request.setSecure(true);

        assertThat(controller.choose("dark", "/", request).getHeaders().getFirst(HttpHeaders.SET_COOKIE))
                .startsWith("__Host-ascent-theme=dark; Path=/;")
                .contains("Secure");
    }

    @Test
    void forgetsItToFollowTheSystem() {
        assertThat(controller.choose("system", "/", request).getHeaders().getFirst(HttpHeaders.SET_COOKIE))
                .startsWith("ascent-theme=;")
                .contains("Max-Age=0");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "//elsewhere.example",
                "/\t/elsewhere.example",
                "/\n//elsewhere.example",
                "/ /elsewhere.example",
                "/\\elsewhere.example",
                "https://elsewhere.example",
                ""
            })
    void leadsNowhereElse(String back) {
        assertThat(controller.choose("light", back, request).getHeaders().getFirst(HttpHeaders.LOCATION))
                .isEqualTo("/");
    }
}
