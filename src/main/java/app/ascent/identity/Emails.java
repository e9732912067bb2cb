package app.ascent.identity;

import app.ascent.text.Text;
import java.util.Locale;

/** The one spelling of an e-mail address under which a user is known. */
final class Emails {

    private static final int LIMIT = 254;

    private Emails() {}

    static String normal(String email) {
        return Text.pasted(email).toLowerCase(Locale.ROOT);
    }

    /** Could a user have this address at all? What could not is not worth a row in the database. */
    static boolean possible(String normal) {
        return normal.length() <= LIMIT
                && normal.indexOf('@') > 0
                && normal.chars().noneMatch(c -> Character.isISOControl(c) || Character.isSpaceChar(c));
    }
}
