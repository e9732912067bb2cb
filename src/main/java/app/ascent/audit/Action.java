package app.ascent.audit;

/** What was done, as the audit log filters it. */
public enum Action {
    CREATE,
    UPDATE,
    DELETE,
    LOGIN,
    LOGOUT,
    REFUSE
}
