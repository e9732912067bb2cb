package app.ascent.migration.spi;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What values of the source's picklists mean, read once a run, in tables named by type and field ({@code assets.type}). Values
 * are text, as in the source's metadata.
 */
public record Dictionary(Map<String, Map<String, Entry>> tables) {

    public static final Dictionary EMPTY = new Dictionary(Map.of());

    /**
     * One value.
     *
     * @param active whether the source still offers it, or a person has decided what it becomes: there is nothing to be
     *     said about it then
     * @param system whether the source, not the tenant, defined it
     * @param target what it becomes in Ascent, when decided or proposed
     * @param decided whether a person chose the target; null where nobody did, and in what earlier releases kept
     */
    public record Entry(
            String value,
            String label,
            boolean active,
            boolean system,
            @Nullable String target,
            @Nullable Boolean decided) {

        /** One that nobody decided about. */
        public Entry(String value, String label, boolean active, boolean system, @Nullable String target) {
            this(value, label, active, system, target, null);
        }

        /** Whether a person chose what it becomes: that holds, whatever else a record says. */
        public boolean byPerson() {
            return Boolean.TRUE.equals(decided);
        }
    }

    /** The entry of a value, or empty when the source does not list it. */
    public Optional<Entry> find(String table, @Nullable String value) {
        return value == null
                ? Optional.empty()
                : Optional.ofNullable(tables.getOrDefault(table, Map.of()).get(value));
    }

    /** The tables of the fields of one type. */
    public Dictionary of(EntityType type) {
        Map<String, Map<String, Entry>> own = new LinkedHashMap<>(tables);
        own.keySet().removeIf(table -> !table.startsWith(type.name() + "."));
        return new Dictionary(own);
    }

    /** Both together; tables of the other one win. */
    public Dictionary and(Dictionary other) {
        Map<String, Map<String, Entry>> both = new LinkedHashMap<>(tables);
        both.putAll(other.tables);
        return new Dictionary(both);
    }
}
