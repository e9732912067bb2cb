package app.ascent.identity;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A member of an organization as lists and forms show it. */
public record Member(
        UserId id,
        String name,
        String email,
        Role role,
        UserStatus status,
        @Nullable Instant lastLoginAt,
        Instant createdAt) {}
