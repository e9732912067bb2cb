package app.ascent.files;

/** Whether an attachment has content of its own, or leads to an address on the web. */
public enum AttachmentKind {
    FILE,
    LINK
}
