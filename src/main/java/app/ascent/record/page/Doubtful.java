package app.ascent.record.page;

import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Records that may be the one somebody is adding.
 *
 * @param key names them: whoever sends it along has seen them, and adds the record all the same
 */
public record Doubtful(String key, List<Line> lines) {

    /** One of them, with what tells it from others of its name. */
    public record Line(UUID id, String href, String name, @Nullable String note, boolean active) {}

    boolean isUnseen(String seen) {
        return !lines.isEmpty() && !key.equals(seen);
    }

    public static Doubtful of(List<Line> lines) {
        return new Doubtful(
                lines.stream().map(line -> line.id().toString()).sorted().collect(Collectors.joining(" ")), lines);
    }
}
