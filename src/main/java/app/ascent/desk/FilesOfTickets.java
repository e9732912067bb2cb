package app.ascent.desk;

import app.ascent.files.AttachmentPanels;
import app.ascent.files.AttachmentsOf;
import app.ascent.files.RecordAttachments;
import app.ascent.files.RecordAttachments.Words;
import app.ascent.record.page.Panel;
import app.ascent.record.table.RecordRows;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;

/** What is attached to tickets, until they are closed. */
@Configuration(proxyBeanMethods = false)
class FilesOfTickets {

    private static final String KIND = TicketConversations.KIND;

    @Bean
    AttachmentsOf ticketFiles(TicketReading reading, RecordRows<TicketFields> rows) {
        return new RecordAttachments<>(
                new Words(KIND, KIND, Tickets.AUDITED_AS), reading, rows, _ -> null, TicketFields::closed);
    }

    @Bean
    @Order(10)
    Panel<TicketId> filesOfATicket(AttachmentPanels panels) {
        return panels.of(TicketId.class, KIND, "tickets.read");
    }
}
