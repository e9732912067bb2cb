package app.ascent.desk;

import app.ascent.conversation.OwnerId;
import app.ascent.conversation.RecordConversations;
import app.ascent.conversation.Visibility;
import app.ascent.identity.OrganizationId;
import app.ascent.record.table.RecordRows;
import java.sql.Timestamp;
import java.time.Instant;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What is said about tickets, until they are closed: it makes them active, and what the client sees first is the response. */
@Component
class TicketConversations extends RecordConversations<TicketFields, TicketView> {

    static final String KIND = "tickets";

    private final JdbcClient jdbc;

    TicketConversations(TicketReading reading, RecordRows<TicketFields> rows, JdbcClient jdbc) {
        super(new Words(KIND, KIND, Tickets.AUDITED_AS), reading, rows, TicketFields::closed);
        this.jdbc = jdbc;
    }

    /** Its version stays: whoever is editing the ticket need not mind what was said. */
    @Override
    public void said(OrganizationId organization, OwnerId id, Instant at, Visibility visibility) {
        jdbc.sql(
                        """
                        update desk_ticket
                        set last_activity_at = greatest(last_activity_at, :at),
                            first_response_at = case when :response then coalesce(first_response_at, :at) else first_response_at end
                        where organization_id = :organization and id = :id
                        """)
                .param("organization", organization.value())
                .param("id", id.value())
                .param("at", Timestamp.from(at))
                .param("response", visibility == Visibility.CLIENT)
                .update();
    }
}
