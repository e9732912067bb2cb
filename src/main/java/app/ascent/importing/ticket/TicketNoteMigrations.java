package app.ascent.importing.ticket;

import app.ascent.conversation.ConversationImports;
import app.ascent.desk.TicketId;
import app.ascent.importing.AutotaskSource;
import app.ascent.importing.ImportBatch;
import app.ascent.importing.note.AutotaskNote;
import app.ascent.importing.note.NoteMigration;
import app.ascent.migration.spi.EntityType;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What was said about tickets. */
@Configuration(proxyBeanMethods = false)
class TicketNoteMigrations {

    @Bean
    NoteMigration ticketNotes(AutotaskSource autotask, ConversationImports entries, ImportBatch batches) {
        return new NoteMigration(
                autotask,
                new EntityType("ticketNotes"),
                "TicketNotes",
                new NoteMigration.Subject(
                        TicketMapper.TICKET, AutotaskNote::ticketID, TicketMapper.TYPE, "tickets", TicketId.class),
                entries,
                batches);
    }
}
