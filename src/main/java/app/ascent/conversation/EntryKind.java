package app.ascent.conversation;

/** Whether somebody said something, or a rule of the source left a trace; those are folded away. */
public enum EntryKind {
    NOTE,
    SYSTEM
}
