package app.ascent.journey;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What becomes of texts of others in a table that is opened in a spreadsheet, which would reckon with some of them. */
public final class Spreadsheet {

    /**
     * Where a spreadsheet sees a formula, in full width or small as well, or what it strips before it looks for one: at the
     * beginning of a cell, behind blanks and what cannot be seen too, and behind what parts cells where commas are decimal, or
     * where lines are pasted.
     */
    private static final Pattern TAKEN_FOR_FORMULA =
            Pattern.compile("(^[\\p{Zs}\\p{Cf}\"]*|[;\t\r\n\\x0B\f\\x{85}\\x{2028}\\x{2029}][\\s\\p{Zs}\\p{Cf}\"]*)"
                    + "([=+\\-@\t\r\n\\x0B\f\\x{85}\uFF1D\uFF0B\uFF0D\uFF20\uFE66\uFE62\uFE63\uFE6B])");

    private Spreadsheet() {}

    public static String cell(@Nullable String value) {
        if (value == null || value.isEmpty()) {
            return "";
        }
        return TAKEN_FOR_FORMULA.matcher(value).replaceAll("$1'$2");
    }
}
