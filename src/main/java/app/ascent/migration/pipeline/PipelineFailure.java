package app.ascent.migration.pipeline;

import app.ascent.migration.spi.EntityType;
import org.jspecify.annotations.Nullable;

/** What ended an execution, and at which entity type; the other types have come to rest at their checkpoints. */
@SuppressWarnings("serial") // thrown and caught, never written to a stream
public final class PipelineFailure extends Exception {

    private final transient @Nullable EntityType entity;
    private final Throwable reason;

    public PipelineFailure(@Nullable EntityType entity, Throwable reason) {
        super(reason);
        this.entity = entity;
        this.reason = reason;
    }

    public @Nullable EntityType entity() {
        return entity;
    }

    public Throwable reason() {
        return reason;
    }
}
