package app.ascent.importing.project;

import app.ascent.importing.field.UserDefinedField;
import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The fields of an Autotask task that the import reads, all as text, whatever JSON type they come in. */
@JsonIgnoreProperties(ignoreUnknown = true)
record AutotaskTask(
        @Nullable String id,
        @Nullable String projectID,
        @Nullable String phaseID,
        @Nullable String title,
        @Nullable String taskNumber,
        @Nullable String status,
        @Nullable String priorityLabel,
        @Nullable String assignedResourceID,
        @Nullable String startDateTime,
        @Nullable String endDateTime,
        @Nullable String completedDateTime,
        @Nullable String estimatedHours,
        @Nullable String remainingHours,
        @Nullable String description,
        @Nullable String assignedResourceRoleID,
        @Nullable String billingCodeID,
        @Nullable String canClientPortalUserCompleteTask,
        @Nullable String companyLocationID,
        @Nullable String createDateTime,
        @Nullable String departmentID,
        @Nullable String externalID,
        @Nullable String hoursToBeScheduled,
        @Nullable String isTaskBillable,
        @Nullable String isVisibleInClientPortal,
        @Nullable String lastActivityDateTime,
        @Nullable String priority,
        @Nullable String purchaseOrderNumber,
        @Nullable String taskCategoryID,
        @Nullable String taskType,
        @Nullable List<UserDefinedField> userDefinedFields) {}
