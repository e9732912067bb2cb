package app.ascent.record.page;

import app.ascent.record.field.Entered;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Compares what somebody entered with what the record has become since. A form remembers by a fingerprint what each field
 * held when it was opened: what nobody but its reader changed is no conflict, and what its reader left alone is taken over
 * from whoever changed it.
 *
 * @param names of the inputs that are compared
 */
record Clashes(List<String> names) {

    /** Before the name of a field, its choice. */
    static final String CHOICE = "choice.";

    /** How a value is called in front of people. */
    interface Words {
        String label(String field);

        String value(String field, String value);
    }

    String fingerprint(Entered entered) {
        return names.stream().map(name -> token(entered, name)).collect(Collectors.joining("."));
    }

    /**
     * What was entered, with theirs in each field that its reader left alone: the form, the list of conflicts and what is
     * saved then hold the same.
     */
    Entered merged(Entered mine, Entered theirs, @Nullable String opened) {
        Map<String, String> before = tokens(opened);
        Entered merged = mine;
        for (String name : names) {
            if (token(mine, name).equals(before.get(name))) {
                merged = merged.with(name, theirs.raw(name));
            }
        }
        return merged;
    }

    /**
     * The fields that both changed, each to something else.
     *
     * @param mine as merged with theirs
     * @param opened the fingerprint of the form when it was opened; without one every difference counts
     */
    Map<String, Clash> between(Entered mine, Entered theirs, @Nullable String opened, Words words) {
        Map<String, String> before = tokens(opened);
        Map<String, Clash> clashes = new LinkedHashMap<>();
        for (String name : names) {
            String there = token(theirs, name);
            if (mine.has(name) && !there.equals(token(mine, name)) && !there.equals(before.get(name))) {
                clashes.put(
                        name,
                        new Clash(
                                name,
                                words.label(name),
                                side(mine, name, words),
                                side(theirs, name, words),
                                token(mine, name)));
            }
        }
        return clashes;
    }

    private static Clash.Side side(Entered entered, String name, Words words) {
        String text = entered.comparable(name);
        return new Clash.Side(words.value(name, text), text);
    }

    /** What each field held when the form was opened; nothing where the form does not say. */
    private Map<String, String> tokens(@Nullable String opened) {
        List<String> tokens = opened == null ? List.of() : List.of(opened.split("\\.", -1));
        Map<String, String> before = new HashMap<>();
        if (tokens.size() == names.size()) {
            for (int at = 0; at < names.size(); at++) {
                before.put(names.get(at), tokens.get(at));
            }
        }
        return before;
    }

    /** What is to be saved: theirs where it was chosen, unless somebody typed on after that. */
    Entered settled(Entered mine, Entered theirs) {
        Entered settled = mine;
        for (String name : names) {
            if (token(mine, name).equals(mine.raw(CHOICE + name))) {
                settled = settled.with(name, theirs.raw(name));
            }
        }
        return settled;
    }

    private static String token(Entered entered, String name) {
        return HexFormat.of().toHexDigits(entered.comparable(name).hashCode());
    }
}
