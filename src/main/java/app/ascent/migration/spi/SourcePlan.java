package app.ascent.migration.spi;

import java.util.List;
import java.util.stream.Stream;

/**
 * What a pull of one entity type will meet: how many records the source counts, and what the Owner should know.
 *
 * @param leftOut records beside them that the scope of the run leaves out, as far as they can be counted
 */
public record SourcePlan(long expected, long leftOut, List<Notice> notices) {

    public SourcePlan(long expected, List<Notice> notices) {
        this(expected, 0, notices);
    }

    public SourcePlan and(Notice notice) {
        return new SourcePlan(
                expected,
                leftOut,
                Stream.concat(notices.stream(), Stream.of(notice)).toList());
    }

    /** A remark about the whole entity type, such as restricted access. */
    public record Notice(String code, String message) {

        /** The code of the remark that the source shows only some records of the type. */
        public static final String RESTRICTED_ACCESS = "RESTRICTED_ACCESS";
    }
}
