package app.ascent.migration.spi;

import java.util.UUID;

/** Names one migration. */
public record MigrationId(UUID value) {

    @Override
    public String toString() {
        return value.toString();
    }
}
