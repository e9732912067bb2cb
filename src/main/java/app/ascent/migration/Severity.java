package app.ascent.migration;

/** The order of remarks in a list: what is not in Ascent comes first. */
enum Severity {
    FAILURE,
    SKIP,
    WARNING;

    @SuppressWarnings("EnumOrdinal") // the order of the constants is what this type is for
    int rank() {
        return ordinal();
    }

    static Severity ofRank(int rank) {
        return values()[rank];
    }

    Reports.Outcome outcome() {
        return switch (this) {
            case FAILURE -> Reports.Outcome.FAILED;
            case SKIP -> Reports.Outcome.SKIPPED;
            case WARNING -> Reports.Outcome.WARNED;
        };
    }
}
