package app.ascent.migration.idmap;

import java.util.Set;

/**
 * What an import last wrote to a record that people edit.
 *
 * @param values JSON object of the fields: a value that differs now is a person's edit
 * @param found fields, by their names in Ascent, that had a value when the record was linked and were not written since
 */
public record Written(String values, Set<String> found) {

    /** Of a record whose fields no import has remembered: they are only filled. */
    public static final Written NOTHING = new Written("{}", Set.of());
}
