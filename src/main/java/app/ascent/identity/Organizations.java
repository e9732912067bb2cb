package app.ascent.identity;

import static org.springframework.web.context.request.RequestAttributes.SCOPE_REQUEST;

import app.ascent.web.RequestOrigin;
import java.time.Clock;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.context.request.RequestAttributes;
import org.springframework.web.context.request.RequestContextHolder;

/** The settings of organizations; they hold from the next page on that anybody opens. */
@Service
public class Organizations {

    private static final String ASKED = Organizations.class.getName() + ".";

    private final OrganizationRows rows;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Organizations(OrganizationRows rows, ApplicationEventPublisher events, Clock clock) {
        this.rows = rows;
        this.events = events;
        this.clock = clock;
    }

    /** As they were when the request of this thread first asked, for a page asks for its day, its zone and its currency. */
    public OrganizationSettings settings(OrganizationId organization) {
        RequestAttributes request = RequestContextHolder.getRequestAttributes();
        if (request == null) {
            return existing(organization).settings();
        }
        String name = ASKED + organization.value();
        if (request.getAttribute(name, SCOPE_REQUEST) instanceof OrganizationSettings known) {
            return known;
        }
        OrganizationSettings settings = existing(organization).settings();
        request.setAttribute(name, settings, SCOPE_REQUEST);
        return settings;
    }

    /** Takes over all settings; those of two people who save at the same time follow one another, and both are audited. */
    @Transactional
    public void change(SignedInUser by, OrganizationSettings after) {
        Organization organization =
                rows.lock(by.organization().value()).orElseThrow(() -> new IllegalStateException("No organization"));
        OrganizationSettings before = organization.settings();
        if (before.equals(after)) {
            return;
        }
        organization.settle(after);
        RequestAttributes request = RequestContextHolder.getRequestAttributes();
        if (request != null) {
            request.removeAttribute(ASKED + by.organization().value(), SCOPE_REQUEST);
        }
        events.publishEvent(new OrganizationChanged(
                by.organization(), by.id(), before, after, RequestOrigin.current(), clock.instant()));
    }

    private Organization existing(OrganizationId organization) {
        return rows.findById(organization.value()).orElseThrow(() -> new IllegalStateException("No organization"));
    }
}
