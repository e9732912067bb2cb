package app.ascent.identity;

/** What a member of an organization may do; each role includes what the next one may. */
public enum Role {
    OWNER,
    ADMIN,
    MEMBER;

    boolean includes(Role other) {
        return compareTo(other) <= 0;
    }
}
