package app.ascent.desk;

/** What is asked for by a ticket. */
public enum TicketType {
    SERVICE_REQUEST,
    INCIDENT,
    PROBLEM
}
