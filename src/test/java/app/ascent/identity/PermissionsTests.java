package app.ascent.identity;

import static org.assertj.core.api.Assertions.assertThat;

import app.ascent.record.page.Panel;
import app.ascent.web.NavigationItem;
import app.ascent.web.VisitedApplication;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.context.MessageSource;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** What the modules have each role do, taken together. */
@VisitedApplication
class PermissionsTests {

    private static final Pattern ASKED_FOR = Pattern.compile("hasAuthority\\('([^']+)'\\)");

    private static final List<String> EVERYONE = List.of(
            "assets.create",
            "assets.read",
            "assets.update",
            "clients.create",
            "clients.read",
            "clients.update",
            "contacts.create",
            "contacts.read",
            "contacts.update",
            "contracts.read",
            "projects.create",
            "projects.read",
            "projects.update",
            "tickets.create",
            "tickets.read",
            "tickets.update",
            "time_entries.create",
            "time_entries.read",
            "time_entries.update");
    private static final List<String> ADMINS = List.of(
            "assets.delete",
            "audit.read",
            "clients.delete",
            "contacts.delete",
            "contracts.create",
            "contracts.delete",
            "contracts.update",
            "organization.manage",
            "projects.delete",
            "tickets.customize",
            "tickets.delete",
            "time_entries.delete",
            "users.manage");

    private final AuthenticationProvider signIn;
    private final RequestMappingHandlerMapping handlers;
    private final List<NavigationItem> navigation;
    private final List<Panel<?>> panels;
    private final MessageSource messages;
    private final JdbcClient jdbc;

    private Crew crew;

    PermissionsTests(
            AuthenticationProvider signIn,
            RequestMappingHandlerMapping requestMappingHandlerMapping,
            List<NavigationItem> navigation,
            List<Panel<?>> panels,
            MessageSource messages,
            JdbcClient jdbc) {
        this.signIn = signIn;
        this.handlers = requestMappingHandlerMapping;
        this.navigation = navigation;
        this.panels = panels;
        this.messages = messages;
        this.jdbc = jdbc;
    }

    @BeforeEach
    void hire() {
        crew = Crew.of(jdbc, "Fjordlight IT");
    }

    @Test
    void includeInEachRoleWhatTheNextOneMayDo() {
        assertThat(of(Role.MEMBER)).containsExactlyInAnyOrderElementsOf(all(EVERYONE, List.of("ROLE_MEMBER")));
        assertThat(of(Role.ADMIN)).containsExactlyInAnyOrderElementsOf(all(EVERYONE, ADMINS, List.of("ROLE_ADMIN")));
        assertThat(of(Role.OWNER))
                .containsExactlyInAnyOrderElementsOf(all(EVERYONE, ADMINS, List.of("migrations.manage", "ROLE_OWNER")));
    }

    /** Nobody could open a page that asks for a permission which no module has contributed. */
    @Test
    void areThereForWhateverIsAskedFor() {
        Stream<String> byHandlers = handlers.getHandlerMethods().values().stream()
                .flatMap(PermissionsTests::rules)
                .flatMap(rule -> ASKED_FOR.matcher(rule).results().map(found -> found.group(1)));

        assertThat(Stream.of(
                                byHandlers,
                                navigation.stream().map(NavigationItem::authority),
                                panels.stream().map(Panel::authority))
                        .flatMap(names -> names)
                        .filter(name -> !name.isEmpty()))
                .contains("clients.read", "contracts.delete", "migrations.manage")
                .isSubsetOf(of(Role.OWNER));
    }

    /** Otherwise whoever is kept out of a page would read the key of a message. */
    @Test
    void areExplainedToWhomTheyKeepOutOfAPage() {
        assertThat(navigation)
                .extracting(NavigationItem::authority)
                .filteredOn(name -> !name.isEmpty())
                .allSatisfy(name -> assertThat(messages.getMessage(
                                "error.forbidden." + name, new Object[] {"Fjordlight IT", "It"}, Locale.ENGLISH))
                        .contains("Fjordlight IT"));
    }

    private static Stream<String> rules(HandlerMethod handler) {
        return Stream.of(handler.getMethod(), handler.getBeanType())
                .map(element -> AnnotatedElementUtils.findMergedAnnotation(element, PreAuthorize.class))
                .filter(rule -> rule != null)
                .map(PreAuthorize::value);
    }

    private Collection<String> of(Role role) {
        return signIn
                .authenticate(UsernamePasswordAuthenticationToken.unauthenticated(
                        crew.as(role).email(), Crew.PASSWORD))
                .getAuthorities()
                .stream()
                .map(GrantedAuthority::getAuthority)
                .toList();
    }

    @SafeVarargs
    private static List<String> all(List<String>... lists) {
        return Stream.of(lists).flatMap(List::stream).toList();
    }
}
