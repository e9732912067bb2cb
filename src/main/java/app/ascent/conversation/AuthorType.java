package app.ascent.conversation;

/** Who wrote an entry: somebody Ascent knows, somebody it knows by name alone, or nobody. */
public enum AuthorType {
    USER,
    CONTACT,
    NAME,
    SYSTEM
}
