package app.ascent.sandbox.tenant;

import org.jspecify.annotations.Nullable;

/** The value of a field the tenant has added; always text, whatever it means. */
public record UserValue(String name, @Nullable String value) {}
