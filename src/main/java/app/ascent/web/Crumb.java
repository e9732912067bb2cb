package app.ascent.web;

import org.jspecify.annotations.Nullable;

/** One step of a breadcrumb; the page itself, as the last one, has no address. */
public record Crumb(String label, @Nullable String href) {}
