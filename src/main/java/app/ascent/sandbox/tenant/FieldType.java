package app.ascent.sandbox.tenant;

import java.util.Locale;

/** What a field holds, in the words of the metadata. */
public enum FieldType {
    LONG,
    INTEGER,
    SHORT,
    STRING,
    DATETIME,
    BOOLEAN,
    DECIMAL,
    DOUBLE;

    static FieldType named(String wireName) {
        return valueOf(wireName.toUpperCase(Locale.ROOT));
    }

    public String wireName() {
        return name().toLowerCase(Locale.ROOT);
    }
}
