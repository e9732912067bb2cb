package app.ascent.identity;

/** Whose password it is to be, for a password must not be made of what everybody knows of its holder. */
public record PasswordHolder(String email, String name, String organization) {

    /** The signed-in person. */
    public static PasswordHolder of(SignedInUser user) {
        return new PasswordHolder(user.email(), user.name(), user.organizationName());
    }
}
