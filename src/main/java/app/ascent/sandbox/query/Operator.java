package app.ascent.sandbox.query;

import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A comparison of the query language. */
enum Operator {
    EQ,
    NOTEQ,
    GT,
    GTE,
    LT,
    LTE,
    BEGINS_WITH,
    ENDS_WITH,
    CONTAINS,
    EXIST,
    NOT_EXIST,
    IN,
    NOT_IN;

    private static final Map<String, Operator> BY_NAME = Map.ofEntries(
            Map.entry("eq", EQ),
            Map.entry("noteq", NOTEQ),
            Map.entry("gt", GT),
            Map.entry("gte", GTE),
            Map.entry("lt", LT),
            Map.entry("lte", LTE),
            Map.entry("beginswith", BEGINS_WITH),
            Map.entry("endswith", ENDS_WITH),
            Map.entry("contains", CONTAINS),
            Map.entry("exist", EXIST),
            Map.entry("notexist", NOT_EXIST),
            Map.entry("in", IN),
            Map.entry("notin", NOT_IN));

    /** Null for an unknown one, which Autotask ignores together with its condition. */
    static @Nullable Operator named(String name) {
        return BY_NAME.get(name.toLowerCase(Locale.ROOT));
    }

    boolean takesList() {
        return this == IN || this == NOT_IN;
    }

    boolean takesNothing() {
        return this == EXIST || this == NOT_EXIST;
    }
}
