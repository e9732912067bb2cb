package app.ascent.importing.project;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import org.jspecify.annotations.Nullable;

/** The fields of an Autotask phase that the import reads, all as text, whatever JSON type they come in. */
@JsonIgnoreProperties(ignoreUnknown = true)
record AutotaskPhase(
        @Nullable String id,
        @Nullable String projectID,
        @Nullable String parentPhaseID,
        @Nullable String phaseNumber,
        @Nullable String title,
        @Nullable String description,
        @Nullable String startDate,
        @Nullable String dueDate,
        @Nullable String estimatedHours,
        @Nullable String isScheduled,
        @Nullable String externalID,
        @Nullable String createDate,
        @Nullable String lastActivityDateTime) {}
