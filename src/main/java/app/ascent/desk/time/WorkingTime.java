package app.ascent.desk.time;

import app.ascent.contracts.OrganizationDays;
import app.ascent.identity.OrganizationId;
import app.ascent.record.field.Entered;
import app.ascent.record.field.Input;
import app.ascent.text.Hours;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** When somebody worked, and how long that can have taken. What an import has written otherwise stays as it is. */
@Component
class WorkingTime {

    private static final String DATE = "date";
    private static final String START = "startAt";
    private static final String END = "endAt";
    private static final String MINUTES = "minutes";

    /** More in one entry is a slip of somebody's finger. */
    private static final long A_DAY = Duration.ofDays(1).toMinutes();

    /** Of seconds that were rounded up to a minute. */
    private static final long ROUNDING = 1;

    private final OrganizationDays days;

    WorkingTime(OrganizationDays days) {
        this.days = days;
    }

    /** Unless somebody says otherwise, it took from the start to the end. */
    Entered settled(Entered entered) {
        Instant start = moment(entered, START);
        Instant end = moment(entered, END);
        return entered.text(MINUTES) == null && start != null && end != null
                ? entered.with(MINUTES, Math.clamp(Duration.between(start, end).toMinutes(), 0, A_DAY + 1))
                : entered;
    }

    /** What is none is refused where it is read. */
    private static @Nullable Instant moment(Entered entered, String field) {
        String text = entered.text(field);
        try {
            return text == null ? null : Instant.parse(text);
        } catch (DateTimeParseException none) {
            return null;
        }
    }

    void check(OrganizationId organization, Input<TimeEntryFields> input, @Nullable TimeEntryFields present) {
        checkSpan(input, present);
        checkMinutes(input, present);
        checkAhead(organization, input, present);
    }

    /** Between start and end lies what was worked, and breaks. */
    private static void checkSpan(Input<TimeEntryFields> input, @Nullable TimeEntryFields present) {
        Instant start = input.value(START, Instant.class);
        Instant end = input.value(END, Instant.class);
        Long minutes = input.value(MINUTES, Long.class);
        boolean kept = present != null
                && Objects.equals(start, present.startAt())
                && Objects.equals(end, present.endAt())
                && present.minutes().equals(minutes);
        if (kept || start == null || end == null) {
            return;
        }
        long span = Duration.between(start, end).toMinutes();
        if (end.isBefore(start)) {
            input.refuse(END, "time-before-start");
        } else if (minutes != null && minutes > Math.max(span, 0) + ROUNDING) {
            input.refuse(MINUTES, "time-over-span", Hours.of(span));
        }
    }

    private static void checkMinutes(Input<TimeEntryFields> input, @Nullable TimeEntryFields present) {
        if (!input.accepts(END)) {
            return;
        }
        Long minutes = input.value(MINUTES, Long.class);
        boolean kept = present != null && present.minutes().equals(minutes);
        if (minutes != null && !kept && minutes == 0) {
            input.refuse(MINUTES, "time-none");
        } else if (minutes != null && !kept && minutes > A_DAY) {
            input.refuse(MINUTES, "time-over-a-day");
        }
        Long billed = input.value("billableMinutes", Long.class);
        boolean billedKept = present != null && Objects.equals(billed, present.billableMinutes());
        if (billed != null && !billedKept && billed > A_DAY) {
            input.refuse("billableMinutes", "time-over-a-day");
        }
    }

    /** Work may be planned, but further ahead somebody's finger slipped. */
    private void checkAhead(
            OrganizationId organization, Input<TimeEntryFields> input, @Nullable TimeEntryFields present) {
        LocalDate last = days.today(organization).plusYears(1);
        LocalDate date = input.value(DATE, LocalDate.class);
        boolean kept = present != null && present.date().equals(date);
        if (date != null && !kept && date.isAfter(last)) {
            input.refuse(DATE, "time-ahead-day");
        }
        Instant moment = last.plusDays(1).atStartOfDay(days.zone(organization)).toInstant();
        checkAhead(input, START, moment, present == null ? null : present.startAt());
        checkAhead(input, END, moment, present == null ? null : present.endAt());
    }

    private static void checkAhead(
            Input<TimeEntryFields> input, String field, Instant last, @Nullable Instant present) {
        Instant moment = input.value(field, Instant.class);
        if (moment != null && !moment.equals(present) && moment.isAfter(last)) {
            input.refuse(field, "time-ahead");
        }
    }
}
