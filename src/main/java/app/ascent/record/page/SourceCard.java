package app.ascent.record.page;

import app.ascent.record.Provenance;
import app.ascent.record.SourceInsight;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is known of where a record came from.
 *
 * @param number that the source gave to the record beside its id
 * @param firstImport as the record itself keeps it, which the end of its migration does not touch
 */
public record SourceCard(
        String id,
        @Nullable String number,
        long database,
        @Nullable Instant firstImport,
        SourceInsight.@Nullable View insight,
        List<Fact> originals,
        List<Fact> userDefined) {

    /** One value as the source had it; {@code hidden} when the source showed only asterisks. */
    public record Fact(String name, String value, boolean hidden) {}

    public static SourceCard of(
            Provenance source,
            @Nullable Instant kept,
            SourceInsight.@Nullable View insight,
            List<Fact> originals,
            List<Fact> userDefined) {
        Instant firstImport = kept == null && insight != null ? insight.firstImport() : kept;
        return new SourceCard(
                Long.toString(source.sourceId()),
                null,
                source.database(),
                firstImport,
                insight,
                originals,
                userDefined);
    }

    public SourceCard numbered(@Nullable String number) {
        return new SourceCard(id, number, database, firstImport, insight, originals, userDefined);
    }
}
