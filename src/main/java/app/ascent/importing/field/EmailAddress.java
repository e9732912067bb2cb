package app.ascent.importing.field;

import java.util.Locale;

/** Tells an e-mail address from what else stands in such a field: no blank, one {@code @} with text on both sides. */
public final class EmailAddress {

    /** Longer ones are not cut: a shortened address would be someone else's. */
    public static final int LIMIT = 254;

    private EmailAddress() {}

    public static boolean isValid(String cleaned) {
        int at = cleaned.indexOf('@');
        return at > 0
                && at == cleaned.lastIndexOf('@')
                && at < cleaned.length() - 1
                && cleaned.length() <= LIMIT
                && cleaned.codePoints().noneMatch(c -> Character.isWhitespace(c) || Character.isSpaceChar(c));
    }

    /** What stands before the {@code @}. */
    public static String localPart(String address) {
        return address.substring(0, address.indexOf('@'));
    }

    /** The form in which addresses are compared. */
    public static String key(String address) {
        return address.toLowerCase(Locale.ROOT);
    }
}
