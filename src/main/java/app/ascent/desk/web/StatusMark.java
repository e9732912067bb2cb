package app.ascent.desk.web;

import app.ascent.desk.Colour;
import app.ascent.desk.SystemStatus;
import app.ascent.desk.TicketView;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A status as pages show it: those of all organizations by their icons, own ones by a dot in their colour.
 *
 * @param system null for one of the organization's own
 */
record StatusMark(String name, @Nullable SystemStatus system, Colour colour) {

    static StatusMark of(TicketView ticket) {
        return new StatusMark(
                ticket.status().name(),
                SystemStatus.of(ticket.fields().statusId()).orElse(null),
                ticket.status().colour());
    }

    public String tone() {
        return switch (system) {
            case NEW, OPEN, IN_PROGRESS -> "active";
            case RESOLVED -> "good";
            case WAITING, CLOSED -> "neutral";
            case null -> "neutral";
        };
    }

    public @Nullable String icon() {
        return switch (system) {
            case NEW, OPEN -> "circle-dot";
            case IN_PROGRESS -> "player-play";
            case WAITING -> "hourglass-high";
            case RESOLVED -> "check";
            case CLOSED -> "lock";
            case null -> null;
        };
    }

    public String dot() {
        return "dot-" + colour.name().toLowerCase(Locale.ROOT);
    }
}
