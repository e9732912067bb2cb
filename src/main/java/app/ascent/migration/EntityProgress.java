package app.ascent.migration;

import org.jspecify.annotations.Nullable;

/**
 * The counters of one entity type, of all its parts together. When it is done, pulled = loaded + skipped + failed and loaded = created + updated +
 * unchanged + linked.
 *
 * @param kind the kind of record it belongs to, by the name of the first type of the kind
 * @param reason why it failed though the run goes on, as a plain sentence, or null
 * @param expected records the source counted at the start, or null before that
 * @param leftOut records the source has beside them and the scope of the run leaves out, as far as they could be counted
 * @param warnings loaded records that carry at least one remark
 * @param loadedUpTo highest source id loaded so far
 * @param bytes of a type that stands for content, in the latest run of its migration; else null
 */
public record EntityProgress(
        String entity,
        String kind,
        EntityStatus status,
        @Nullable String reason,
        @Nullable Long expected,
        long pulled,
        long loaded,
        long created,
        long updated,
        long unchanged,
        long linked,
        long skipped,
        long failed,
        long leftOut,
        long warnings,
        @Nullable Long loadedUpTo,
        @Nullable Bytes bytes) {

    /**
     * How much content the records are that came so far, as the source tells.
     *
     * @param handled of those that have come to their end
     * @param kept of those among them that are in Ascent
     */
    public record Bytes(long expected, long handled, long kept) {}

    /** Of a type that is the first of its kind, and of which nothing is left out. */
    public EntityProgress(
            String entity,
            EntityStatus status,
            @Nullable Long expected,
            long pulled,
            long loaded,
            long created,
            long updated,
            long unchanged,
            long linked,
            long skipped,
            long failed,
            long warnings,
            @Nullable Long loadedUpTo) {
        this(
                entity,
                entity,
                status,
                null,
                expected,
                pulled,
                loaded,
                created,
                updated,
                unchanged,
                linked,
                skipped,
                failed,
                0,
                warnings,
                loadedUpTo,
                null);
    }
}
