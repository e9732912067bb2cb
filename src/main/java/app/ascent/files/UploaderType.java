package app.ascent.files;

/** Who attached something: somebody Ascent knows, somebody it knows by name alone, or nobody that is known. */
public enum UploaderType {
    USER,
    CONTACT,
    NAME,
    SYSTEM
}
