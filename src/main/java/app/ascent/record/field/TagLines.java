package app.ascent.record.field;

import app.ascent.text.Folded;
import app.ascent.text.Text;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Reads tags: one a line, or with commas between them; a line that is a tag of the record already stays whole, commas and all. */
final class TagLines {

    private TagLines() {}

    /** @param present the tags of the record, or null where it is new */
    static List<String> read(String text, @Nullable Object present) {
        Map<String, String> tags = new LinkedHashMap<>();
        text.lines().flatMap(line -> tags(line, present)).forEach(tag -> {
            String name = Text.name(tag);
            if (name != null) {
                tags.putIfAbsent(Folded.key(name), name);
            }
        });
        return List.copyOf(tags.values());
    }

    private static Stream<String> tags(String line, @Nullable Object present) {
        boolean kept = present instanceof List<?> list && list.contains(line.strip());
        return kept ? Stream.of(line) : Stream.of(line.split(","));
    }
}
