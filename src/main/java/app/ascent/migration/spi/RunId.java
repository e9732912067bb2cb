package app.ascent.migration.spi;

import java.util.UUID;

/** Names one run of a migration. */
public record RunId(UUID value) {

    @Override
    public String toString() {
        return value.toString();
    }
}
