package app.ascent.identity;

import org.jspecify.annotations.Nullable;

/**
 * The organization of an installation and the Owner it begins with.
 *
 * @param timeZone in which the organization reads times; null leaves it to the installation
 */
public record FirstOwner(String organization, @Nullable String timeZone, String name, String email, Password password) {

    PasswordHolder holder() {
        return new PasswordHolder(email, name, organization);
    }
}
