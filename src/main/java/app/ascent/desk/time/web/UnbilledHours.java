package app.ascent.desk.time.web;

import app.ascent.desk.time.BillingState;
import app.ascent.desk.time.TimeEntries;
import app.ascent.desk.time.TimeFilter;
import app.ascent.desk.time.TimeSums;
import app.ascent.identity.OrganizationId;
import app.ascent.record.page.Glance;
import app.ascent.text.Hours;
import app.ascent.web.Formats;
import java.time.LocalDate;
import java.util.List;
import org.springframework.stereotype.Component;

/** How many hours wait to be billed, on the first page, and since when. */
@Component
class UnbilledHours implements Glance {

    private static final String LIST = "/time-tracking?range=any&state=UNBILLED";

    private final TimeEntries entries;
    private final Formats formats;

    UnbilledHours(TimeEntries entries, Formats formats) {
        this.entries = entries;
        this.formats = formats;
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
        LocalDate since = unbilled.since();
        return new Shown(
                "receipt",
                "time-tracking.unbilled",
                LIST,
                unbilled.entries(),
                Hours.figure(unbilled.billedMinutes()),
                since == null
                        ? List.of()
                        : List.of(
                                new Note("time-tracking.glance.since", LIST, unbilled.entries(), formats.date(since))));
    }
}
