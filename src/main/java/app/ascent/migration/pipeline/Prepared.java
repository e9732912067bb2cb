package app.ascent.migration.pipeline;

import java.util.List;

/**
 * A batch that is mapped and waits to be loaded.
 *
 * @param upTo the source id up to which it leaves out nothing
 */
record Prepared<T>(List<Read<T>> records, long upTo) {

    List<Long> ids() {
        return records.stream().map(read -> read.id().value()).toList();
    }
}
