package app.ascent.importing.note;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import org.jspecify.annotations.Nullable;

/** The fields of an Autotask note that the import reads, all as text, whatever JSON type they come in. */
@JsonIgnoreProperties(ignoreUnknown = true)
public record AutotaskNote(
        @Nullable String id,
        @Nullable String projectID,
        @Nullable String taskID,
        @Nullable String ticketID,
        @Nullable String title,
        @Nullable String description,
        @Nullable String noteType,
        @Nullable String publish,
        @Nullable String createDateTime,
        @Nullable String lastActivityDate,
        @Nullable String createdByContactID,
        @Nullable String creatorResourceID,
        @Nullable String isAnnouncement) {}
