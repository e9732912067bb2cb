package app.ascent.identity;

import app.ascent.web.RequestOrigin;
import java.time.Clock;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The settings of organizations; they hold from the next page on that anybody opens. */
@Service
public class Organizations {

    private final OrganizationRows rows;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Organizations(OrganizationRows rows, ApplicationEventPublisher events, Clock clock) {
        this.rows = rows;
        this.events = events;
        this.clock = clock;
    }

    @Transactional(readOnly = true)
    public OrganizationSettings settings(OrganizationId organization) {
        return existing(organization).settings();
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
        events.publishEvent(new OrganizationChanged(
                by.organization(), by.id(), before, after, RequestOrigin.current(), clock.instant()));
    }

    private Organization existing(OrganizationId organization) {
        return rows.findById(organization.value()).orElseThrow(() -> new IllegalStateException("No organization"));
    }
}
