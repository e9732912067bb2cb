package app.ascent.migration.spi;

import java.util.UUID;

/** The id of the record of Ascent that a source record became. */
public record TargetId(UUID value) {

    @Override
    public String toString() {
        return value.toString();
    }
}
