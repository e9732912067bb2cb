package app.ascent.sandbox.tenant;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Reads the fields of an entity from {@code sandbox/fields/<path>.txt}. The first line has its name in metadata and
 * its abilities; every other one a field: name, type with its length, then any of {@code required}, {@code ro},
 * {@code hidden} (from queries), {@code ->Entity}, {@code ^field} on which its
 * values depend, and what it holds when nothing else is said: {@code ''},
 * {@code false}, {@code true} or a number. Behind a bar stand the values of its picklist, which may go on in further
 * lines that begin with a bar. A field the tenant has added begins with a plus, and its name may have spaces.
 */
final class FieldTable {

    private static final int LONGEST_USER_TEXT = 8000;

    private FieldTable() {}

    static Schema read(String path) {
        List<String> lines = joined(Words.lines("sandbox/fields/" + path + ".txt"));
        String[] head = lines.getFirst().split("\\s+");
        List<Field> fields = new ArrayList<>();
        List<Field> added = new ArrayList<>();
        for (String line : lines.subList(1, lines.size())) {
            if (line.startsWith("+")) {
                added.add(userField(line.substring(1).strip()));
            } else {
                fields.add(field(line));
            }
        }
        var abilities = Set.copyOf(Arrays.asList(head).subList(1, head.length));
        return Schema.of(head[0], abilities, fields, added.isEmpty() ? null : List.copyOf(added));
    }

    private static List<String> joined(List<String> lines) {
        List<String> joined = new ArrayList<>();
        for (String line : lines) {
            String text = line.strip();
            if (text.startsWith("|")) {
                String before = joined.removeLast();
                joined.add(before + " " + (before.contains("|") ? text.substring(1) : text));
            } else {
                joined.add(text);
            }
        }
        return joined;
    }

    private static Field userField(String line) {
        String[] typeAndName = beforeBar(line).split("\\s+", 2);
        FieldType type = FieldType.named(typeAndName[0]);
        int length = type == FieldType.STRING ? LONGEST_USER_TEXT : 0;
        return new Field(typeAndName[1], type, length, false, false, true, null, picklist(line), null, null);
    }

    private static Field field(String line) {
        String[] words = beforeBar(line).split("\\s+");
        String[] type = words[1].split("/");
        boolean required = false;
        boolean readOnly = false;
        boolean queryable = true;
        String reference = null;
        String parent = null;
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
                    } else if (words[i].startsWith("^")) {
                        parent = words[i].substring(1);
                    } else {
                        initial = Long.valueOf(words[i]);
                    }
                }
            }
        }
        int length = type.length > 1 ? Integer.parseInt(type[1]) : 0;
        FieldType fieldType = FieldType.named(type[0]);
        return new Field(
                words[0], fieldType, length, required, readOnly, queryable, reference, picklist(line), parent, initial);
    }

    private static String beforeBar(String line) {
        int bar = line.indexOf('|');
        return bar < 0 ? line : line.substring(0, bar).strip();
    }

    /** Null without a bar: then it is no picklist; with nothing behind it, it is one without values. */
    private static @Nullable List<PicklistValue> picklist(String line) {
        int bar = line.indexOf('|');
        return bar < 0 ? null : PicklistValue.list(line.substring(bar + 1));
    }
}
