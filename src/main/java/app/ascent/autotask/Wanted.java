package app.ascent.autotask;

/**
 * An entity that a connection test asks about.
 *
 * @param entity name in the API's paths ({@code Companies})
 * @param indispensable whether nothing can be imported without it, so that the test fails where it may not be read
 */
public record Wanted(String entity, boolean indispensable) {}
