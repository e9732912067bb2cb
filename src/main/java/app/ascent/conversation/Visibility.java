package app.ascent.conversation;

/** Who may see an entry: the organization's own people, or its client, too. */
public enum Visibility {
    INTERNAL,
    CLIENT
}
