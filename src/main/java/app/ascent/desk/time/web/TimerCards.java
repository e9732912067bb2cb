package app.ascent.desk.time.web;

import app.ascent.desk.time.Timer;
import app.ascent.desk.time.TimerId;
import app.ascent.desk.time.Timers;
import app.ascent.desk.time.web.TimeSheets.Linked;
import app.ascent.identity.CurrentUser;
import app.ascent.identity.SignedInUser;
import app.ascent.record.page.Named;
import app.ascent.record.page.Permitted;
import app.ascent.record.page.RecordLinks;
import app.ascent.web.Formats;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The timer of whoever looks, as pages show it to those who may log time. */
@Component
class TimerCards {

    private static final Duration A_DAY = Duration.ofDays(1);

    private final Timers timers;
    private final RecordLinks links;
    private final Formats formats;
    private final CurrentUser currentUser;
    private final Clock clock;

    TimerCards(Timers timers, RecordLinks links, Formats formats, CurrentUser currentUser, Clock clock) {
        this.timers = timers;
        this.links = links;
        this.formats = formats;
        this.currentUser = currentUser;
        this.clock = clock;
    }

    /**
     * What the page of a ticket or a task shows.
     *
     * @param running null where one can be started
     * @param field by which that is said to be on this one
     */
    record Card(@Nullable Running running, String field, UUID item) {}

    /**
     * @param item what it runs on; null on the page of that
     * @param since a time of today, or of its day
     */
    record Running(TimerId id, @Nullable Linked item, String since, Duration run, boolean overnight) {

        public boolean overADay() {
            return run.compareTo(A_DAY) > 0;
        }
    }

    /** Null for whoever may start none. */
    @Nullable
    Card of(String field, UUID item) {
        if (!Permitted.to("time_entries.create")) {
            return null;
        }
        Running running = mine().map(
                        timer -> item.toString().equals(timer.item().toString())
                                ? running(timer, null)
                                : running(timer, linked(timer)))
                .orElse(null);
        return new Card(running, field, item);
    }

    /** Whatever it runs on; null where none does. */
    @Nullable
    Running running() {
        return Permitted.to("time_entries.create")
                ? mine().map(timer -> running(timer, linked(timer))).orElse(null)
                : null;
    }

    /** The one that a form was opened with; null once it has ended, and where it was opened with none. */
    @Nullable
    Running of(String id) {
        return id.isEmpty()
                ? null
                : mine().filter(timer -> timer.id().toString().equals(id))
                        .map(timer -> running(timer, null))
                        .orElse(null);
    }

    /** As it stands in a sentence. */
    String since(Timer timer) {
        String day = formats.date(timer.startedAt());
        String time = formats.time(timer.startedAt());
        return day.equals(formats.date(clock.instant())) ? time : day + ", " + time;
    }

    Linked linked(Timer timer) {
        Named named = links.to(timer.item()).get(timer.item());
        return new Linked(address(timer), named == null ? "" : named.name());
    }

    static String address(Timer timer) {
        return (timer.ticketId() == null ? "/tasks/" : "/tickets/") + timer.item();
    }

    private Optional<Timer> mine() {
        SignedInUser me = currentUser.get();
        return timers.running(me.organization(), me.id());
    }

    private Running running(Timer timer, @Nullable Linked item) {
        Instant now = clock.instant();
        return new Running(
                timer.id(),
                item,
                since(timer),
                Duration.between(timer.startedAt(), now),
                !formats.date(timer.startedAt()).equals(formats.date(now)));
    }
}
