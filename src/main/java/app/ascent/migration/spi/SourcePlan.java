package app.ascent.migration.spi;

import java.util.List;

/** What a pull of one entity type will meet: how many records the source counts, and what the Owner should know. */
public record SourcePlan(long expected, List<Notice> notices) {

    /** A remark about the whole entity type, such as restricted access. */
    public record Notice(String code, String message) {

        /** The code of the remark that the source shows only some records of the type. */
        public static final String RESTRICTED_ACCESS = "RESTRICTED_ACCESS";
    }
}
