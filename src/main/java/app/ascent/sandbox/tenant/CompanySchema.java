package app.ascent.sandbox.tenant;

import java.util.List;
import java.util.Map;

/** The fields of a company, in Autotask's order, with the values this tenant has given its picklists. */
final class CompanySchema {

    static final Schema SCHEMA = Schema.of(
            "Company",
            """
            id                                     long       required ro
            additionalAddressInformation           string/100 ''
            address1                               string/150 ''
            address2                               string/150 ''
            alternatePhone1                        string/25  ''
            alternatePhone2                        string/25  ''
            apiVendorID                            integer    ro
            assetValue                             decimal    hidden
            billToCompanyLocationID                integer    ->CompanyLocation
            billToAdditionalAddressInformation     string/100 ro ''
            billingAddress1                        string/150 ro ''
            billingAddress2                        string/150 ro ''
            billToAddressToUse                     integer    ro 1
            billToAttention                        string/50  ''
            billToCity                             string/50  ro ''
            billToCountryID                        integer    ro ->Country
            billToState                            string/128 ro ''
            billToZipCode                          string/50  ro ''
            city                                   string/30  ''
            classification                         integer
            companyCategoryID                      integer    ->CompanyCategory 1
            companyName                            string/100 required
            companyNumber                          string/50  ''
            companyType                            short      required
            competitorID                           integer
            countryID                              integer    ->Country
            createDate                             datetime   ro
            createdByResourceID                    integer    ro ->Resource
            currencyID                             integer    ->Currency 1
            fax                                    string/25  ''
            impersonatorCreatorResourceID          integer    ro ->Resource
            invoiceEmailMessageID                  integer    1
            invoiceMethod                          integer
            invoiceNonContractItemsToParentCompany boolean    false
            invoiceTemplateID                      integer    ->InvoiceTemplate 102
            isActive                               boolean    true
            isClientPortalActive                   boolean    ro false
            isEnabledForComanaged                  boolean    false
            isSample                               boolean    ro false
            isTaskFireActive                       boolean    ro false
            isTaxExempt                            boolean    false
            lastActivityDate                       datetime   ro
            lastTrackedModifiedDateTime            datetime   ro
            marketSegmentID                        integer
            ownerResourceID                        integer    required ->Resource
            parentCompanyID                        integer    ->Company
            phone                                  string/25  required ''
            postalCode                             string/10  ''
            purchaseOrderTemplateID                integer
            quoteEmailMessageID                    integer    2
            quoteTemplateID                        integer    ->QuoteTemplate 1
            sicCode                                string/32  ''
            state                                  string/40  ''
            stockMarket                            string/10  ''
            stockSymbol                            string/10  ''
            surveyCompanyRating                    decimal    ro
            taxID                                  string/50  ''
            taxRegionID                            integer    ->TaxRegion
            territoryID                            integer
            webAddress                             string/255 ''""",
            Map.of(
                    "apiVendorID", List.of(),
                    "billToAddressToUse",
                            PicklistValue.list("1=Company Address*", "2=Company Location*", "3=Billing Address*"),
                    "classification", PicklistValue.list("203=Gold", "204=Silver", "205=Bronze", "200=Old scheme!"),
                    "companyType",
                            PicklistValue.list(
                                    "1=Customer*",
                                    "2=Lead*",
                                    "3=Prospect*",
                                    "4=Dead*",
                                    "6=Cancelation*",
                                    "7=Vendor*",
                                    "8=Partner*",
                                    "100=Strategic Account",
                                    "101=Referral Source!"),
                    "competitorID", List.of(),
                    "invoiceMethod", List.of(),
                    "marketSegmentID",
                            PicklistValue.list(
                                    "29683456=Manufacturing",
                                    "29683457=Healthcare",
                                    "29683458=Professional Services",
                                    "29683459=Finance",
                                    "29683460=Retail",
                                    "29683461=Construction",
                                    "29683462=Hospitality",
                                    "29683463=Education",
                                    "29683464=Transport",
                                    "29683465=Charity",
                                    "29683466=Property",
                                    "29683470=Dot-com!"),
                    "purchaseOrderTemplateID", List.of(),
                    "territoryID",
                            PicklistValue.list(
                                    "29682778=South West", "29682779=Rest of UK & Ireland", "29682780=International")),
            List.of(
                    Field.userDefined("Region", FieldType.STRING, PicklistValue.list("North=North", "South=South!")),
                    Field.userDefined("Seats", FieldType.DOUBLE, null),
                    Field.userDefined("SLA signed", FieldType.DATETIME, null),
                    Field.userDefined("Portal password", FieldType.STRING, null),
                    Field.userDefined("Legacy ref", FieldType.STRING, null),
                    Field.userDefined(
                            "Backup: \"offsite\" copy", FieldType.STRING, PicklistValue.list("Yes=Yes", "No=No")),
                    Field.userDefined("Phone", FieldType.STRING, null)));

    private static final List<String> SEGMENTS = List.of(
            "manufacturing",
            "health",
            "professional",
            "finance",
            "retail",
            "construction",
            "hospitality",
            "education",
            "transport",
            "charity",
            "property");

    private CompanySchema() {}

    /** The picklist value of a word list's tag. */
    static Long segment(String tag) {
        return 29_683_456L + Math.max(0, SEGMENTS.indexOf(tag));
    }
}
