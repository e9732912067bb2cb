package app.ascent.importing.project;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import org.jspecify.annotations.Nullable;

/** That a task of Autotask comes after another one. */
@JsonIgnoreProperties(ignoreUnknown = true)
record AutotaskPredecessor(
        @Nullable String id,
        @Nullable String predecessorTaskID,
        @Nullable String successorTaskID,
        @Nullable String lagDays) {}
