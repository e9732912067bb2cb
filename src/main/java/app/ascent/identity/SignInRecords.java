package app.ascent.identity;

import app.ascent.web.RequestOrigin;
import java.time.Clock;
import java.time.Instant;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.security.authentication.event.InteractiveAuthenticationSuccessEvent;
import org.springframework.security.authentication.event.LogoutSuccessEvent;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.context.request.RequestAttributes;
import org.springframework.web.context.request.RequestContextHolder;

/** Notes sign-ins to the page and tells the other modules of them, in their language rather than Spring Security's. */
@Component
class SignInRecords {

    private final UserRows users;
    private final Browsers browsers;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    SignInRecords(UserRows users, Browsers browsers, ApplicationEventPublisher events, Clock clock) {
        this.users = users;
        this.browsers = browsers;
        this.events = events;
        this.clock = clock;
    }

    @EventListener
    @Transactional
    public void signedIn(InteractiveAuthenticationSuccessEvent event) {
        if (event.getAuthentication().getPrincipal() instanceof AscentUser user) {
            Instant now = clock.instant();
            users.noteLogin(user.id(), now);
            browsers.recognizeLater(user);
            forgetFirstStep();
            events.publishEvent(new SignedIn(
                    new OrganizationId(user.organizationId()), new UserId(user.id()), RequestOrigin.current(), now));
        }
    }

    private static void forgetFirstStep() {
        RequestAttributes request = RequestContextHolder.getRequestAttributes();
        if (request != null) {
            request.removeAttribute(PendingSignIn.ATTRIBUTE, RequestAttributes.SCOPE_SESSION);
        }
    }

    @EventListener
    @Transactional
    public void signedOut(LogoutSuccessEvent event) {
        if (event.getAuthentication().getPrincipal() instanceof AscentUser user) {
            events.publishEvent(new SignedOut(
                    new OrganizationId(user.organizationId()),
                    new UserId(user.id()),
                    RequestOrigin.current(),
                    clock.instant()));
        }
    }
}
