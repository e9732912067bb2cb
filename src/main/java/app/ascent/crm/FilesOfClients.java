package app.ascent.crm;

import app.ascent.files.AttachmentPanels;
import app.ascent.files.AttachmentsOf;
import app.ascent.files.RecordAttachments;
import app.ascent.record.page.Panel;
import app.ascent.record.table.RecordRows;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;

/** What is attached to clients. */
@Configuration(proxyBeanMethods = false)
class FilesOfClients {

    private static final String KIND = "clients";

    @Bean
    AttachmentsOf clientFiles(ClientReading reading, RecordRows<ClientFields> rows) {
        return new RecordAttachments<>(new RecordAttachments.Words(KIND, KIND, Clients.AUDITED_AS), reading, rows);
    }

    @Bean
    @Order(10)
    Panel<ClientId> filesOfAClient(AttachmentPanels panels) {
        return panels.of(ClientId.class, KIND, "clients.read");
    }
}
