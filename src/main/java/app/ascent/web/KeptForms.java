package app.ascent.web;

import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * Carries what was entered into a form over a sign-in. Nothing of it is stored for somebody who is not signed in: it goes
 * back to the browser it came from, within the sign-in form, and from there to whoever signs in, if that is the one who
 * had the form open. A form takes part by naming its page and its reader ({@code fragments/kept}); secrets never do.
 */
@Component("keptForms")
public class KeptForms {

    /** Request attribute, present when the parameters of a request for a form are input that came back. */
    public static final String RETURNED = "keptForm";

    /** Where the sign-in form carries it. */
    static final String PARAMETER = "kept";

    /** Where a form names the address of its page. */
    private static final String FORM = "_form";

    private static final String BY = "_by";

    private static final Pattern NEVER =
            Pattern.compile("(?i).*(password|secret|integrationcode|apiuser|csrf).*|_form|_by");

    /** Characters; what is longer would be refused when it comes back. */
    private static final int LIMIT = 300_000;

    private final JsonMapper json;

    KeptForms(JsonMapper json) {
        this.json = json;
    }

    /** A name for a user that tells nothing to others. */
    public String by(String username) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256")
                    .digest(("kept form of " + username).getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(Arrays.copyOf(digest, 16));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("Every Java has SHA-256", impossible);
        }
    }

    /** What a form of ours brought, if it is one that takes part. */
    Optional<KeptForm> of(HttpServletRequest request) {
        String form = request.getParameter(FORM);
        String by = request.getParameter(BY);
        if (by == null || form == null || !OwnPages.isPath(form) || !OwnPages.sent(request)) {
            return Optional.empty();
        }
        Map<String, List<String>> values = new LinkedHashMap<>();
        request.getParameterMap().forEach((name, entered) -> {
            if (!NEVER.matcher(name).matches()) {
                values.put(name, List.of(entered));
            }
        });
        return Optional.of(new KeptForm(form, by, values));
    }

    /** As it travels in the sign-in form; nothing where it is too much. */
    Optional<String> sealed(KeptForm kept) {
        String text = Base64.getUrlEncoder().encodeToString(json.writeValueAsBytes(kept));
        return text.length() > LIMIT ? Optional.empty() : Optional.of(text);
    }

    /** Of the user who signed in, and nobody else's. */
    Optional<KeptForm> opened(@Nullable String sealed, String username) {
        if (sealed == null || sealed.isEmpty() || sealed.length() > LIMIT) {
            return Optional.empty();
        }
        try {
            KeptForm kept = json.readValue(Base64.getUrlDecoder().decode(sealed), KeptForm.class);
            return Optional.of(kept).filter(found -> isOf(found, username) && OwnPages.isPath(found.form()));
        } catch (IllegalArgumentException | JacksonException unreadable) {
            return Optional.empty(); // no page of ours wrote this
        }
    }

    boolean isOf(KeptForm kept, String username) {
        return by(username).equals(kept.by());
    }
}
