package app.ascent.sandbox.tenant;

import java.math.BigDecimal;
import java.util.function.Consumer;

/** What is wrong with a device, or out of the ordinary. Each comes once, with ordinary devices in between. */
enum DeviceQuirk {
    SERIAL_NOT_AVAILABLE(row -> row.put("serialNumber", "N/A")),
    SERIAL_NEVER_FILLED(row -> row.put("serialNumber", "To be filled by O.E.M.")),
    /** Of the device before it, at the same company. */
    SERIAL_TWICE,
    /** By the backup alone. */
    SERIAL_OF_DATTO(row -> row.put("serialNumber", " ")
            .put("dattoSerialNumber", "DTO-77120")
            .put("rmmDeviceAuditHostname", null)
            .put("rmmDeviceAuditIPAddress", null)
            .put("dattoHostname", "siris-77120")
            .put("dattoInternalIP", "10.0.3.77")
            .put("dattoPercentageUsed", new BigDecimal("61.5000"))),
    OWN_PARENT(row -> row.put("parentConfigurationItemID", row.id())),
    PARENT_LATER,
    PARENT_CIRCLE,
    PARENT_GONE(row -> row.put("parentConfigurationItemID", 29_600_011)),
    PRODUCT_GONE(row -> row.put("productID", 29_600_013)),
    PRODUCT_MISSING(row -> row.put("productID", null)),
    PRODUCT_OF_A_LONG_NAME(row -> row.put("productID", 29_683_020)),
    TYPE_CUSTOM(row -> row.put("configurationItemType", 12)),
    /** Whose category says what its type does not. */
    TYPE_BY_CATEGORY(row -> row.put("configurationItemType", 12).put("configurationItemCategoryID", 2)),
    TYPE_INACTIVE(row -> row.put("configurationItemType", 13)),
    /** That the picklist has no more, and the table of types still names. */
    TYPE_UNLISTED(row -> row.put("configurationItemType", 14)),
    TYPE_UNLISTED_CUSTOM(row -> row.put("configurationItemType", 15)),
    TYPE_WITHOUT_LABEL(row -> row.put("configurationItemType", 57)),
    TYPE_MISSING(row -> row.put("configurationItemType", null)),
    CATEGORY_INACTIVE(row -> row.put("configurationItemCategoryID", 4)),
    ACTIVE_MISSING(row -> row.put("isActive", null)),
    TITLE_BLANK(row -> row.put("referenceTitle", " ")),
    TITLE_AND_HOSTNAME_BLANK(row -> row.put("referenceTitle", "").put("rmmDeviceAuditHostname", null)),
    NAMELESS(row ->
            row.put("referenceTitle", null).put("rmmDeviceAuditHostname", null).put("productID", 29_683_019)),
    TITLE_WITH_NUL(row -> row.put("referenceTitle", "Front\u0000 desk \u0007PC")),
    TITLE_WITH_MARKUP(row -> row.put("referenceTitle", "<b>Main</b> server <script>alert(1)</script>")),
    TITLE_RIGHT_TO_LEFT(row -> row.put("referenceTitle", "שרת ראשי / \u202eMain")),
    /** An object where a text belongs, as a bad integration left it. */
    TITLE_OF_WRONG_SHAPE(row -> row.put("referenceTitle", new RawJson("{\"value\":\"Old server\"}"))),
    HOSTNAME_TOO_LONG(row -> row.put("rmmDeviceAuditHostname", "copied-from-a-log-".repeat(20))),
    NOTES_TOO_LONG(row -> row.put("notes", "Moved again, as last year.\r\n".repeat(500))),
    INSTALLED_IN_1899(row -> row.put("installDate", Moments.OLE_ZERO)),
    WARRANTY_UNTIL_YEAR_9999(row -> row.put("warrantyExpirationDate", Moments.END_OF_TIME)),
    COST_HIDDEN(row -> row.put("monthlyCost", null).put("setupFee", null)),
    OWN_COMPANY(row -> row.put("companyID", 0).put("contactID", null).put("contractID", null)),
    COMPANY_GONE(row -> row.put("companyID", 29_600_007)),
    CONTACT_GONE(row -> row.put("contactID", 30_600_001)),
    CONTRACT_GONE(row -> row.put("contractID", 29_600_009)),
    VENDOR_GONE(row -> row.put("vendorID", 29_600_008)),
    RELATED_TO_ITSELF,
    RELATED_TO_NOBODY,
    RELATED_BOTH_WAYS,
    NONE;

    private static final int APART = 4;

    private final Consumer<Row> spoils;

    DeviceQuirk() {
        this(_ -> {});
    }

    DeviceQuirk(Consumer<Row> spoils) {
        this.spoils = spoils;
    }

    static DeviceQuirk of(int device) {
        int place = device / APART;
        return device % APART == APART - 1 && place < values().length ? values()[place] : NONE;
    }

    void spoil(Row row) {
        spoils.accept(row);
    }
}
