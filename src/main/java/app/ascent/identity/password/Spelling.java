package app.ascent.identity.password;

import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;

/** The plain form of what was written with capitals, accents, ornaments or signs in place of letters. */
public final class Spelling {

    private static final Pattern ACCENTS = Pattern.compile("\\p{M}+");
    private static final Pattern SEPARATORS = Pattern.compile("[^\\p{L}\\p{N}]+");
    private static final Pattern ORNAMENT_AT_END = Pattern.compile("[0-9!|+]+$");
    private static final Pattern ORNAMENT = Pattern.compile("^[^\\p{L}]+|[^\\p{L}]+$");

    /** Signs and the letters people write them for. */
    private static final String SIGNS = "013457@$!|+";

    private static final String LETTERS = "oieastasiit";

    private Spelling() {}

    /** Lower case and without accents. */
    static String plain(String text) {
        String apart = Normalizer.normalize(text, Normalizer.Form.NFKD);
        return ACCENTS.matcher(apart).replaceAll("").toLowerCase(Locale.ROOT);
    }

    /** Letters and digits alone. */
    static String withoutSeparators(String plain) {
        return SEPARATORS.matcher(plain).replaceAll("");
    }

    /** Without digits and signs at the ends. */
    static String core(String plain) {
        return withoutSeparators(ORNAMENT.matcher(plain).replaceAll(""));
    }

    /** Letters alone, also where signs stood for them; at the end signs are ornaments more often than letters. */
    public static String unmasked(String text) {
        StringBuilder letters = new StringBuilder();
        for (char c : ORNAMENT_AT_END.matcher(plain(text)).replaceAll("").toCharArray()) {
            int sign = SIGNS.indexOf(c);
            letters.append(sign < 0 ? c : LETTERS.charAt(sign));
        }
        return core(letters.toString());
    }

    /** Letters and digits of a text, plainly spelled: what is compared when one text may hold another. */
    public static String bare(String text) {
        return withoutSeparators(plain(text));
    }
}
