package app.ascent.contracts;

import app.ascent.identity.OrganizationId;
import app.ascent.identity.Organizations;
import app.ascent.web.Formats;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import org.springframework.stereotype.Component;

/** Which day it is for an organization, whoever asks. */
@Component
public class OrganizationDays {

    private final Organizations organizations;
    private final Formats formats;
    private final Clock clock;

    OrganizationDays(Organizations organizations, Formats formats, Clock clock) {
        this.organizations = organizations;
        this.formats = formats;
        this.clock = clock;
    }

    public LocalDate today(OrganizationId organization) {
        return LocalDate.ofInstant(clock.instant(), zone(organization));
    }

    /** The one it chose, or else that of the installation. */
    public ZoneId zone(OrganizationId organization) {
        String chosen = organizations.settings(organization).timeZone();
        return ZoneId.of(chosen == null ? formats.zoneOfInstallation() : chosen);
    }
}
