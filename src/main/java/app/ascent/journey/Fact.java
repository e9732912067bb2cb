package app.ascent.journey;

import org.jspecify.annotations.Nullable;

/**
 * A line of a card of facts.
 *
 * @param swatch how the bar shows it, or null
 */
public record Fact(@Nullable String swatch, String name, String value) {}
