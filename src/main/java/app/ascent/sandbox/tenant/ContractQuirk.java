package app.ascent.sandbox.tenant;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.function.Consumer;

/** What is wrong with a contract, or out of the ordinary. Each comes once, with ordinary contracts in between. */
enum ContractQuirk {
    UNITS_IN_TWO_PERIODS(Contracts.RECURRING),
    UNITS_NOT_TODAY(Contracts.RECURRING),
    UNITS_ADJUSTED(Contracts.RECURRING),
    SERVICE_GONE(Contracts.RECURRING),
    NO_LINES(Contracts.RECURRING),
    NO_BLOCKS(Contracts.BLOCK_HOURS),
    BLOCK_WITHOUT_DATES(Contracts.BLOCK_HOURS),
    AMOUNTS_MISSING(Contracts.BLOCK_HOURS),
    BLOCK_OVERDRAWN(Contracts.BLOCK_HOURS),
    VALUE_NEGATIVE(Contracts.FIXED_PRICE, row -> row.put("estimatedRevenue", new BigDecimal("-250.0000"))),
    TYPE_CUSTOM(100),
    TYPE_INACTIVE(101),
    TYPE_WITHOUT_LABEL(57),
    TYPE_MISSING(row -> row.put("contractType", null)),
    MAINTENANCE(row -> row.put("contractCategory", 13)),
    CATEGORY_INACTIVE(row -> row.put("contractCategory", 15)),
    NAME_BLANK(row -> row.put("contractName", "  ")),
    NAME_WITH_NUL(row -> row.put("contractName", "Managed\u0000 Services \u0007")),
    NAME_WITH_MARKUP(row -> row.put("contractName", "Care <b>Plus</b> <script>alert(1)</script>")),
    NAME_RIGHT_TO_LEFT(row -> row.put("contractName", "הסכם שירות / \u202eService")),
    /** An object where a text belongs, as a bad integration left it. */
    NAME_OF_WRONG_SHAPE(row -> row.put("contractName", new RawJson("{\"value\":\"Old frame agreement\"}"))),
    DESCRIPTION_TOO_LONG(row -> row.put("description", "Reads like the small print it is.\r\n".repeat(400))),
    ENDS_BEFORE_IT_STARTS(row -> row.put("endDate", Instant.parse("2019-01-01T00:00:00Z"))),
    WITHOUT_END(row -> row.put("endDate", null)),
    STARTED_IN_1899(row -> row.put("startDate", Moments.OLE_ZERO)),
    ENDS_IN_YEAR_9999(row -> row.put("endDate", Moments.END_OF_TIME)),
    CANCELLED(row -> row.put("status", 0).put("endDate", Instant.parse("2099-12-31T00:00:00Z"))),
    STATUS_MISSING(row -> row.put("status", null)),
    RENEWED,
    /** And its renewal in its turn. */
    RENEWED_TWICE,
    /** By a contract that it has renewed itself. */
    RENEWED_IN_A_CIRCLE,
    RENEWED_BY_ITSELF(row -> row.put("renewedContractID", row.id())),
    RENEWED_BY_NOBODY(row -> row.put("renewedContractID", 29_600_009)),
    EXCLUSION,
    OWN_COMPANY(row -> row.put("companyID", 0).put("contactID", null)),
    COMPANY_GONE(row -> row.put("companyID", 29_600_007)),
    CONTACT_BY_NAME(row -> row.put("contactID", null).put("contactName", "Ana Müller (reception)")),
    CONTACT_GONE(row -> row.put("contactID", 30_600_001).put("contactName", "J. Whitlock")),
    NONE;

    private static final int APART = 3;

    private final Consumer<Row> spoils;

    ContractQuirk() {
        this(_ -> {});
    }

    ContractQuirk(Consumer<Row> spoils) {
        this.spoils = spoils;
    }

    ContractQuirk(long type) {
        this(type, _ -> {});
    }

    ContractQuirk(long type, Consumer<Row> further) {
        this(row -> further.accept(row.put("contractType", type)));
    }

    static ContractQuirk of(int contract) {
        int place = contract / APART;
        return contract % APART == APART - 1 && place < values().length ? values()[place] : NONE;
    }

    void spoil(Row row) {
        spoils.accept(row);
    }
}
