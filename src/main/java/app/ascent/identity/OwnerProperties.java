package app.ascent.identity;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * The first Owner, for installations that nobody sets up by hand; counts only while there is no user.
 *
 * @param organization what the organization is called; the domain of the address when nothing is said
 * @param name what the Owner is called; the part of the address before the domain when nothing is said
 */
@ConfigurationProperties("ascent.owner")
record OwnerProperties(
        @Nullable String email, @Nullable String password, @Nullable String organization, @Nullable String name) {

    @Override
    public String toString() {
        return "OwnerProperties[email=" + email + "]";
    }
}
