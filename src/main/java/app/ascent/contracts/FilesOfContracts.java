package app.ascent.contracts;

import app.ascent.files.AttachmentPanels;
import app.ascent.files.AttachmentsOf;
import app.ascent.files.RecordAttachments;
import app.ascent.record.page.Panel;
import app.ascent.record.table.RecordRows;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;

/** What is attached to contracts. */
@Configuration(proxyBeanMethods = false)
class FilesOfContracts {

    private static final String KIND = "contracts";

    @Bean
    AttachmentsOf contractFiles(ContractReading reading, RecordRows<ContractFields> rows) {
        return new RecordAttachments<>(new RecordAttachments.Words(KIND, KIND, Contracts.AUDITED_AS), reading, rows);
    }

    @Bean
    @Order(10)
    Panel<ContractId> filesOfAContract(AttachmentPanels panels) {
        return panels.of(ContractId.class, KIND, "contracts.read");
    }
}
