package app.ascent.importing.project;

import app.ascent.importing.field.UserDefinedField;
import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The fields of an Autotask project that the import reads, all as text, whatever JSON type they come in. */
@JsonIgnoreProperties(ignoreUnknown = true)
record AutotaskProject(
        @Nullable String id,
        @Nullable String actualBilledHours,
        @Nullable String actualHours,
        @Nullable String changeOrdersBudget,
        @Nullable String changeOrdersRevenue,
        @Nullable String companyID,
        @Nullable String completedDateTime,
        @Nullable String completedPercentage,
        @Nullable String contractID,
        @Nullable String createDateTime,
        @Nullable String department,
        @Nullable String description,
        @Nullable String duration,
        @Nullable String endDateTime,
        @Nullable String estimatedSalesCost,
        @Nullable String estimatedTime,
        @Nullable String extProjectNumber,
        @Nullable String extProjectType,
        @Nullable String laborEstimatedCosts,
        @Nullable String laborEstimatedMarginPercentage,
        @Nullable String laborEstimatedRevenue,
        @Nullable String lastActivityDateTime,
        @Nullable String opportunityID,
        @Nullable String organizationalLevelAssociationID,
        @Nullable String originalEstimatedRevenue,
        @Nullable String projectCostEstimatedMarginPercentage,
        @Nullable String projectCostsBudget,
        @Nullable String projectCostsRevenue,
        @Nullable String projectLeadResourceID,
        @Nullable String projectName,
        @Nullable String projectNumber,
        @Nullable String projectType,
        @Nullable String purchaseOrderNumber,
        @Nullable String sgda,
        @Nullable String startDateTime,
        @Nullable String status,
        @Nullable String statusDateTime,
        @Nullable String statusDetail,
        @Nullable List<UserDefinedField> userDefinedFields) {}
