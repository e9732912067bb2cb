package app.ascent.migration.spi;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A type of records that are migrated, by the name the API uses, as {@code contractLines}. Where a type reads several
 * entities of the source, which count their ids apart, the engine has each of them as a part of it, by a name as {@code
 * contractLines:ContractServices}; to everybody else a type and its parts are one: docs/adr/042.
 */
public record EntityType(String name) implements Comparable<EntityType> {

    private static final char PART = ':';

    /** That part of this type. */
    public EntityType part(String entity) {
        return new EntityType(name + PART + entity);
    }

    /** The entity of the source that this is a part for, or null where the type is read from one alone. */
    public @Nullable String part() {
        int mark = name.indexOf(PART);
        return mark < 0 ? null : name.substring(mark + 1);
    }

    /** The type by its name outside of the engine. */
    public EntityType whole() {
        int mark = name.indexOf(PART);
        return mark < 0 ? this : new EntityType(name.substring(0, mark));
    }

    /** The same as people read it: {@code contractLines} is Contract lines. */
    public String words() {
        String spaced = whole().name.replaceAll("(?<=[a-z])(?=[A-Z])", " ").toLowerCase(Locale.ROOT);
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
