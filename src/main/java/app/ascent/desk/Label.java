package app.ascent.desk;

/** What a status or a category is called, and its colour. */
public record Label(String name, Colour colour) {}
