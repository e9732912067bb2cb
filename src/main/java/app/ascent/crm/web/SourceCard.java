package app.ascent.crm.web;

import app.ascent.crm.Provenance;
import app.ascent.crm.SourceInsight;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What is known of where a record came from. */
record SourceCard(
        String id, long database, SourceInsight.@Nullable View insight, List<Fact> originals, List<Fact> userDefined) {

    /** One value as the source had it; {@code hidden} when the source showed only asterisks. */
    record Fact(String name, String value, boolean hidden) {}

    static SourceCard of(
            Provenance source, SourceInsight.@Nullable View insight, List<Fact> originals, List<Fact> userDefined) {
        return new SourceCard(Long.toString(source.sourceId()), source.database(), insight, originals, userDefined);
    }
}
