package app.ascent.migration.spi;

import java.util.Locale;

/** A kind of record that is migrated, by the name the API uses, as {@code contractLines}. */
public record EntityType(String name) implements Comparable<EntityType> {

    /** The same as people read it: {@code contractLines} is Contract lines. */
    public String words() {
        String spaced = name.replaceAll("(?<=[a-z])(?=[A-Z])", " ").toLowerCase(Locale.ROOT);
        return spaced.substring(0, 1).toUpperCase(Locale.ROOT) + spaced.substring(1);
    }

    @Override
    public int compareTo(EntityType other) {
        return name.compareTo(other.name);
    }

    @Override
    public String toString() {
        return name;
    }
}
