package app.ascent.migration.pipeline;

import java.util.List;

/** A batch was rolled back, perhaps because of one of its records; carries their ids in ascending order. */
@SuppressWarnings("serial") // thrown and caught, never written to a stream
final class BatchFailed extends RuntimeException {

    private final transient List<Long> ids;
    private final RuntimeException reason;

    BatchFailed(List<Long> ids, RuntimeException reason) {
        super(reason);
        this.ids = ids;
        this.reason = reason;
    }

    List<Long> ids() {
        return ids;
    }

    RuntimeException reason() {
        return reason;
    }
}
