package app.ascent.assets;

import app.ascent.files.AttachmentPanels;
import app.ascent.files.AttachmentsOf;
import app.ascent.files.RecordAttachments;
import app.ascent.record.page.Panel;
import app.ascent.record.table.RecordRows;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;

/** What is attached to assets. */
@Configuration(proxyBeanMethods = false)
class FilesOfAssets {

    private static final String KIND = "assets";

    @Bean
    AttachmentsOf assetFiles(AssetReading reading, RecordRows<AssetFields> rows) {
        return new RecordAttachments<>(new RecordAttachments.Words(KIND, KIND, Assets.AUDITED_AS), reading, rows);
    }

    @Bean
    @Order(10)
    Panel<AssetId> filesOfAnAsset(AttachmentPanels panels) {
        return panels.of(AssetId.class, KIND, "assets.read");
    }
}
