package app.ascent.identity;

import app.ascent.web.RequestOrigin;
import java.time.Clock;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.http.HttpHeaders;
import org.springframework.security.authentication.event.AuthenticationSuccessEvent;
import org.springframework.stereotype.Component;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;

/** Tells of programs that sign in; people are told of by {@link SignInRecords}. */
@Component
class ProgramSignIns {

    private final ApplicationEventPublisher events;
    private final Clock clock;

    ProgramSignIns(ApplicationEventPublisher events, Clock clock) {
        this.events = events;
        this.clock = clock;
    }

    @EventListener
    void signedIn(AuthenticationSuccessEvent event) {
        if (event.getAuthentication().getPrincipal() instanceof AscentUser user && isBasic()) {
            events.publishEvent(new ProgramSignedIn(
                    new OrganizationId(user.organizationId()),
                    new UserId(user.id()),
                    RequestOrigin.current(),
                    clock.instant()));
        }
    }

    private static boolean isBasic() {
        return RequestContextHolder.getRequestAttributes() instanceof ServletRequestAttributes attributes
                && attributes.getRequest().getHeader(HttpHeaders.AUTHORIZATION) != null;
    }
}
