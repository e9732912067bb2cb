package app.ascent.sandbox.tenant;

import java.text.Normalizer;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** A word of a name: as people write it, and as it looks in an address of the Internet. */
record Word(String text, String latin, @Nullable String tag) {

    private static final Pattern MARKS = Pattern.compile("\\p{M}+");
    private static final Pattern OTHERS = Pattern.compile("[^a-z0-9]+");

    /** Parses {@code text=latin@tag}; the latter two are optional. */
    static Word parse(String source) {
        int at = source.lastIndexOf('@');
        String tag = at < 0 ? null : source.substring(at + 1);
        String word = at < 0 ? source : source.substring(0, at);
        int equals = word.indexOf('=');
        String text = equals < 0 ? word : word.substring(0, equals);
        return new Word(text, slug(equals < 0 ? word : word.substring(equals + 1)), tag);
    }

    static List<Word> list(String values) {
        return split(values).stream().map(Word::parse).toList();
    }

    /** Splits at semicolons; a lone hyphen is an empty value. */
    static List<String> split(String values) {
        return Arrays.stream(values.split(";"))
                .map(String::strip)
                .map(value -> value.equals("-") ? "" : value)
                .toList();
    }

    private static String slug(String text) {
        String plain = text.toLowerCase(Locale.ROOT)
                .replace("ß", "ss")
                .replace("ø", "o")
                .replace("ł", "l")
                .replace("ı", "i")
                .replace("'", "");
        String ascii =
                MARKS.matcher(Normalizer.normalize(plain, Normalizer.Form.NFD)).replaceAll("");
        String dashed = OTHERS.matcher(ascii).replaceAll("-");
        return dashed.replaceAll("^-|-$", "");
    }
}
