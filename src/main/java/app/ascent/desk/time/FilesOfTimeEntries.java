package app.ascent.desk.time;

import app.ascent.desk.TicketId;
import app.ascent.files.AttachmentPanels;
import app.ascent.files.AttachmentsOf;
import app.ascent.files.Owner;
import app.ascent.files.RecordAttachments;
import app.ascent.files.RecordAttachments.Words;
import app.ascent.record.page.Panel;
import app.ascent.record.table.RecordRows;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;

/** What is attached to time entries; a ticket that was worked on lists it, too, and follows when the time goes to another. */
@Configuration(proxyBeanMethods = false)
class FilesOfTimeEntries {

    private static final String KIND = "time-entries";

    @Bean
    AttachmentsOf timeFiles(TimeReading reading, RecordRows<TimeEntryFields> rows) {
        return new RecordAttachments<>(
                new Words(KIND, "/time-tracking/", "time_entries", TimeEntries.AUDITED_AS),
                reading,
                rows,
                FilesOfTimeEntries::ticket,
                _ -> false);
    }

    private static @Nullable Owner ticket(TimeEntryFields entry) {
        TicketId ticket = entry.ticketId();
        return ticket == null ? null : new Owner("tickets", ticket.value());
    }

    @Bean
    @Order(10)
    Panel<TimeEntryId> filesOfATimeEntry(AttachmentPanels panels) {
        return panels.of(TimeEntryId.class, KIND, "time_entries.read");
    }
}
