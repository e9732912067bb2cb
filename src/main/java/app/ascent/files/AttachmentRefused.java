package app.ascent.files;

import app.ascent.record.FieldProblem;
import org.springframework.util.unit.DataSize;

/** Why something is not attached. */
@SuppressWarnings("serial") // thrown and caught, never written to a stream
public abstract sealed class AttachmentRefused extends RuntimeException {

    private final transient FieldProblem problem;

    private AttachmentRefused(String code, Object... arguments) {
        super(code);
        problem = FieldProblem.of("file", code, arguments);
    }

    /** As people are told. */
    public FieldProblem problem() {
        return problem;
    }

    /** There is nothing in it. */
    public static final class Empty extends AttachmentRefused {

        Empty() {
            super("file-empty");
        }
    }

    /** It has more bytes than a file may have. */
    public static final class TooLarge extends AttachmentRefused {

        TooLarge(DataSize limit) {
            super("file-too-large", limit.toMegabytes());
        }
    }

    /** People attached as much to the record already as they may. */
    public static final class TooMany extends AttachmentRefused {

        TooMany(int limit) {
            super("too-many-files", limit);
        }
    }

    /** The record is closed; somebody reopens it first. */
    public static final class Closed extends AttachmentRefused {

        Closed() {
            super("closed-to-files");
        }
    }
}
