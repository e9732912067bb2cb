package app.ascent.identity;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A token of a program, as its user sees it; what opens is shown once.
 *
 * @param ended whether it opens nothing any more
 */
public record ApiToken(
        UUID id, String name, Instant createdAt, @Nullable Instant lastUsedAt, Instant expiresAt, boolean ended) {}
