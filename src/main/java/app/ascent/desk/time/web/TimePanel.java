package app.ascent.desk.time.web;

import app.ascent.desk.time.BillingState;
import app.ascent.desk.time.TimeEntries;
import app.ascent.desk.time.TimeFilter;
import app.ascent.desk.time.TimeSums;
import app.ascent.identity.OrganizationId;
import app.ascent.record.field.Ids;
import app.ascent.record.page.ListAddress;
import app.ascent.record.page.Panel;
import app.ascent.text.Hours;
import java.time.LocalDate;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.PageRequest;
import org.springframework.data.domain.Sort;

/**
 * The time that belongs to a record, on its page: what it comes to, and the latest of it.
 *
 * @param parameter of the list's address that narrows it to the record
 * @param filter which does the same
 * @param adds name of the form's parameter for the record; empty where time is logged elsewhere
 * @param inHours whether its tab counts hours, or entries
 * @param timers which run on such records; null where none do
 */
record TimePanel<I>(
        Class<I> ids,
        String parameter,
        Function<I, TimeFilter> filter,
        String adds,
        boolean inHours,
        TimeEntries entries,
        TimeRows rows,
        @Nullable TimerCards timers)
        implements Panel<I> {

    private static final PageRequest FEW = PageRequest.of(0, 5, Sort.by(Sort.Direction.DESC, "date"));

    /**
     * @param since the first day that is not billed yet
     * @param unbilled where that can be reviewed
     * @param add where more is logged; empty where that is elsewhere
     * @param timer null where none can run, and for whoever may start none
     */
    record Shown(
            TimeFigures figures,
            @Nullable LocalDate since,
            List<TimeRow> rows,
            String unbilled,
            String add,
            TimerCards.@Nullable Card timer) {}

    @Override
    public String authority() {
        return "time_entries.read";
    }

    @Override
    public String label() {
        return "time-panel.title";
    }

    @Override
    public String address(I id) {
        return all(id).toString();
    }

    private ListAddress all(I id) {
        return new ListAddress("/time-tracking").with("range", "any").with(parameter, id.toString());
    }

    @Override
    public long count(OrganizationId organization, I id) {
        return entries.list(organization, filter.apply(id), PageRequest.of(0, 1, FEW.getSort()))
                .getTotalElements();
    }

    /** On the page of what was worked on, time is told in hours; beside thousands of tickets it is entries. */
    @Override
    public @Nullable String figure(OrganizationId organization, I id) {
        return inHours
                ? Hours.figure(entries.sums(organization, filter.apply(id)).minutes())
                : null;
    }

    @Override
    public Block block(OrganizationId organization, I id) {
        TimeFilter narrowed = filter.apply(id);
        TimeSums sums = entries.sums(organization, narrowed);
        List<TimeRow> latest = sums.entries() == 0
                ? List.of()
                : rows.of(organization, entries.list(organization, narrowed, FEW))
                        .getContent();
        TimerCards.Card timer =
                timers == null ? null : timers.of(adds, Ids.of(ids).value(id));
        return new Block(
                sums.entries(),
                address(id),
                "time/some-time",
                new Shown(
                        TimeFigures.of(sums),
                        sums.of(BillingState.UNBILLED).since(),
                        latest,
                        all(id).with("state", BillingState.UNBILLED.name()).toString(),
                        adds.isEmpty() ? "" : "/time-tracking/new?" + adds + "=" + id,
                        timer),
                timer == null ? null : "time/timer");
    }
}
