package app.ascent.desk.time.web;

import app.ascent.contracts.OrganizationDays;
import app.ascent.desk.TicketId;
import app.ascent.desk.time.TimeEntryFields;
import app.ascent.desk.time.Timer;
import app.ascent.desk.time.Timers;
import app.ascent.desk.time.WorkItems;
import app.ascent.identity.CurrentUser;
import app.ascent.identity.OrganizationId;
import app.ascent.projects.ProjectId;
import app.ascent.projects.TaskId;
import app.ascent.record.field.Entered;
import app.ascent.record.field.Ids;
import app.ascent.text.Hours;
import app.ascent.web.Formats;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Time as people enter it: hours as they write them, and times of the day on which they worked. */
@Component
class TimeInput {

    static final String START = "startTime";
    static final String END = "endTime";

    private static final Pattern UNIT = Pattern.compile("(?i)\\s*(h|hours?)\\s*$");

    private final WorkItems items;
    private final OrganizationDays days;
    private final Formats formats;
    private final CurrentUser currentUser;
    private final Clock clock;

    TimeInput(WorkItems items, OrganizationDays days, Formats formats, CurrentUser currentUser, Clock clock) {
        this.items = items;
        this.days = days;
        this.formats = formats;
        this.currentUser = currentUser;
        this.clock = clock;
    }

    /** What a form begins with: today, by whoever opens it, under the contract of what is worked on. */
    Entered begun(Entered fresh) {
        OrganizationId organization = currentUser.organization();
        Entered begun = fresh.with("date", days.today(organization))
                .with("userId", currentUser.get().id());
        return item(organization, fresh)
                .map(item -> begun.with("contractId", item.contract()))
                .orElse(begun);
    }

    /** What a form begins with that logs the time of a timer; it is of the day on which that was started. */
    Entered begun(Entered fresh, Timer timer) {
        Timer.Measured measured = timer.until(clock.instant());
        return begun(fresh.with("ticketId", timer.ticketId()).with("taskId", timer.taskId()))
                .with("date", LocalDate.ofInstant(measured.start(), formats.zone()))
                .with("startAt", measured.start())
                .with("endAt", measured.end())
                .with("minutes", Hours.of(measured.minutes()))
                .with(Timers.TIMER, timer.id());
    }

    private Optional<WorkItems.Belonging> item(OrganizationId organization, Entered entered) {
        Object ticket = Ids.parsed(TicketId.class, entered.comparable("ticketId"));
        if (ticket != null) {
            return items.of(organization, (TicketId) ticket);
        }
        Object task = Ids.parsed(TaskId.class, entered.comparable("taskId"));
        Object project = Ids.parsed(ProjectId.class, entered.comparable("projectId"));
        return (task == null ? Optional.ofNullable((ProjectId) project) : items.projectOf(organization, (TaskId) task))
                .flatMap(found -> items.of(organization, found));
    }

    /**
     * When it was worked, as a form knew it before somebody typed: a time of the day that is left as it was is still that of its day,
     * though that is not the date.
     */
    private record Known(@Nullable Instant start, @Nullable Instant end, long minutes) {

        private static final Known NOTHING = new Known(null, null, 0);

        /** A form that logs the time of a timer carries it along. */
        static Known of(Entered typed, @Nullable TimeEntryFields present) {
            if (present != null) {
                return new Known(present.startAt(), present.endAt(), present.minutes());
            }
            Instant start = typed.has(Timers.TIMER) ? instant(typed.text("startAt")) : null;
            Instant end = typed.has(Timers.TIMER) ? instant(typed.text("endAt")) : null;
            return start == null || end == null
                    ? NOTHING
                    : new Known(start, end, Duration.between(start, end).toMinutes());
        }
    }

    /** @param present of the entry that is changed */
    Entered of(Entered typed, @Nullable TimeEntryFields present) {
        Entered entered = typed.with("minutes", hours(typed.raw("minutes")))
                .with("billableMinutes", hours(typed.raw("billableMinutes")));
        Known known = Known.of(typed, present);
        Object start = moment(entered, START, known.start());
        Object end = moment(entered, END, known.end());
        return following(entered, start, end, known).with("startAt", start).with("endAt", end);
    }

    /** Hours that were left alone while the start or the end was not follow them, less the same break. */
    private static Entered following(Entered entered, @Nullable Object start, @Nullable Object end, Known known) {
        if (!(start instanceof Instant from && end instanceof Instant to)
                || known.start() == null
                || known.end() == null
                || !Hours.of(known.minutes()).equals(entered.text("minutes"))) {
            return entered;
        }
        long before = Duration.between(known.start(), known.end()).toMinutes();
        long longer = Duration.between(from, to).toMinutes() - before;
        long minutes = known.minutes() + longer;
        return longer == 0 || known.minutes() > before || minutes <= 0
                ? entered
                : entered.with("minutes", Hours.of(minutes));
    }

    private static @Nullable Instant instant(@Nullable String text) {
        try {
            return text == null ? null : Instant.parse(text);
        } catch (DateTimeException none) {
            return null;
        }
    }

    private static @Nullable String hours(@Nullable String typed) {
        return typed == null ? null : Hours.typed(UNIT.matcher(typed).replaceFirst(""));
    }

    private @Nullable Object moment(Entered entered, String field, @Nullable Instant known) {
        String typed = entered.text(field);
        String date = entered.text("date");
        if (typed == null || known != null && typed.equals(formats.time(known))) {
            return typed == null ? null : known;
        }
        try {
            LocalDate day = date == null ? days.today(currentUser.organization()) : LocalDate.parse(date);
            return day.atTime(LocalTime.parse(typed)).atZone(formats.zone()).toInstant();
        } catch (DateTimeException none) {
            return typed;
        }
    }

    /** As its input shows it. */
    String time(Entered entered, String field, String moment) {
        String typed = entered.raw(field);
        String stored = entered.text(moment);
        if (typed != null || stored == null) {
            return typed == null ? "" : typed;
        }
        Instant instant = instant(stored);
        return instant == null ? stored : formats.time(instant);
    }
}
