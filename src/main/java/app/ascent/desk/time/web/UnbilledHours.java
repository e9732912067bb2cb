package app.ascent.desk.time.web;

import app.ascent.desk.time.BillingState;
import app.ascent.desk.time.TimeEntries;
import app.ascent.desk.time.TimeFilter;
import app.ascent.desk.time.TimeSums;
import app.ascent.identity.OrganizationId;
import app.ascent.record.page.Glance;
import org.springframework.stereotype.Component;

/** How many hours wait to be billed, on the first page; whole ones, since that is a number among others. */
@Component
class UnbilledHours implements Glance {

    private static final String LIST = "/time-tracking?range=any&state=UNBILLED";

    private static final double MINUTES_OF_AN_HOUR = 60;

    private final TimeEntries entries;

    UnbilledHours(TimeEntries entries) {
        this.entries = entries;
    }

    @Override
    public int place() {
        return 40;
    }

    @Override
    public String authority() {
        return "time_entries.read";
    }

    @Override
    public Shown of(OrganizationId organization) {
        TimeSums.Sum unbilled =
                entries.sums(organization, TimeFilter.in(BillingState.UNBILLED)).of(BillingState.UNBILLED);
        Note note = unbilled.entries() == 0 ? null : new Note("time-tracking.review", LIST, unbilled.entries());
        return new Shown(
                "receipt", "time-tracking.unbilled", LIST, Math.round(unbilled.minutes() / MINUTES_OF_AN_HOUR), note);
    }
}
