package app.ascent.migration.spi;

import java.util.Map;

/** What a mapper may look up: the dictionary of the run, and what became of the records a batch points to. */
public record References(Dictionary dictionary, Map<SourceRef, Resolution> resolved) {

    /** What became of a record that another one points to. */
    public sealed interface Resolution {

        /** It is in Ascent. */
        record Loaded(TargetId target) implements Resolution {}

        /** It was read, but not loaded, for this reason. */
        record NotLoaded(Reason reason) implements Resolution {}

        /** The source never sent it. */
        record Unknown() implements Resolution {}
    }

    public Resolution resolve(SourceRef reference) {
        return resolved.getOrDefault(reference, new Resolution.Unknown());
    }
}
