package app.ascent.migration.pipeline;

import app.ascent.migration.pipeline.LinkedRecords.Linked;
import app.ascent.migration.spi.DeferredLink.Wanted;
import app.ascent.migration.spi.References.Resolution;
import app.ascent.migration.spi.RunContext;
import app.ascent.migration.spi.SourceRef;
import app.ascent.migration.spi.TargetId;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Finds the records to which deferred references lead. */
@Component
class ResolvedLinks {

    /** A link with what it wants. */
    record Resolved(Linked linked, @Nullable Resolution resolution) {

        @Nullable
        TargetId target() {
            return resolution instanceof Resolution.Loaded loaded ? loaded.target() : null;
        }

        Wanted wanted() {
            return new Wanted(linked.target(), target(), linked.lastWritten());
        }
    }

    private final Resolutions resolutions;

    ResolvedLinks(Resolutions resolutions) {
        this.resolutions = resolutions;
    }

    /** Of those that have, or had, such a link. A reference to what the Owner left out is no news: what stands there stays. */
    List<Resolved> of(RunContext run, List<Linked> page) {
        List<SourceRef> targets =
                page.stream().map(Linked::to).filter(Objects::nonNull).toList();
        Map<SourceRef, Resolution> resolved = resolutions.resolve(run, targets);
        return page.stream()
                .filter(Linked::concerned)
                .map(each -> new Resolved(
                        each, each.to() == null ? null : resolved.getOrDefault(each.to(), new Resolution.Unknown())))
                .filter(each -> !(each.resolution() instanceof Resolution.LeftOut))
                .toList();
    }
}
