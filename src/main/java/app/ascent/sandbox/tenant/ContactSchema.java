package app.ascent.sandbox.tenant;

import java.util.List;
import java.util.Map;

/** The fields of a contact, in Autotask's order, with the values this tenant has given its picklists. */
final class ContactSchema {

    static final Schema SCHEMA = Schema.of(
            "Contact",
            """
            id                            long       required ro
            additionalAddressInformation  string/100 ''
            addressLine                   string/128 ''
            addressLine1                  string/128 ''
            alternatePhone                string/32  ''
            apiVendorID                   integer    ro
            bulkEmailOptOutTime           datetime   ro
            city                          string/32  ''
            companyID                     integer    required ro ->Company
            companyLocationID             integer    ->CompanyLocation
            countryID                     integer    ->Country
            createDate                    datetime   ro
            emailAddress                  string/254
            emailAddress2                 string/254 ''
            emailAddress3                 string/254 ''
            extension                     string/10  ''
            externalID                    string/50  ''
            facebookUrl                   string/200 ''
            faxNumber                     string/25  ''
            firstName                     string/50  required
            impersonatorCreatorResourceID integer    ro ->Resource
            isActive                      integer    required 1
            isOptedOutFromBulkEmail       boolean    hidden false
            lastActivityDate              datetime   ro
            lastModifiedDate              datetime   ro
            lastName                      string/50  required
            linkedInUrl                   string/200 ''
            middleInitial                 string/50  ''
            mobilePhone                   string/25  ''
            namePrefix                    integer
            nameSuffix                    integer
            note                          string/50  ''
            receivesEmailNotifications    boolean    true
            phone                         string/25  ''
            primaryContact                boolean    false
            billingContact                boolean    false
            roomNumber                    string/50  ''
            solicitationOptOut            boolean    ro hidden false
            solicitationOptOutTime        datetime   ro
            state                         string/40  ''
            surveyOptOut                  boolean    ro hidden false
            title                         string/50  ''
            twitterUrl                    string/200 ''
            zipCode                       string/16  ''""",
            Map.of(
                    "apiVendorID", List.of(),
                    "namePrefix", PicklistValue.list("1=Mr.", "2=Ms.", "3=Dr.", "4=Messrs.!"),
                    "nameSuffix", PicklistValue.list("1=Jr.", "2=Sr.", "3=PhD")),
            List.of(
                    Field.userDefined("VIP", FieldType.STRING, PicklistValue.list("Yes=Yes", "No=No")),
                    Field.userDefined("Birthday", FieldType.DATETIME, null),
                    Field.userDefined("Door code", FieldType.STRING, null)));

    private ContactSchema() {}
}
