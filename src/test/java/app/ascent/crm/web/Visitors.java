package app.ascent.crm.web;

import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.authentication;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.setup.SecurityMockMvcConfigurers.springSecurity;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;

import app.ascent.crm.Samples;
import app.ascent.identity.OrganizationCreated;
import app.ascent.identity.OrganizationId;
import app.ascent.identity.Role;
import app.ascent.web.RequestOrigin;
import jakarta.servlet.Filter;
import java.time.Instant;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.core.context.SecurityContextImpl;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.request.AbstractMockHttpServletRequestBuilder;
import org.springframework.web.context.WebApplicationContext;

/** Organizations with a member of a role, and their browser or program, signed in. */
@TestComponent
public class Visitors {

    private static final String PASSWORD = "correct horse battery";

    private final WebApplicationContext context;
    private final JdbcClient jdbc;
    private final AuthenticationProvider signIn;
    private final String hash;

    Visitors(WebApplicationContext context, JdbcClient jdbc, AuthenticationProvider signIn, PasswordEncoder passwords) {
        this.context = context;
        this.jdbc = jdbc;
        this.signIn = signIn;
        this.hash = passwords.encode(PASSWORD);
    }

    public OrganizationId organization() {
        OrganizationId organization = Samples.organization();
        jdbc.sql(
                        "insert into identity_organization (id, name, created_at, version) values (?, 'Fjordlight IT', now(), 0)")
                .param(organization.value())
                .update();
        context.publishEvent(
                new OrganizationCreated(organization, "Fjordlight IT", null, RequestOrigin.current(), Instant.EPOCH));
        return organization;
    }

    /** Whoever asks through it is that member; state-changing requests carry the token of the page. */
    public MockMvcTester member(OrganizationId organization, Role role) {
        return browser(signedIn(organization, role));
    }

    /** A member of a role that leaves one permission out, as no role of ours does yet. */
    public MockMvcTester memberWithout(OrganizationId organization, String authority) {
        return browser(signedIn(organization, Role.MEMBER), (request, response, chain) -> {
            Authentication member = SecurityContextHolder.getContext().getAuthentication();
            SecurityContextHolder.setContext(new SecurityContextImpl(UsernamePasswordAuthenticationToken.authenticated(
                    member.getPrincipal(),
                    null,
                    member.getAuthorities().stream()
                            .filter(each -> !authority.equals(each.getAuthority()))
                            .toList())));
            chain.doFilter(request, response);
        });
    }

    private Authentication signedIn(OrganizationId organization, Role role) {
        String email = Samples.id() + "@fjordlight.example";
        jdbc.sql(
                        """
                        insert into identity_user (organization_id, id, email, name, role, status, password_hash,
                            session_version, created_at, version)
                        values (?, ?, ?, 'Zoë Lindqvist', ?, 'ACTIVE', ?, 0, now(), 0)
                        """)
                .params(organization.value(), Samples.id(), email, role.name(), hash)
                .update();
        return signIn.authenticate(UsernamePasswordAuthenticationToken.unauthenticated(email, PASSWORD));
    }

    private MockMvcTester browser(Authentication member, Filter... behindSecurity) {
        AbstractMockHttpServletRequestBuilder<?> signedIn =
                get("/").with(authentication(member)).with(csrf());
        return MockMvcTester.from(context, mvc -> mvc.apply(springSecurity())
                .addFilters(behindSecurity)
                .defaultRequest(signedIn)
                .build());
    }

    public MockMvcTester stranger() {
        return MockMvcTester.from(context, mvc -> mvc.apply(springSecurity()).build());
    }
}
