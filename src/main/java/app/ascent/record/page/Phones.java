package app.ascent.record.page;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Numbers to dial, made of what people write down as phone numbers. Templates reach it as {@code @phones}; where nothing
 * can be dialled, the text stays text.
 */
@Component("phones")
public class Phones {

    private static final Pattern EXTENSION =
            Pattern.compile("(?i)[\\s,;]*(?:extension|ext|durchwahl|dw|x)[.:]?\\s*(\\d{1,10})\\s*$");

    /** Two numbers in one field: the first is dialled. A slash stands within a number, too. */
    private static final Pattern SECOND =
            Pattern.compile("(?i)(?<=\\d{4})\\s*(?:[;,|]|\\bor\\b|/\\s*[+(]?(?=[\\d][\\d\\s()-]{5}))");

    private static final Pattern LABEL = Pattern.compile("^[^\\d+(]+");
    private static final Pattern WORDS = Pattern.compile("\\p{L}.*", Pattern.DOTALL);

    /** At home one dials the zero that stands in brackets behind the country. */
    private static final Pattern DIALLED_AT_HOME = Pattern.compile("\\(0\\)");

    private static final Pattern NUMBER = Pattern.compile("[+]?\\d{3,20}");

    /** The address behind a number, or null. */
    public @Nullable String href(@Nullable String phone) {
        return href(phone, null);
    }

    public @Nullable String href(@Nullable String phone, @Nullable String extension) {
        if (phone == null) {
            return null;
        }
        String written = SECOND.split(LABEL.matcher(phone).replaceFirst(""))[0];
        Matcher extended = EXTENSION.matcher(written);
        String within = extended.find() ? extended.group(1) : "";
        String number = number(within.isEmpty() ? written : written.substring(0, extended.start()));
        String behind = extension == null || extension.isBlank() ? within : digits(extension);
        return NUMBER.matcher(number).matches() ? "tel:" + number + (behind.isEmpty() ? "" : ";ext=" + behind) : null;
    }

    private static String number(String written) {
        String plain = WORDS.matcher(written).replaceFirst("").strip();
        boolean abroad = plain.startsWith("+") || plain.startsWith("(+");
        String home = abroad || plain.startsWith("00")
                ? DIALLED_AT_HOME.matcher(plain).replaceAll("")
                : plain;
        return abroad ? "+" + digits(home) : digits(home);
    }

    private static String digits(String text) {
        StringBuilder digits = new StringBuilder();
        text.codePoints().filter(Character::isDigit).forEach(c -> digits.append(Character.digit(c, 10)));
        return digits.toString();
    }
}
