package app.ascent.importing.contract;

import app.ascent.importing.field.UserDefinedField;
import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The fields of an Autotask contract that the import reads, all as text, whatever JSON type they come in. */
@JsonIgnoreProperties(ignoreUnknown = true)
record AutotaskContract(
        @Nullable String id,
        @Nullable String companyID,
        @Nullable String contactID,
        @Nullable String contactName,
        @Nullable String contractName,
        @Nullable String contractNumber,
        @Nullable String contractType,
        @Nullable String contractCategory,
        @Nullable String contractPeriodType,
        @Nullable String status,
        @Nullable String startDate,
        @Nullable String endDate,
        @Nullable String description,
        @Nullable String estimatedRevenue,
        @Nullable String estimatedCost,
        @Nullable String estimatedHours,
        @Nullable String setupFee,
        @Nullable String overageBillingRate,
        @Nullable String renewedContractID,
        @Nullable String exclusionContractID,
        @Nullable String serviceLevelAgreementID,
        @Nullable String billingPreference,
        @Nullable String billToCompanyID,
        @Nullable String purchaseOrderNumber,
        @Nullable String isDefaultContract,
        @Nullable String isCompliant,
        @Nullable String timeReportingRequiresStartAndStopTimes,
        @Nullable String lastModifiedDateTime,
        @Nullable List<UserDefinedField> userDefinedFields) {}
