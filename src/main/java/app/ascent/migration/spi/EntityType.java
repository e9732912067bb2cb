package app.ascent.migration.spi;

/** A kind of record that is migrated, by the name the API uses: {@code companies}, {@code contacts}. */
public record EntityType(String name) implements Comparable<EntityType> {

    @Override
    public int compareTo(EntityType other) {
        return name.compareTo(other.name);
    }

    @Override
    public String toString() {
        return name;
    }
}
