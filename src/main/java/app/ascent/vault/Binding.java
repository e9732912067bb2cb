package app.ascent.vault;

import java.nio.ByteBuffer;
import java.util.UUID;

/**
 * The one row a cipher text belongs to. It is part of what is authenticated, so a cipher text that was moved to another
 * row, or to another organization, does not open there.
 */
public record Binding(UUID organization, UUID row) {

    byte[] bytes() {
        return ByteBuffer.allocate(4 * Long.BYTES)
                .putLong(organization.getMostSignificantBits())
                .putLong(organization.getLeastSignificantBits())
                .putLong(row.getMostSignificantBits())
                .putLong(row.getLeastSignificantBits())
                .array();
    }
}
