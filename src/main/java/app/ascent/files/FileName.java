package app.ascent.files;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** A name that every system can save a file under, and that looks like what it is. */
public final class FileName {

    /** In characters, as people count them. */
    private static final int LIMIT = 255;

    /** What follows the last dot is an extension up to here. */
    private static final int EXTENSION = 20;

    private static final Pattern PATH = Pattern.compile("^.*[/\\\\](?=.)", Pattern.DOTALL);

    /** What cannot be seen: control characters, halves of others, and what makes a text run the other way. */
    private static final Pattern UNSEEN = Pattern.compile(
            "[\\p{Cc}\\p{Cs}\\p{Zl}\\p{Zp}\\x{061C}\\x{200B}\\x{200E}\\x{200F}\\x{202A}-\\x{202E}\\x{2060}-\\x{2069}\\x{FEFF}]");

    private static final Pattern ENDS = Pattern.compile("^[\\p{Z}.]+|[\\p{Z}.]+$");

    /** Names of devices on Windows, whatever follows them. */
    private static final Pattern DEVICE =
            Pattern.compile("(?i)^(con|prn|aux|nul|conin\\$|conout\\$|(com|lpt)[0-9¹²³])\\p{Z}*(\\..*)?$");

    private FileName() {}

    /**
     * @param raw a name or a path, whatever its separators
     * @param otherwise what it is called where nothing is left of that
     */
    public static String of(@Nullable String raw, String otherwise) {
        String name = cleaned(raw == null ? "" : raw);
        String instead = name.isEmpty() ? cleaned(otherwise) : name;
        return instead.isEmpty() ? "file" : instead;
    }

    private static String cleaned(String raw) {
        String seen = UNSEEN.matcher(raw).replaceAll("").replaceFirst("[/\\\\]+$", "");
        String name = ENDS.matcher(PATH.matcher(seen).replaceFirst("")).replaceAll("");
        return cut(DEVICE.matcher(name).matches() ? "_" + name : name);
    }

    /** Its extension stays. */
    private static String cut(String name) {
        int length = name.codePointCount(0, name.length());
        if (length <= LIMIT) {
            return name;
        }
        int dot = name.lastIndexOf('.');
        String extension = dot < 0 || name.length() - dot > EXTENSION ? "" : name.substring(dot);
        int kept = LIMIT - extension.codePointCount(0, extension.length());
        String beginning = name.substring(0, name.offsetByCodePoints(0, kept));
        return ENDS.matcher(beginning).replaceAll("") + extension;
    }
}
