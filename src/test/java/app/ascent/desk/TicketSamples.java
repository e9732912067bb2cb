package app.ascent.desk;

import app.ascent.crm.ClientId;
import app.ascent.record.Priority;
import app.ascent.record.field.Person;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Tickets with no more said than a test is about. */
public final class TicketSamples {

    public static final Instant OPENED = Instant.parse("2026-01-27T23:30:00Z");
    public static final Instant ACTIVE = Instant.parse("2026-01-29T09:15:00Z");

    private TicketSamples() {}

    /** As an import brings it. */
    public static TicketFields ticket(ClientId client, String subject) {
        return new TicketFields(
                subject,
                null,
                "T20260127.0042",
                null,
                null,
                client,
                null,
                SystemStatus.IN_PROGRESS.id(),
                false,
                Priority.MEDIUM,
                TicketType.INCIDENT,
                null,
                "Field service",
                null,
                "Kjell Ström",
                List.of(Person.named("Priya Raman")),
                null,
                OPENED,
                null,
                null,
                null,
                ACTIVE,
                null,
                null,
                null,
                List.of(),
                List.of(),
                List.of("VIP customer"),
                List.of(new ChecklistLine("Reboot", true, true, "Kjell Ström", OPENED)));
    }

    public static TicketFields with(TicketFields ticket, String field, @Nullable Object value) {
        return TicketFields.FIELDS.with(ticket, field, value);
    }
}
