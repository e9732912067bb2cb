package app.ascent.sandbox.tenant;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The fields of an entity in the order in which its records hold them.
 *
 * @param name what metadata and error texts call it ({@code Company})
 * @param abilities what the API can do with it besides reading: {@code create}, {@code delete}, {@code webhooks}
 * @param userFields fields the tenant has added; null where the entity can have none
 */
public record Schema(
        String name,
        Set<String> abilities,
        List<Field> fields,
        @Nullable List<Field> userFields,
        Map<String, Integer> indexes) {

    static Schema of(String name, Set<String> abilities, List<Field> fields, @Nullable List<Field> userFields) {
        Map<String, Integer> indexes = new HashMap<>();
        for (int i = 0; i < fields.size(); i++) {
            indexes.put(fields.get(i).name(), i);
            indexes.put(fields.get(i).name().toLowerCase(Locale.ROOT), i);
        }
        return new Schema(name, abilities, List.copyOf(fields), userFields, Map.copyOf(indexes));
    }

    /** The place of a field, or -1; the case of the name does not matter. */
    public int indexOf(String field) {
        Integer index = indexes.get(field);
        return index != null ? index : indexes.getOrDefault(field.toLowerCase(Locale.ROOT), -1);
    }

    public @Nullable Field userField(String field) {
        if (userFields == null) {
            return null;
        }
        return userFields.stream()
                .filter(candidate -> candidate.name().equalsIgnoreCase(field))
                .findFirst()
                .orElse(null);
    }
}
