package app.ascent.identity;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A token of a program, as its user sees it; what opens is shown once. */
public record ApiToken(UUID id, String name, Instant createdAt, @Nullable Instant lastUsedAt) {}
