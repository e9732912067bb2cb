package app.ascent.web;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.http.Cookie;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.security.authentication.TestingAuthenticationToken;
import org.springframework.security.core.context.SecurityContextHolder;

class ShellTests {

    private static final NavigationItem HOME = new NavigationItem("", 0, "nav.home", "/", "home", "");
    private static final NavigationItem CLIENTS =
            new NavigationItem("nav.clients", 10, "nav.list", "/clients", "building-store", "clients.read");
    private static final NavigationItem MIGRATION = new NavigationItem(
            "nav.admin", 90, "nav.migration", "/admin/autotask-migration", "transfer-in", "migrations.manage");

    private final Shell shell = new Shell(
            List.of(MIGRATION, CLIENTS, HOME), new PracticeTenant(true, "practice@sandbox.example", "secret", "code"));

    @AfterEach
    void nobodyIsSignedIn() {
        SecurityContextHolder.clearContext();
    }

    @Test
    void showsOnlyWhatThisUserMayOpenAndInOrder() {
        assertThat(shell.navigation("/", Set.of("clients.read")))
                .extracting(NavigationGroup::label)
                .containsExactly("", "nav.clients");
        assertThat(shell.navigation("/", Set.of("clients.read", "migrations.manage")))
                .extracting(NavigationGroup::label)
                .containsExactly("", "nav.clients", "nav.admin");
        assertThat(shell.navigation("/", Set.of())).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource({"/, /", "/clients, /clients", "/clients/42/edit, /clients", "/clientship, ''"})
    void marksWhereWeAre(String path, String current) {
        List<String> marked = shell.navigation(path, Set.of("clients.read")).stream()
                .flatMap(group -> group.items().stream())
                .filter(NavigationGroup.Entry::current)
                .map(NavigationGroup.Entry::path)
                .toList();

        assertThat(String.join(",", marked)).isEqualTo(current);
    }

    @Test
    void knowsTheUserTheThemeAndThePracticeTenant() {
        SecurityContextHolder.getContext()
                .setAuthentication(new TestingAuthenticationToken("zoe", "", "migrations.manage"));
        MockHttpServletRequest request = new MockHttpServletRequest("GET", "/clients");
        request.setQueryString("search=a");
        request.setCookies(new Cookie(Shell.THEME_COOKIE, "dark"));

        shell.preHandle(request, new MockHttpServletResponse(), this);

        ShellView view = (ShellView) request.getAttribute("shell");
        assertThat(view.theme()).isEqualTo("dark");
        assertThat(view.path()).isEqualTo("/clients?search=a");
        assertThat(view.navigation()).extracting(NavigationGroup::label).containsExactly("", "nav.admin");
        assertThat(request.getAttribute("practice")).isEqualTo(true);
    }

    @Test
    void followsTheSystemUnlessAThemeIsNamed() {
        MockHttpServletRequest request = new MockHttpServletRequest("GET", "/");
        request.setCookies(new Cookie(Shell.THEME_COOKIE, "\"><script>"));

        shell.preHandle(request, new MockHttpServletResponse(), this);

        assertThat(((ShellView) request.getAttribute("shell")).theme()).isNull();
    }
}
