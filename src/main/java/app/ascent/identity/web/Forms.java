package app.ascent.identity.web;

import app.ascent.identity.Password;
import app.ascent.identity.PasswordHolder;
import app.ascent.identity.PasswordRules;
import app.ascent.identity.Weakness;
import org.jspecify.annotations.Nullable;
import org.springframework.validation.Errors;

/** What the forms about users have in common. */
final class Forms {

    private Forms() {}

    /** A field that was not sent counts as one that was left empty. */
    static String stripped(@Nullable String value) {
        return value == null ? "" : value.strip();
    }

    /** The password that was chosen in the field {@code password}, or null after a word of why it cannot be. */
    static @Nullable Password chosen(
            @Nullable Password password, PasswordHolder holder, PasswordRules rules, Errors errors) {
        Weakness weakness = password == null
                ? Weakness.TOO_SHORT
                : rules.weakness(password, holder).orElse(null);
        if (weakness != null) {
            errors.rejectValue("password", "password." + weakness.code());
            return null;
        }
        return password;
    }
}
