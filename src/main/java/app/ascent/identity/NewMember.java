package app.ascent.identity;

/** Somebody to be added to an organization. */
public record NewMember(String name, String email, Role role, Password password) {}
