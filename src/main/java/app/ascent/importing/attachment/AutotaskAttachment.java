package app.ascent.importing.attachment;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/** The fields of an Autotask attachment that the import reads, all as text, whatever JSON type they come in. */
@JsonIgnoreProperties(ignoreUnknown = true)
public record AutotaskAttachment(
        @Nullable String id,
        @Nullable String parentType,
        @Nullable String ticketID,
        @Nullable String ticketNoteID,
        @Nullable String timeEntryID,
        @Nullable String taskID,
        @Nullable String taskNoteID,
        @Nullable String projectID,
        @Nullable String projectNoteID,
        @Nullable String configurationItemID,
        @Nullable String configurationItemNoteID,
        @Nullable String contractID,
        @Nullable String contractNoteID,
        @Nullable String companyID,
        @Nullable String companyNoteID,
        @Nullable String opportunityID,
        @Nullable String salesOrderID,
        @Nullable String resourceID,
        @Nullable String articleID,
        @Nullable String documentID,
        @Nullable String expenseItemID,
        @Nullable String expenseReportID,
        @Nullable String attachmentType,
        @Nullable String title,
        @Nullable String fullPath,
        @Nullable String contentType,
        @Nullable String fileSize,
        @Nullable String attachDate,
        @Nullable String attachedByContactID,
        @Nullable String attachedByResourceID,
        @Nullable String publish) {

    /** Bytes, as Autotask tells them. */
    OptionalLong size() {
        OptionalLong size = app.ascent.importing.field.Value.id(fileSize);
        return size.isPresent() && size.getAsLong() >= 0 ? size : OptionalLong.empty();
    }
}
