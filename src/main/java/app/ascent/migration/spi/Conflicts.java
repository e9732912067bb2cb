package app.ascent.migration.spi;

/** Whose value stays when a field was changed in Ascent since the last import. */
public enum Conflicts {
    KEEP_ASCENT,
    AUTOTASK_WINS
}
