package app.ascent.migration.spi;

import java.time.Instant;
import java.util.List;
import java.util.function.BiConsumer;

/**
 * A step behind the last batch of a type, for what needs all its records: taken a part at a time, each in a transaction of its
 * own, and again whenever records of the run were tried once more. Each part may be repeated and changes nothing then.
 */
public sealed interface Afterwards permits DeferredLink, Afterwards.Pages, Afterwards.Shares {

    /**
     * A record of this run that is in Ascent.
     *
     * @param readAt when the source last sent it
     */
    record Loaded(SourceId record, TargetId target, Instant readAt) {}

    /** Goes through all records of the run that are in Ascent, page by page. */
    @FunctionalInterface
    non-sealed interface Pages extends Afterwards {

        void settle(RunContext run, List<Loaded> page);
    }

    /** Some of all records, by a hash of what they are told apart by, so that those that must be seen together are. */
    record Share(int number, int of) {}

    /** Looks at whatever it needs to, for a share of all records. */
    @FunctionalInterface
    non-sealed interface Shares extends Afterwards {

        /** @param remarks on loaded records, at most one for each */
        void settle(RunContext run, Share share, BiConsumer<SourceId, Finding> remarks);
    }
}
