package app.ascent.importing.company;

import app.ascent.importing.field.UserDefinedField;
import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The fields of an Autotask company that the import reads. All are text, whatever JSON type they come in: numbers and
 * booleans change their type between releases, and one odd value must not cost the whole record.
 */
@JsonIgnoreProperties(ignoreUnknown = true)
record AutotaskCompany(
        @Nullable String id,
        @Nullable String companyName,
        @Nullable String companyNumber,
        @Nullable String companyType,
        @Nullable String isActive,
        @Nullable String classification,
        @Nullable String companyCategoryID,
        @Nullable String competitorID,
        @Nullable String marketSegmentID,
        @Nullable String territoryID,
        @Nullable String phone,
        @Nullable String alternatePhone1,
        @Nullable String alternatePhone2,
        @Nullable String fax,
        @Nullable String webAddress,
        @Nullable String address1,
        @Nullable String address2,
        @Nullable String additionalAddressInformation,
        @Nullable String city,
        @Nullable String state,
        @Nullable String postalCode,
        @Nullable String countryID,
        @Nullable String billToAddressToUse,
        @Nullable String billToCompanyLocationID,
        @Nullable String billToAttention,
        @Nullable String billingAddress1,
        @Nullable String billingAddress2,
        @Nullable String billToAdditionalAddressInformation,
        @Nullable String billToCity,
        @Nullable String billToState,
        @Nullable String billToZipCode,
        @Nullable String billToCountryID,
        @Nullable String taxID,
        @Nullable String isTaxExempt,
        @Nullable String parentCompanyID,
        @Nullable String ownerResourceID,
        @Nullable String createDate,
        @Nullable String lastActivityDate,
        @Nullable String lastTrackedModifiedDateTime,
        @Nullable String currencyID,
        @Nullable String sicCode,
        @Nullable String stockSymbol,
        @Nullable String stockMarket,
        @Nullable String assetValue,
        @Nullable String surveyCompanyRating,
        @Nullable List<UserDefinedField> userDefinedFields) {}
