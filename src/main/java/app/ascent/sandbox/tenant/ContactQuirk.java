package app.ascent.sandbox.tenant;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;

/**
 * What is wrong with a contact, at the rates at which it goes wrong in tenants that have been used for years. The
 * number is how many of {@value #CYCLE} contacts in a row are like that.
 */
enum ContactQuirk {
    EMAIL_JUNK(
            8,
            row -> row.put(
                    "emailAddress",
                    List.of("n/a", "none", "-", "unknown", "ask reception", "no email", "tbc", "@")
                            .get((int) (row.id() % 8)))),
    EMAIL_BLANK(6, row -> row.put("emailAddress", "   ")),
    EMAIL_TWO_IN_ONE(4, row -> row.put("emailAddress", row.get("emailAddress") + "; info@" + domain(row))),
    EMAIL_LOUD(
            4,
            row -> row.put(
                    "emailAddress",
                    "  " + String.valueOf(row.get("emailAddress")).toUpperCase(Locale.ROOT))),
    EMAIL_WITHOUT_HOST(2, row -> row.put("emailAddress", "info@")),
    EMAIL_TOO_LONG(1, row -> row.put("emailAddress", "a.very.long.mailbox.".repeat(13) + "x@" + domain(row))),
    EMAIL_IN_SECOND_PLACE(
            5, row -> row.put("emailAddress2", row.get("emailAddress")).put("emailAddress", "")),
    EMAIL_TWICE(3, row -> row.put("emailAddress2", row.get("emailAddress"))),
    /** Shares mailbox and company with the contact before it. */
    EMAIL_SHARED(5, row -> {}),
    LAST_NAME_MISSING(4, row -> row.put("lastName", null)),
    LAST_NAME_PLACEHOLDER(
            5,
            row -> row.put(
                    "lastName", List.of(".", "-", "(none)", "Unknown", "N/A").get((int) (row.id() % 5)))),
    FIRST_NAME_MISSING(3, row -> row.put("firstName", "")),
    BOTH_NAMES_MISSING(1, row -> row.put("firstName", null).put("lastName", " ")),
    NOTHING_KNOWN(1, row -> row.put("firstName", null).put("lastName", "").put("emailAddress", null)),
    NAME_WITH_NUL(1, row -> row.put("lastName", row.get("lastName") + "\u0000")),
    NAME_WITH_CONTROL(1, row -> row.put("firstName", "\u0002" + row.get("firstName") + "\u0003")),
    NAME_WITH_EMOJI(3, row -> row.put("firstName", row.get("firstName") + " 😀")),
    NAME_RIGHT_TO_LEFT(2, row -> row.put("lastName", row.get("lastName") + " (יואב)")),
    NAME_TURNED_ROUND(1, row -> row.put("firstName", "\u202e" + row.get("firstName"))),
    NAME_WITH_MARKUP(1, row -> row.put("firstName", row.get("firstName") + " <i>jr</i>")
            .put("title", "<img src=x onerror=alert(1)>")),
    NAME_WITH_STATEMENT(1, row -> row.put("lastName", "O'Drop'); delete from contacts where ('1'='1")),
    NAME_TOO_LONG(1, row -> row.put("lastName", (row.get("lastName") + " vormals ").repeat(14))),
    /** An old program cut the text in the middle of a character. */
    NOTE_CUT_IN_CHARACTER(
            1, row -> row.put("note", new RawJson("\"Likes a chat about football and the weather \\ud83d\""))),
    NOTE_IN_LINES(3, row -> row.put("note", "Mornings only\r\nBack door\tring twice")),
    TITLE_TOO_LONG(
            1,
            row -> row.put("title", "Deputy Assistant Regional Coordinator for " + "Special Projects and ".repeat(8))),
    PRIMARY_TOO(5, row -> row.put("primaryContact", true)),
    PRIMARY_BUT_GONE(2, row -> row.put("primaryContact", true).put("isActive", 0)),
    COMPANY_GONE(2, row -> row.put("companyID", 29_600_007)),
    PREFIX_WITHOUT_LABEL(2, row -> row.put("namePrefix", 9)),
    PREFIX_INACTIVE(2, row -> row.put("namePrefix", 4)),
    COUNTRY_INACTIVE(2, row -> row.put("countryID", Countries.CZECHOSLOVAKIA)),
    COUNTRY_UNKNOWN(1, row -> row.put("countryID", Countries.UNKNOWN)),
    OPTED_OUT_IN_YEAR_9999(1, row -> row.put("bulkEmailOptOutTime", Moments.END_OF_TIME)),
    CREATED_IN_1899(2, row -> row.put("createDate", Moments.OLE_ZERO)),
    ACTIVE_MISSING(1, row -> row.put("isActive", null)),
    PHONE_WITH_WORDS(6, row -> row.put("phone", "tel " + row.get("phone") + " / home")),
    EXTENSION_IN_PHONE(5, row -> row.put("phone", row.get("phone") + " x204").put("extension", " x204 ")),
    LINK_WITH_SCRIPT(1, row -> row.put("linkedInUrl", "javascript:void(0)")),
    /** A list where a text belongs, as a bad integration left it. */
    NAME_OF_WRONG_SHAPE(1, row -> row.put("lastName", new RawJson("[\"Fairweather\",\"Jones\"]"))),
    /** As mail programs write it when it is copied. */
    EMAIL_DECORATED(
            4,
            row -> row.put(
                    "emailAddress",
                    List.of("mailto:%s", "<%s>", "\"Post, In\" <%s>", "%s;")
                            .get((int) (row.id() % 4))
                            .formatted(row.get("emailAddress")))),
    EMAIL_WITH_ZERO_WIDTH(2, row -> row.put("emailAddress", "\u200b" + row.get("emailAddress"))),
    NONE(0, row -> {});

    /** A prime, so that quirks spread evenly. */
    static final int CYCLE = 1297;

    private static final List<ContactQuirk> PLACES = places();

    private final int share;
    private final Consumer<Row> spoils;

    ContactQuirk(int share, Consumer<Row> spoils) {
        this.share = share;
        this.spoils = spoils;
    }

    static ContactQuirk of(long contact) {
        if (contact < Contacts.STAFF) {
            return NONE;
        }
        ContactQuirk quirk = PLACES.get((int) (contact * 401 % CYCLE));
        // One record that cannot be read at all shows what that looks like; a large tenant needs no more of them.
        return quirk == NAME_OF_WRONG_SHAPE && contact > CYCLE ? NONE : quirk;
    }

    void spoil(Row row) {
        spoils.accept(row);
    }

    private static List<ContactQuirk> places() {
        List<ContactQuirk> places = new ArrayList<>();
        Arrays.stream(values()).forEach(quirk -> places.addAll(Collections.nCopies(quirk.share, quirk)));
        places.addAll(Collections.nCopies(CYCLE - places.size(), NONE));
        return List.copyOf(places);
    }

    private static String domain(Row row) {
        String email = String.valueOf(row.get("emailAddress"));
        return email.substring(email.indexOf('@') + 1);
    }
}
