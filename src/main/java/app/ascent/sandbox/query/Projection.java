package app.ascent.sandbox.query;

import java.util.BitSet;
import java.util.Locale;
import java.util.Set;

/**
 * Which fields an answer holds.
 *
 * @param fields places of the fields, when not all
 * @param userFields names of added fields in lower case, when not all
 */
public record Projection(boolean all, BitSet fields, Set<String> userFields) {

    public static final Projection ALL = new Projection(true, new BitSet(), Set.of());

    public boolean includes(int field) {
        return all || fields.get(field);
    }

    public boolean includesUserField(String name) {
        return all || userFields.contains(name.toLowerCase(Locale.ROOT));
    }
}
