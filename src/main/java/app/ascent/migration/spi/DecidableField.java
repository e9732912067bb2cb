package app.ascent.migration.spi;

import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A picklist field whose values the Owner may map to targets of Ascent; the engine keeps a decision for each value.
 *
 * @param field the source's field name; its values stand in the dictionary's table {@code <entity>.<field>}
 * @param targets what can be chosen
 * @param fallback what is used for a value nobody decided
 * @param proposal the target for a listed value, or null when it is unknown to Ascent
 */
public record DecidableField(
        String field, List<String> targets, String fallback, Function<Dictionary.Entry, @Nullable String> proposal) {}
