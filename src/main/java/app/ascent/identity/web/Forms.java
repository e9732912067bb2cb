package app.ascent.identity.web;

import app.ascent.identity.Password;
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
    static @Nullable Password chosen(@Nullable Password password, Errors errors) {
        if (password == null || password.isTooShort()) {
            errors.rejectValue("password", "password.too-short");
            return null;
        }
        if (password.isTooLong()) {
            errors.rejectValue("password", "password.too-long");
            return null;
        }
        return password;
    }
}
