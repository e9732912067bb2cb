package app.ascent.files;

/** Who may see an attachment: the organization's own people, or its client, too. */
public enum Visibility {
    INTERNAL,
    CLIENT
}
