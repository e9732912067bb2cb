package app.ascent.web;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;

/** Tells that something was refused, for whoever refuses it: the doors do, and rules that know more than a role. */
@Component
public class RefusedAccess {

    private static final int LONGEST_PATH = 200;

    private final ApplicationEventPublisher events;
    private final Clock clock;

    RefusedAccess(ApplicationEventPublisher events, Clock clock) {
        this.events = events;
        this.clock = clock;
    }

    /** The request that this thread works for asked for more than the role of its user allows. */
    public void tellOfRole() {
        if (RequestContextHolder.getRequestAttributes() instanceof ServletRequestAttributes attributes) {
            tell(AccessRefused.Reason.ROLE, attributes.getRequest());
        }
    }

    void tell(AccessRefused.Reason reason, HttpServletRequest request) {
        String what = request.getMethod() + " " + shortened(Audience.path(request));
        events.publishEvent(new AccessRefused(reason, what, RequestOrigin.of(request), clock.instant()));
    }

    private static String shortened(String path) {
        return path.length() <= LONGEST_PATH ? path : path.substring(0, LONGEST_PATH) + "…";
    }
}
