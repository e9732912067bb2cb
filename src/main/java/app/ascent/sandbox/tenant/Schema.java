package app.ascent.sandbox.tenant;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The fields of an entity in the order in which its records hold them.
 *
 * @param name what metadata and error texts call it ({@code Company})
 * @param userFields fields the tenant has added; null where the entity can have none
 */
public record Schema(String name, List<Field> fields, @Nullable List<Field> userFields, Map<String, Integer> indexes) {

    /**
     * Parses a table of fields, one a line: name, type with its length, then any of {@code required}, {@code ro},
     * {@code hidden} (from queries), {@code ->Entity}, and what it holds when nothing else is said: {@code ''},
     * {@code false}, {@code true} or a number.
     */
    static Schema of(
            String name, String table, Map<String, List<PicklistValue>> picklists, @Nullable List<Field> userFields) {
        List<Field> fields = new ArrayList<>();
        Map<String, Integer> indexes = new HashMap<>();
        for (String line : table.lines().toList()) {
            Field field = field(line.strip().split("\\s+"), picklists);
            indexes.put(field.name(), fields.size());
            indexes.put(field.name().toLowerCase(Locale.ROOT), fields.size());
            fields.add(field);
        }
        return new Schema(name, List.copyOf(fields), userFields, Map.copyOf(indexes));
    }

    private static Field field(String[] words, Map<String, List<PicklistValue>> picklists) {
        String[] type = words[1].split("/");
        boolean required = false;
        boolean readOnly = false;
        boolean queryable = true;
        String reference = null;
        Object initial = null;
        for (int i = 2; i < words.length; i++) {
            switch (words[i]) {
                case "required" -> required = true;
                case "ro" -> readOnly = true;
                case "hidden" -> queryable = false;
                case "''" -> initial = "";
                case "true", "false" -> initial = Boolean.valueOf(words[i]);
                default -> {
                    if (words[i].startsWith("->")) {
                        reference = words[i].substring(2);
                    } else {
                        initial = Long.valueOf(words[i]);
                    }
                }
            }
        }
        int length = type.length > 1 ? Integer.parseInt(type[1]) : 0;
        FieldType fieldType = FieldType.named(type[0]);
        var picklist = picklists.get(words[0]);
        return new Field(words[0], fieldType, length, required, readOnly, queryable, reference, picklist, initial);
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
