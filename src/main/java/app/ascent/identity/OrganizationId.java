package app.ascent.identity;

import java.util.UUID;

/** Names one organization, the tenant that every business record belongs to. */
public record OrganizationId(UUID value) {

    @Override
    public String toString() {
        return value.toString();
    }
}
