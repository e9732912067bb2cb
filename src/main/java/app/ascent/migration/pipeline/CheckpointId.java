package app.ascent.migration.pipeline;

import app.ascent.migration.spi.EntityType;
import app.ascent.migration.spi.RunId;
import jakarta.persistence.Embeddable;
import java.util.UUID;

/** Where a checkpoint belongs. */
@Embeddable
record CheckpointId(UUID runId, String entity) {

    static CheckpointId of(RunId run, EntityType type) {
        return new CheckpointId(run.value(), type.name());
    }
}
