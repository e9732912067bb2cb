package app.ascent.importing.ticket;

import app.ascent.desk.TicketType;
import app.ascent.importing.field.Meaning;
import app.ascent.importing.work.Urgency;
import java.util.Arrays;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What the picklists of tickets mean that become the same in every organization. */
final class TicketMeanings {

    static final Meaning PRIORITY = Urgency.meaning("priority");

    static final Meaning TYPE = new Meaning(
            "ticketType",
            Arrays.stream(TicketType.values()).map(TicketType::name).toList(),
            TicketType.SERVICE_REQUEST.name(),
            TicketMeanings::type,
            Map.of(
                    "1", TicketType.SERVICE_REQUEST.name(),
                    "2", TicketType.INCIDENT.name(),
                    "3", TicketType.PROBLEM.name(),
                    "4", TicketType.SERVICE_REQUEST.name(),
                    "5", TicketType.INCIDENT.name()));

    private TicketMeanings() {}

    private static @Nullable String type(String label) {
        TicketType type =
                switch (label) {
                    case "service request", "change request" -> TicketType.SERVICE_REQUEST;
                    case "incident", "alert" -> TicketType.INCIDENT;
                    case "problem" -> TicketType.PROBLEM;
                    default -> null;
                };
        return type == null ? null : type.name();
    }
}
