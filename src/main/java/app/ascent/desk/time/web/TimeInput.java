package app.ascent.desk.time.web;

import app.ascent.contracts.OrganizationDays;
import app.ascent.desk.TicketId;
import app.ascent.desk.time.TimeEntryFields;
import app.ascent.desk.time.WorkItems;
import app.ascent.identity.CurrentUser;
import app.ascent.identity.OrganizationId;
import app.ascent.projects.ProjectId;
import app.ascent.projects.TaskId;
import app.ascent.record.field.Entered;
import app.ascent.record.field.Ids;
import app.ascent.text.Hours;
import app.ascent.web.Formats;
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

    TimeInput(WorkItems items, OrganizationDays days, Formats formats, CurrentUser currentUser) {
        this.items = items;
        this.days = days;
        this.formats = formats;
        this.currentUser = currentUser;
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

    /** @param present of the entry that is changed: a time of the day that is left as it was is still that of its day */
    Entered of(Entered typed, @Nullable TimeEntryFields present) {
        Entered entered = typed.with("minutes", hours(typed.raw("minutes")))
                .with("billableMinutes", hours(typed.raw("billableMinutes")));
        Object start = moment(entered, START, present == null ? null : present.startAt());
        Object end = moment(entered, END, present == null ? null : present.endAt());
        return following(entered, start, end, present).with("startAt", start).with("endAt", end);
    }

    /** Hours that were left alone while the start or the end was not follow them, less the same break. */
    private static Entered following(
            Entered entered, @Nullable Object start, @Nullable Object end, @Nullable TimeEntryFields present) {
        if (present == null
                || !(start instanceof Instant from && end instanceof Instant to)
                || present.startAt() == null
                || present.endAt() == null
                || !Hours.of(present.minutes()).equals(entered.text("minutes"))) {
            return entered;
        }
        long before = Duration.between(present.startAt(), present.endAt()).toMinutes();
        long longer = Duration.between(from, to).toMinutes() - before;
        long minutes = present.minutes() + longer;
        return longer == 0 || present.minutes() > before || minutes <= 0
                ? entered
                : entered.with("minutes", Hours.of(minutes));
    }

    private static @Nullable String hours(@Nullable String typed) {
        return typed == null ? null : Hours.typed(UNIT.matcher(typed).replaceFirst(""));
    }

    private @Nullable Object moment(Entered entered, String field, @Nullable Instant present) {
        String typed = entered.text(field);
        String date = entered.text("date");
        if (typed == null || present != null && typed.equals(formats.time(present))) {
            return typed == null ? null : present;
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
        try {
            return formats.time(Instant.parse(stored));
        } catch (DateTimeException none) {
            return stored;
        }
    }
}
