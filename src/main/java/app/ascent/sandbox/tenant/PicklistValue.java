package app.ascent.sandbox.tenant;

import java.util.ArrayList;
import java.util.List;

/** A value a picklist field can have. */
public record PicklistValue(String value, String label, int sortOrder, boolean active, boolean system) {

    /**
     * Parses {@code 1=Customer*; 57=Old!}: a star marks what Autotask ships, an exclamation mark what is switched off.
     */
    static List<PicklistValue> list(String values) {
        List<PicklistValue> parsed = new ArrayList<>();
        for (String value : values.isBlank() ? new String[0] : values.split(";")) {
            String text = value.strip();
            int split = text.indexOf('=');
            boolean active = !text.endsWith("!");
            boolean system = text.endsWith("*");
            int end = active && !system ? text.length() : text.length() - 1;
            String label = text.substring(split + 1, end);
            parsed.add(new PicklistValue(text.substring(0, split), label, parsed.size() + 1, active, system));
        }
        return List.copyOf(parsed);
    }
}
