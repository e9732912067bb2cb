package app.ascent.identity;

/** Whether a user may sign in; nobody is ever deleted, so that the audit log keeps its names. */
public enum UserStatus {
    ACTIVE,
    DEACTIVATED
}
