package app.ascent.migration.spi;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What a mapper may look up: the dictionary of the run, and what became of the records a batch points to. */
public record References(Dictionary dictionary, Map<SourceRef, Resolution> resolved) {

    /** What became of a record that another one points to. */
    public sealed interface Resolution {

        /** It is in Ascent. */
        record Loaded(TargetId target) implements Resolution {}

        /**
         * It was read, but not loaded, for this reason.
         *
         * @param name what people call it, as far as it could be read
         */
        record NotLoaded(Reason reason, @Nullable String name) implements Resolution {

            public NotLoaded(Reason reason) {
                this(reason, null);
            }
        }

        /**
         * An earlier run read it, and this one did not.
         *
         * @param hides whether the source shows only some records of its type
         */
        record Gone(@Nullable String name, boolean hides) implements Resolution {}

        /**
         * The source never sent it.
         *
         * @param hides whether the source shows only some records of its type
         */
        record Unknown(boolean hides) implements Resolution {

            public Unknown() {
                this(false);
            }
        }
    }

    public Resolution resolve(SourceRef reference) {
        return resolved.getOrDefault(reference, new Resolution.Unknown());
    }
}
