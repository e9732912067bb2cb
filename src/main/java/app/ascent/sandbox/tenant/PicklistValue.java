package app.ascent.sandbox.tenant;

import java.util.ArrayList;
import java.util.List;

/**
 * A value a picklist field can have.
 *
 * @param parent the value of another field it belongs to; empty where it belongs to none
 */
public record PicklistValue(String value, String label, int sortOrder, String parent, boolean active, boolean system) {

    private static final String BELONGS_TO = " @";

    /**
     * Parses {@code 1=Customer*; 57=Old!; 136=Printer @10}: a star marks what Autotask ships, an exclamation mark what is
     * switched off, and behind an at sign stands the value it belongs to.
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
            int at = label.indexOf(BELONGS_TO);
            String parent = at < 0 ? "" : label.substring(at + BELONGS_TO.length());
            parsed.add(new PicklistValue(
                    text.substring(0, split),
                    at < 0 ? label : label.substring(0, at),
                    parsed.size() + 1,
                    parent,
                    active,
                    system));
        }
        return List.copyOf(parsed);
    }
}
