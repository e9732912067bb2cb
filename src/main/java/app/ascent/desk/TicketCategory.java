package app.ascent.desk;

/** What tickets of an organization can be about. */
public record TicketCategory(TicketCategoryId id, String name, Colour colour, long version) {}
