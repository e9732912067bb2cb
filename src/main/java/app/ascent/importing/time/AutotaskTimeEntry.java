package app.ascent.importing.time;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import org.jspecify.annotations.Nullable;

/** The fields of an Autotask time entry that the import reads, all as text, whatever JSON type they come in. */
@JsonIgnoreProperties(ignoreUnknown = true)
record AutotaskTimeEntry(
        @Nullable String id,
        @Nullable String dateWorked,
        @Nullable String startDateTime,
        @Nullable String endDateTime,
        @Nullable String hoursWorked,
        @Nullable String hoursToBill,
        @Nullable String offsetHours,
        @Nullable String summaryNotes,
        @Nullable String internalNotes,
        @Nullable String ticketID,
        @Nullable String taskID,
        @Nullable String resourceID,
        @Nullable String isNonBillable,
        @Nullable String contractID,
        @Nullable String billingCodeID,
        @Nullable String roleID,
        @Nullable String billingApprovalDateTime,
        @Nullable String billingApprovalLevelMostRecent,
        @Nullable String billingApprovalResourceID,
        @Nullable String contractServiceBundleID,
        @Nullable String contractServiceID,
        @Nullable String createDateTime,
        @Nullable String creatorUserID,
        @Nullable String impersonatorCreatorResourceID,
        @Nullable String impersonatorUpdaterResourceID,
        @Nullable String internalBillingCodeID,
        @Nullable String isInternalNotesVisibleToComanaged,
        @Nullable String lastModifiedDateTime,
        @Nullable String lastModifiedUserID,
        @Nullable String showOnInvoice,
        @Nullable String timeEntryType) {}
