package app.ascent.autotask;

/**
 * An entity that a connection test asks about.
 *
 * @param entity name in the API's paths ({@code Companies})
 * @param indispensable whether nothing can be imported without it, so that the test fails where it may not be read
 * @param counted whether Autotask tells how many there are; of files it does not, without the records they hang on
 */
public record Wanted(String entity, boolean indispensable, boolean counted) {

    /** One that Autotask counts. */
    public Wanted(String entity, boolean indispensable) {
        this(entity, indispensable, true);
    }
}
