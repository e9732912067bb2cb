package app.ascent.identity;

/** The person behind the current request, as pages and audit entries name them. */
public record SignedInUser(
        UserId id, OrganizationId organization, String organizationName, String name, String email, Role role) {}
