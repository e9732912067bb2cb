package app.ascent.importing.ticket;

import app.ascent.desk.TicketFields;
import app.ascent.importing.field.FieldReading;
import app.ascent.importing.field.Figures;
import app.ascent.text.Text;
import java.time.Instant;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** When what happened to a ticket, as the source has it; where it has nothing, the nearest that it has. */
record TicketTimes(
        Instant opened,
        @Nullable Instant due,
        @Nullable Instant firstResponse,
        @Nullable Instant resolved,
        @Nullable Instant completed,
        Instant lastActivity) {

    static final String OPENED = "createDate";
    static final String COMPLETED = "completedDate";
    static final String LAST_ACTIVITY = "lastActivityDate";

    /** Stands in where Autotask has no time at all. */
    private static final Instant LONG_AGO = Instant.parse("2000-01-01T00:00:00Z");

    static TicketTimes of(AutotaskTicket source, FieldReading reading) {
        var figures = new Figures(reading);
        Instant opened = figures.time(OPENED, source.createDate());
        Instant due = figures.time("dueDateTime", source.dueDateTime());
        Instant response = figures.time("firstResponseDateTime", source.firstResponseDateTime());
        Instant resolved = figures.time("resolvedDateTime", source.resolvedDateTime());
        Instant completed = figures.time(COMPLETED, source.completedDate());
        Instant active = figures.time(LAST_ACTIVITY, source.lastActivityDate());
        Instant began = opened == null ? first(response, resolved, completed, active, LONG_AGO) : opened;
        if (opened == null) {
            standsIn(source, began, reading);
        }
        if (active == null && Text.clean(source.lastActivityDate()) == null) {
            reading.assumed(LAST_ACTIVITY);
        }
        return new TicketTimes(
                began, due, response, resolved, completed, active == null ? first(completed, resolved, began) : active);
    }

    /** With the later of both times at which something happened. */
    static TicketFields later(TicketFields comes, TicketFields stands) {
        Instant here = stands.lastActivityAt();
        Instant there = comes.lastActivityAt();
        return here != null && (there == null || here.isAfter(there))
                ? TicketFields.FIELDS.with(comes, "lastActivityAt", here)
                : comes;
    }

    /** As a status has it that ends the ticket, or does not. */
    static TicketFields closed(TicketFields ticket, boolean closed) {
        Instant closedAt = ticket.closedAt() == null ? ticket.lastActivityAt() : ticket.closedAt();
        return TicketFields.FIELDS.with(
                TicketFields.FIELDS.with(ticket, "closed", closed), "closedAt", closed ? closedAt : null);
    }

    private static Instant first(@Nullable Instant... times) {
        return Stream.of(times).filter(Objects::nonNull).findFirst().orElse(LONG_AGO);
    }

    /** Of a date that cannot be it has been said already. */
    private static void standsIn(AutotaskTicket source, Instant began, FieldReading reading) {
        if (Text.clean(source.createDate()) == null) {
            reading.substituted(OPENED, null, began.toString());
        }
    }

    /** When it was closed, of a ticket whose status may end it. */
    @Nullable
    Instant closed(TicketStatusRule.Chosen status) {
        if (!status.mayBeClosed()) {
            return null;
        }
        return completed == null && status.isClosed() ? lastActivity : completed;
    }
}
