package app.ascent.migration.pipeline;

import java.util.List;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/**
 * What is to be brought together in one record.
 *
 * @param current what stands in Ascent
 * @param written what the import last wrote
 * @param found fields that had a value before the import came, and were not written since
 * @param edited whether a person changed something since
 * @param together fields that say one thing between them
 * @param settled fields in which what the source says holds, whatever people chose there
 */
record Sides(
        JsonNode current,
        JsonNode written,
        JsonNode incoming,
        SourceSays says,
        Set<String> found,
        boolean edited,
        List<List<String>> together,
        Set<String> settled) {

    /** Of a record in which everything is for people to choose. */
    Sides(
            JsonNode current,
            JsonNode written,
            JsonNode incoming,
            SourceSays says,
            Set<String> found,
            boolean edited,
            List<List<String>> together) {
        this(current, written, incoming, says, found, edited, together, Set.of());
    }

    /** Of a record that no import knows: what the source says now is what is compared with later. */
    static Sides first(JsonNode current, JsonNode incoming, List<List<String>> together, Set<String> settled) {
        return new Sides(current, incoming, incoming, SourceSays.EVERYTHING, Set.of(), false, together, settled);
    }

    static Sides first(JsonNode current, JsonNode incoming, List<List<String>> together) {
        return first(current, incoming, together, Set.of());
    }

    /** Whether nobody but the source has a say in it. */
    boolean settles(Unit unit) {
        return unit.fields().stream().anyMatch(settled::contains);
    }
}
