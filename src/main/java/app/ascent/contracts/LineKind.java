package app.ascent.contracts;

/** What a line of a contract stands for. */
public enum LineKind {
    SERVICE,
    BUNDLE,
    MILESTONE
}
