package app.ascent.sandbox.tenant;

/** How the tenant answers whoever asks for the content of a file. */
public enum Delivery {
    PLAIN,
    /** In lines, as mail programs write base64. */
    IN_LINES,
    DAMAGED,
    /** The way below the owner knows the file, but not what is in it. */
    AT_ROOT_ALONE,
    /** The same, and the other way answers with one record instead of a list. */
    AT_ROOT_AS_ITEM,
    /** Neither way says what is in it. */
    NOWHERE,
    /** The field is not even there. */
    LEFT_OUT,
    NOT_FOUND,
    FORBIDDEN,
    BROKEN
}
