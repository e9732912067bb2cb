package app.ascent.crm.web;

import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Compares what somebody entered with what the record has become since. A form remembers by a fingerprint what each field
 * held when it was opened: what nobody but its reader changed is no conflict, and what its reader left alone need not be
 * written over what another one entered.
 */
final class Clashes {

    /** Before the name of a field, its choice. */
    static final String CHOICE = "choice.";

    private static final String VERSION = "version";

    /** How a value is called in front of people. */
    interface Words {
        String label(String field);

        String value(String field, String value);
    }

    private Clashes() {}

    static String fingerprint(Record draft) {
        return DraftFields.of(draft).values().stream().map(Clashes::token).collect(Collectors.joining("."));
    }

    /** @param opened the fingerprint of the form when it was opened; without one every difference counts */
    static Map<String, Clash> between(Record mine, Record theirs, @Nullable String opened, Words words) {
        Map<String, @Nullable Object> entered = DraftFields.of(mine);
        Map<String, @Nullable Object> now = DraftFields.of(theirs);
        List<String> before = opened == null ? List.of() : List.of(opened.split("\\.", -1));
        boolean known = before.size() == entered.size();
        Map<String, Clash> clashes = new LinkedHashMap<>();
        int at = 0;
        for (Map.Entry<String, @Nullable Object> field : entered.entrySet()) {
            String was = known ? before.get(at) : null;
            at++;
            String name = field.getKey();
            Object here = field.getValue();
            Object there = now.get(name);
            if (here == null
                    || name.equals(VERSION)
                    || token(here).equals(token(there))
                    || token(there).equals(was)) {
                continue;
            }
            clashes.put(
                    name,
                    new Clash(
                            name,
                            words.label(name),
                            words.value(name, DraftFields.comparable(here)),
                            words.value(name, DraftFields.comparable(there)),
                            token(here),
                            token(here).equals(was)));
        }
        return clashes;
    }

    /** What is to be saved: theirs where it was chosen, unless somebody typed on after that. */
    static <D extends Record> D settled(D mine, D theirs, Map<String, String> parameters) {
        Map<String, @Nullable Object> now = DraftFields.of(theirs);
        return DraftFields.with(mine, fields -> {
            fields.replaceAll(
                    (name, entered) -> token(entered).equals(parameters.get(CHOICE + name)) ? now.get(name) : entered);
            return fields;
        });
    }

    private static String token(@Nullable Object value) {
        return HexFormat.of().toHexDigits(DraftFields.comparable(value).hashCode());
    }
}
