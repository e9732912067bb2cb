package app.ascent.migration.pipeline;

import jakarta.persistence.Embeddable;
import java.util.UUID;

/** Where a segment belongs; ranges of ids are counted upwards within their wave. */
@Embeddable
record SegmentId(UUID runId, String entity, int wave, int ordinal) {

    /** Of a type that is pulled in one go. */
    static SegmentId first(CheckpointId id) {
        return new SegmentId(id.runId(), id.entity(), 0, 0);
    }

    CheckpointId checkpoint() {
        return new CheckpointId(runId, entity);
    }
}
