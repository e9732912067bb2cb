package app.ascent.identity;

import org.jspecify.annotations.Nullable;

/**
 * What is to change of a member; null leaves it as it is.
 *
 * @param currentPassword of whoever changes their own password; nobody is asked for another person's
 */
public record MemberChange(
        @Nullable Role role,
        @Nullable UserStatus status,
        @Nullable Password password,
        @Nullable Password currentPassword) {

    public static MemberChange role(Role role) {
        return new MemberChange(role, null, null, null);
    }

    public static MemberChange status(UserStatus status) {
        return new MemberChange(null, status, null, null);
    }

    public static MemberChange password(Password password) {
        return new MemberChange(null, null, password, null);
    }
}
