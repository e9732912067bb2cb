package app.ascent.identity;

import org.jspecify.annotations.Nullable;

/** What is to change of a member; null leaves it as it is. */
public record MemberChange(@Nullable Role role, @Nullable UserStatus status, @Nullable Password password) {

    public static MemberChange role(Role role) {
        return new MemberChange(role, null, null);
    }

    public static MemberChange status(UserStatus status) {
        return new MemberChange(null, status, null);
    }

    public static MemberChange password(Password password) {
        return new MemberChange(null, null, password);
    }
}
