package app.ascent.crm;

import app.ascent.text.Text;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Reads what somebody entered, field by field, and remembers what cannot be accepted; a blank value is none. All problems
 * are told at once.
 */
final class Entry {

    private static final Pattern EMAIL = Pattern.compile("[^@\\s]+@[^@\\s]+");
    private static final Pattern SCHEME = Pattern.compile("^[a-zA-Z][a-zA-Z0-9+.-]*:(?!\\d).*");

    private final List<FieldProblem> problems = new ArrayList<>();

    @Nullable
    String text(String field, @Nullable String entered, int limit) {
        String text = Text.clean(entered);
        if (text == null || text.codePointCount(0, text.length()) <= limit) {
            return text;
        }
        problems.add(FieldProblem.of(field, "too-long", limit));
        return null;
    }

    String required(String field, @Nullable String entered, int limit) {
        String text = Text.clean(entered);
        if (text == null) {
            problems.add(FieldProblem.of(field, "required." + field));
            return "";
        }
        String accepted = text(field, entered, limit);
        return accepted == null ? "" : accepted;
    }

    @Nullable
    String email(String field, @Nullable String entered) {
        String email = text(field, entered, 254);
        if (email != null && !EMAIL.matcher(email).matches()) {
            problems.add(FieldProblem.of(field, "email"));
            return null;
        }
        return email;
    }

    List<String> emails(String field, @Nullable List<@Nullable String> entered, int most) {
        List<String> emails = new ArrayList<>();
        for (String line : entered == null ? List.<@Nullable String>of() : entered) {
            for (String each : line == null ? new String[0] : line.split("[\\s,;]+")) {
                String email = email(field, each);
                if (email != null) {
                    emails.add(email);
                }
            }
        }
        if (emails.size() > most) {
            problems.add(FieldProblem.of(field, "too-many", most));
        }
        return List.copyOf(emails);
    }

    /**
     * Adds https where no scheme was typed, as the import does.
     *
     * @param current what is stored; an import keeps plain text, too, and it must not stand in the way of another edit
     */
    @Nullable
    String url(String field, @Nullable String entered, @Nullable String current) {
        String typed = text(field, entered, 255);
        if (typed == null || typed.equals(current)) {
            return typed;
        }
        String url = SCHEME.matcher(typed).matches() ? typed : "https://" + typed;
        if (!isWebAddress(url)) {
            problems.add(FieldProblem.of(field, "url"));
            return null;
        }
        return text(field, url, 255);
    }

    private static boolean isWebAddress(String url) {
        try {
            URI uri = new URI(url);
            String scheme = uri.getScheme() == null ? "" : uri.getScheme().toLowerCase(Locale.ROOT);
            return (scheme.equals("http") || scheme.equals("https"))
                    && uri.getRawAuthority() != null
                    && !uri.getRawAuthority().isBlank();
        } catch (URISyntaxException notOne) {
            return false;
        }
    }

    <E extends Enum<E>> E choice(String field, @Nullable String entered, E absent) {
        String chosen = Text.clean(entered);
        if (chosen == null) {
            return absent;
        }
        for (E constant : absent.getDeclaringClass().getEnumConstants()) {
            if (constant.name().equals(chosen)) {
                return constant;
            }
        }
        problems.add(FieldProblem.of(field, "choice"));
        return absent;
    }

    @Nullable
    UUID id(String field, @Nullable String entered) {
        String id = Text.clean(entered);
        if (id == null) {
            return null;
        }
        try {
            return UUID.fromString(id);
        } catch (IllegalArgumentException notOne) {
            problems.add(FieldProblem.of(field, "unknown"));
            return null;
        }
    }

    void refuse(String field, String code) {
        problems.add(FieldProblem.of(field, code));
    }

    boolean accepts(String field) {
        return problems.stream().noneMatch(problem -> problem.field().equals(field));
    }

    /** To be called when everything is read. */
    void done() {
        if (!problems.isEmpty()) {
            throw new CrmRefused.Invalid(List.copyOf(problems));
        }
    }
}
