package app.ascent.sandbox.tenant;

import java.util.ArrayList;
import java.util.List;

/** A value a picklist field can have. */
public record PicklistValue(String value, String label, int sortOrder, boolean active, boolean system) {

    /** Parses {@code 1=Customer*}: a star marks what Autotask ships, an exclamation mark what is switched off. */
    static List<PicklistValue> list(String... values) {
        List<PicklistValue> parsed = new ArrayList<>();
        for (String value : values) {
            int split = value.indexOf('=');
            boolean active = !value.endsWith("!");
            boolean system = value.endsWith("*");
            int end = active && !system ? value.length() : value.length() - 1;
            String label = value.substring(split + 1, end);
            parsed.add(new PicklistValue(value.substring(0, split), label, parsed.size() + 1, active, system));
        }
        return List.copyOf(parsed);
    }
}
