package app.ascent.identity;

/** The organization of an installation and the Owner it begins with. */
public record FirstOwner(String organization, String name, String email, Password password) {}
