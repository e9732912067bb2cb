package app.ascent.desk.web;

import app.ascent.contracts.OrganizationDays;
import app.ascent.identity.OrganizationId;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import org.springframework.stereotype.Component;

/** What is late by now, and what is due today, in the zone of an organization. */
@Component
class DeskClock {

    private final OrganizationDays days;
    private final Clock clock;

    DeskClock(OrganizationDays days, Clock clock) {
        this.days = days;
        this.clock = clock;
    }

    DueDays of(OrganizationId organization) {
        ZoneId zone = days.zone(organization);
        LocalDate today = days.today(organization);
        return new DueDays(
                clock.instant(),
                today.atStartOfDay(zone).toInstant(),
                today.plusDays(1).atStartOfDay(zone).toInstant());
    }
}
