package app.ascent.importing.contact;

import app.ascent.importing.field.UserDefinedField;
import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The fields of an Autotask contact that the import reads. All are text, whatever JSON type they come in: {@code isActive}
 * is a number here and a boolean elsewhere, and one odd value must not cost the whole record.
 */
@JsonIgnoreProperties(ignoreUnknown = true)
record AutotaskContact(
        @Nullable String id,
        @Nullable String companyID,
        @Nullable String firstName,
        @Nullable String lastName,
        @Nullable String middleInitial,
        @Nullable String namePrefix,
        @Nullable String nameSuffix,
        @Nullable String title,
        @Nullable String emailAddress,
        @Nullable String emailAddress2,
        @Nullable String emailAddress3,
        @Nullable String phone,
        @Nullable String extension,
        @Nullable String mobilePhone,
        @Nullable String alternatePhone,
        @Nullable String faxNumber,
        @Nullable String isActive,
        @Nullable String primaryContact,
        @Nullable String receivesEmailNotifications,
        @Nullable String isOptedOutFromBulkEmail,
        @Nullable String solicitationOptOut,
        @Nullable String surveyOptOut,
        @Nullable String bulkEmailOptOutTime,
        @Nullable String solicitationOptOutTime,
        @Nullable String addressLine,
        @Nullable String addressLine1,
        @Nullable String additionalAddressInformation,
        @Nullable String city,
        @Nullable String state,
        @Nullable String zipCode,
        @Nullable String countryID,
        @Nullable String roomNumber,
        @Nullable String note,
        @Nullable String linkedInUrl,
        @Nullable String facebookUrl,
        @Nullable String twitterUrl,
        @Nullable String companyLocationID,
        @Nullable String externalID,
        @Nullable String createDate,
        @Nullable String lastModifiedDate,
        @Nullable String lastActivityDate,
        @Nullable List<UserDefinedField> userDefinedFields) {}
