package app.ascent.record.field;

import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What a browser opens from a link. */
public final class WebAddressSyntax implements ConstraintValidator<WebAddress, String> {

    private static final Pattern SCHEME = Pattern.compile("^[a-zA-Z][a-zA-Z0-9+.-]*:(?!\\d).*");

    static String completed(String typed) {
        return SCHEME.matcher(typed).matches() ? typed : "https://" + typed;
    }

    @Override
    public boolean isValid(@Nullable String address, ConstraintValidatorContext context) {
        if (address == null) {
            return true;
        }
        try {
            URI uri = new URI(address);
            String scheme = uri.getScheme() == null ? "" : uri.getScheme().toLowerCase(Locale.ROOT);
            return (scheme.equals("http") || scheme.equals("https"))
                    && uri.getRawAuthority() != null
                    && !uri.getRawAuthority().isBlank();
        } catch (URISyntaxException notOne) {
            return false;
        }
    }
}
