package app.ascent.sandbox.faults;

import java.util.Locale;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Lets certain calls fail: of those whose path contains {@code path}, ignoring case, the {@code first}-th and those
 * behind it, {@code times} in all, or for ever where that is negative. {@code /Services/} is one entity alone.
 */
public record FaultRule(
        @DefaultValue("") String path, @DefaultValue("1") int first, @DefaultValue("1") int times, FaultKind kind) {

    boolean concerns(String called) {
        return called.toLowerCase(Locale.ROOT).contains(path.toLowerCase(Locale.ROOT));
    }

    boolean hits(int matching) {
        return matching >= first && (times < 0 || matching - first < times);
    }
}
