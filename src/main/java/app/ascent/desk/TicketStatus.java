package app.ascent.desk;

/**
 * A status that tickets of an organization can have.
 *
 * @param closed whether a ticket with it is done
 * @param preset whether a new ticket has it
 * @param system whether every organization has it, so that nobody renames or deletes it
 */
public record TicketStatus(
        TicketStatusId id, String name, Colour colour, boolean closed, boolean preset, boolean system, long version) {}
