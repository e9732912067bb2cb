package app.ascent.sandbox.tenant;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.function.Consumer;

/**
 * What is wrong with a company, at the rates at which it goes wrong in tenants that have been used for years. The
 * number is how many of {@value #CYCLE} companies in a row are like that.
 */
enum CompanyQuirk {
    TYPE_CUSTOM(8, row -> row.put("companyType", 100)),
    TYPE_INACTIVE(3, row -> row.put("companyType", 101)),
    TYPE_WITHOUT_LABEL(2, row -> row.put("companyType", 57)),
    TYPE_MISSING(2, row -> row.put("companyType", null)),
    NAME_BLANK(1, row -> row.put("companyName", "  ")),
    NAME_WITH_NUL(1, row -> name(row, "\u0000")),
    NAME_WITH_BELL(1, row -> name(row, "\u0007\u001b")),
    NAME_WITH_EMOJI(1, row -> row.put("companyName", "🌿 " + row.get("companyName") + " 👩‍🔧")),
    NAME_WITH_MARKUP(
            1, row -> row.put("companyName", row.get("companyName") + " <b>(new)</b> <script>alert(1)</script>")),
    NAME_WITH_STATEMENT(1, row -> row.put("companyName", "Robert'); drop table clients;-- & Sons")),
    NAME_RIGHT_TO_LEFT(1, row -> row.put("companyName", "מאפיית הנמל / " + row.get("companyName"))),
    NAME_TOO_LONG(1, row -> row.put("companyName", (row.get("companyName") + ", formerly known as ").repeat(6))),
    NAME_WITH_SPACES(2, row -> row.put("companyName", "  " + row.get("companyName") + "\u00a0 \t")),
    /** Carries the name of the company before it. */
    NAME_TWICE(2, row -> {}),
    PARENT_LATER(3, row -> {}),
    PARENT_SELF(1, row -> row.put("parentCompanyID", row.id())),
    PARENT_MISSING(1, row -> row.put("parentCompanyID", 29_600_001)),
    /** The company behind it is its parent, and its child. */
    PARENT_CIRCLE(1, row -> {}),
    COUNTRY_INACTIVE(2, row -> row.put("countryID", Countries.NETHERLANDS_ANTILLES)),
    COUNTRY_UNKNOWN(1, row -> row.put("countryID", Countries.UNKNOWN)),
    COUNTRY_MISSING(2, row -> row.put("countryID", null)),
    OWNER_UNKNOWN(1, row -> row.put("ownerResourceID", 29_699_999)),
    OWNER_MISSING(1, row -> row.put("ownerResourceID", null)),
    CREATED_IN_1899(1, row -> row.put("createDate", Moments.OLE_ZERO)),
    CREATED_IN_YEAR_ONE(1, row -> row.put("createDate", Moments.DOTNET_ZERO)),
    ACTIVE_MISSING(1, row -> row.put("isActive", null)),
    BILLED_TO_LOCATION(2, row -> row.put("billToAddressToUse", 2).put("billToCompanyLocationID", 5123)),
    BILLED_ELSEWHERE(4, CompanyQuirk::billing),
    SEGMENT_INACTIVE(2, row -> row.put("marketSegmentID", 29_683_470)),
    CLASSIFIED_THE_OLD_WAY(3, row -> row.put("classification", 200)),
    PHONE_WITH_WORDS(2, row -> row.put("phone", "ask for Jo " + row.get("phone"))),
    WEB_ADDRESS_WITH_SCRIPT(1, row -> row.put("webAddress", "javascript:alert(document.cookie)")),
    WEB_ADDRESS_JUNK(1, row -> row.put("webAddress", "none yet")),
    ADDRESS_WITH_NUL(1, row -> row.put("address2", "c/o Reception\u0000\u0000")),
    ADDRESS_IN_LINES(2, row -> row.put("address1", row.get("address1") + "\r\nRear entrance")),
    /** An object where a text belongs, as a bad integration left it. */
    NAME_OF_WRONG_SHAPE(
            1, row -> row.put("companyName", new RawJson("{\"value\":\"Oakfield Archive\",\"lang\":\"en\"}"))),
    NONE(0, row -> {});

    /** A prime, so that quirks spread evenly. */
    static final int CYCLE = 419;

    private static final List<CompanyQuirk> PLACES = places();

    private final int share;
    private final Consumer<Row> spoils;

    CompanyQuirk(int share, Consumer<Row> spoils) {
        this.share = share;
        this.spoils = spoils;
    }

    static CompanyQuirk of(long company) {
        if (company == 0) {
            return NONE;
        }
        CompanyQuirk quirk = PLACES.get((int) (company * 131 % CYCLE));
        // One record that cannot be read at all shows what that looks like; a large tenant needs no more of them.
        return quirk == NAME_OF_WRONG_SHAPE && company > CYCLE ? NONE : quirk;
    }

    void spoil(Row row) {
        spoils.accept(row);
    }

    private static List<CompanyQuirk> places() {
        List<CompanyQuirk> places = new ArrayList<>();
        Arrays.stream(values()).forEach(quirk -> places.addAll(Collections.nCopies(quirk.share, quirk)));
        places.addAll(Collections.nCopies(CYCLE - places.size(), NONE));
        return List.copyOf(places);
    }

    private static void name(Row row, String character) {
        String name = String.valueOf(row.get("companyName"));
        row.put("companyName", name.substring(0, 4) + character + name.substring(4));
    }

    private static void billing(Row row) {
        row.put("billToAddressToUse", 3)
                .put("billToAttention", "Accounts Payable")
                .put("billingAddress1", "PO Box 4471")
                .put("billToCity", row.get("city"))
                .put("billToState", row.get("state"))
                .put("billToZipCode", row.get("postalCode"))
                .put("billToCountryID", row.get("countryID"));
    }
}
