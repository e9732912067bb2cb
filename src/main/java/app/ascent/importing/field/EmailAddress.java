package app.ascent.importing.field;

import app.ascent.text.Folded;
import app.ascent.text.Text;
import java.text.Normalizer;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Finds the one e-mail address in what people put into such a field: plain, or with what mail programs write around it, a
 * name, brackets, {@code mailto:}. Words that may be a part of it make it none, for nobody is to get another one's mail.
 */
public final class EmailAddress {

    /** Longer ones are not cut: a shortened address would be someone else's. */
    public static final int LIMIT = 254;

    /** More than this is no address with a name, but a text. */
    private static final int READ = 1_000;

    /** As nearly all are: an address alone, without anything that has to be thought about. */
    private static final Pattern USUAL =
            Pattern.compile("[a-zA-Z0-9._+-]++@[a-zA-Z0-9][a-zA-Z0-9-]*+(?:\\.[a-zA-Z0-9-]++)++");

    /** A run of characters that may stand in an address, or in what is written right before and behind one. */
    private static final Pattern WORD =
            Pattern.compile("[^\\s\\p{Z}<>()\\[\\]{}\"“”„«»‹›,;|]*@[^\\s\\p{Z}<>()\\[\\]{}\"“”„«»‹›,;|]*");

    private static final Pattern LABEL = Pattern.compile(
            "^(?:mailto|smtp|e-?mail|mail)(?:[ -]?add?resse?)?\\s*:+\\s*(?://)?", Pattern.CASE_INSENSITIVE);

    private static final Pattern LABEL_BEFORE = Pattern.compile(
            "(?:^|[\\s<(\\[\"])(?:mailto|smtp|e-?mail|mail)(?:[ -]?add?resse?)?\\s*:+\\s*$", Pattern.CASE_INSENSITIVE);

    private static final Pattern AROUND = Pattern.compile("[\\s\\p{P}\\p{Z}<>|=]*");

    /** A name or remark behind an address, wholly within brackets or quotation marks. */
    private static final Pattern ASIDE =
            Pattern.compile("\\s*(?:\\([^()@]*\\)|\\[[^\\[\\]@]*\\]|\"[^\"@]*\"|“[^”@]*”|'[^'@]*'|<[^<>@]*>)[\\s;,.]*");

    private static final String QUOTES = "'`´‘’‚";
    private static final String AT_ITS_END = QUOTES + ".:!?/\\";
    private static final String NOT_IN_A_DOMAIN = "'`´‘’:/\\?#&=!*%$^~+";

    private EmailAddress() {}

    /** The address, if there is one and only one. */
    public static Optional<String> in(@Nullable String raw) {
        String text = raw == null || raw.length() > READ ? null : readable(raw);
        if (text == null || text.length() <= LIMIT && USUAL.matcher(text).matches()) {
            return Optional.ofNullable(text);
        }
        Map<String, String> addresses = new LinkedHashMap<>();
        boolean apart = false;
        for (MatchResult word : WORD.matcher(text).results().toList()) {
            String address = plain(word.group());
            if (!isValid(address)) {
                return Optional.empty();
            }
            addresses.putIfAbsent(key(address), address);
            apart = apart || standsApart(text.substring(0, word.start()), text.substring(word.end()));
        }
        return apart && addresses.size() == 1
                ? Optional.of(addresses.values().iterator().next())
                : Optional.empty();
    }

    /** In plain width, and as it was before a link was made of it. */
    private static @Nullable String readable(String raw) {
        String text = Text.clean(Normalizer.normalize(raw, Normalizer.Form.NFKC));
        if (text != null && text.indexOf('@') < 0 && LABEL.matcher(text).find()) {
            return text.replace("%40", "@");
        }
        return text;
    }

    /** Whether it has one {@code @} with text on both sides and nothing that no address has. */
    private static boolean isValid(String address) {
        int at = address.indexOf('@');
        if (at <= 0 || at != address.lastIndexOf('@') || address.length() > LIMIT) {
            return false;
        }
        String domain = address.substring(at + 1);
        return !domain.isEmpty()
                && !domain.startsWith(".")
                && !domain.startsWith("-")
                && !domain.contains("..")
                && address.substring(0, at).chars().noneMatch(c -> c == ':' || c == '\\')
                && domain.chars().noneMatch(c -> NOT_IN_A_DOMAIN.indexOf(c) >= 0);
    }

    /** Without {@code mailto:} before it, and what follows in such a link. */
    private static String plain(String word) {
        String address = word;
        String before;
        do {
            before = address;
            address = LABEL.matcher(without(QUOTES, "", address)).replaceFirst("");
        } while (!before.equals(address));
        int query = address.indexOf('?', Math.max(0, address.indexOf('@')));
        return without(QUOTES, AT_ITS_END, query < 0 ? address : address.substring(0, query));
    }

    private static String without(String atItsBeginning, String atItsEnd, String text) {
        int from = 0;
        int to = text.length();
        while (from < to && atItsBeginning.indexOf(text.charAt(from)) >= 0) {
            from++;
        }
        while (to > from && atItsEnd.indexOf(text.charAt(to - 1)) >= 0) {
            to--;
        }
        return text.substring(from, to);
    }

    /** Whether it is marked as the address: by brackets or a label, or because nothing else is there but a remark. */
    private static boolean standsApart(String before, String behind) {
        String opened = before.stripTrailing();
        boolean bracketed =
                opened.endsWith("<") || opened.endsWith("(") || opened.endsWith("[") || opened.endsWith("{");
        boolean labelled = LABEL_BEFORE.matcher(before).find();
        return bracketed || isAside(behind) && (labelled || isAside(before));
    }

    private static boolean isAside(String text) {
        String words = WORD.matcher(text).replaceAll("");
        return AROUND.matcher(words).matches() || ASIDE.matcher(words).matches();
    }

    /** What stands before the {@code @}. */
    public static String localPart(String address) {
        return address.substring(0, address.indexOf('@'));
    }

    /** The form in which addresses are compared. */
    public static String key(String address) {
        return Folded.key(address);
    }
}
