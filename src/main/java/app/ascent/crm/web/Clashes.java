package app.ascent.crm.web;

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

    /**
     * What was entered, with theirs in each field that its reader left alone: the form, the list of conflicts and what is
     * saved then hold the same.
     */
    static <D extends Record> D merged(D mine, D theirs, @Nullable String opened) {
        Map<String, String> before = tokens(mine, opened);
        Map<String, @Nullable Object> now = DraftFields.of(theirs);
        return DraftFields.with(mine, fields -> {
            fields.replaceAll((name, entered) ->
                    token(entered).equals(before.get(name)) && !name.equals(VERSION) ? now.get(name) : entered);
            return fields;
        });
    }

    /**
     * The fields that both changed, each to something else.
     *
     * @param mine as merged with theirs
     * @param opened the fingerprint of the form when it was opened; without one every difference counts
     */
    static Map<String, Clash> between(Record mine, Record theirs, @Nullable String opened, Words words) {
        Map<String, String> before = tokens(mine, opened);
        Map<String, @Nullable Object> now = DraftFields.of(theirs);
        Map<String, Clash> clashes = new LinkedHashMap<>();
        DraftFields.of(mine).forEach((name, here) -> {
            String there = token(now.get(name));
            if (here != null
                    && !name.equals(VERSION)
                    && !there.equals(token(here))
                    && !there.equals(before.get(name))) {
                clashes.put(
                        name,
                        new Clash(
                                name,
                                words.label(name),
                                side(name, here, words),
                                side(name, now.get(name), words),
                                token(here)));
            }
        });
        return clashes;
    }

    private static Clash.Side side(String field, @Nullable Object value, Words words) {
        String text = DraftFields.comparable(value);
        return new Clash.Side(words.value(field, text), text);
    }

    /** What each field held when the form was opened; nothing where the form does not say. */
    private static Map<String, String> tokens(Record draft, @Nullable String opened) {
        List<String> fields = List.copyOf(DraftFields.of(draft).keySet());
        List<String> tokens = opened == null ? List.of() : List.of(opened.split("\\.", -1));
        Map<String, String> before = new HashMap<>();
        if (tokens.size() == fields.size()) {
            for (int at = 0; at < fields.size(); at++) {
                before.put(fields.get(at), tokens.get(at));
            }
        }
        return before;
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
