package app.ascent.migration.pipeline;

import app.ascent.migration.idmap.KnownRecord;
import app.ascent.migration.spi.Conflicts;
import app.ascent.migration.spi.Mapped;
import app.ascent.migration.spi.RunContext;
import app.ascent.migration.spi.RunId;
import app.ascent.migration.spi.TargetId;
import app.ascent.migration.spi.TargetState;
import app.ascent.migration.staging.Digest;
import app.ascent.migration.staging.Outcome;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * A record that could be written.
 *
 * @param values the mapped fields as JSON
 * @param fingerprint of all that mapping made of it: the payload, the references and the decisions it rests on show there
 */
@SuppressWarnings("ArrayRecordComponent") // hashes are compared by Arrays.equals where they are compared
record Candidate<T>(
        Read<T> read, Mapped.Ready<T> ready, String values, String links, byte[] detailsHash, byte[] fingerprint) {

    static <T> Candidate<T> of(Read<T> read, Mapped.Ready<T> ready) {
        String values = Json.write(ready.target());
        String details = Json.write(ready.details());
        Map<String, Map<String, String>> links = new TreeMap<>();
        ready.links().forEach((field, ref) -> {
            Map<String, String> link = new LinkedHashMap<>();
            link.put("entity", ref.type().name());
            link.put("id", ref.id().toString());
            links.put(field, link);
        });
        String linksJson = Json.write(links);
        return new Candidate<>(
                read, ready, values, linksJson, Digest.of(details), Digest.of(values, details, linksJson));
    }

    /** Whether the record stands as the last import left it, and the source has not changed either. */
    boolean unchangedSince(KnownRecord known, TargetState state, Conflicts conflicts) {
        // With AUTOTASK_WINS also a field that was different from the start gets the source's value.
        return conflicts == Conflicts.KEEP_ASCENT && !state.edited() && sameAs(known);
    }

    /** Whether the source has not changed, which is all that counts for a record that nobody edits. */
    boolean sameAs(KnownRecord known) {
        return Arrays.equals(fingerprint, known.fingerprint());
    }

    /** What is known of the record behind this run. */
    KnownRecord became(
            TargetId target,
            byte @Nullable [] fingerprint,
            @Nullable RunId createdBy,
            RunContext run,
            Outcome outcome) {
        return new KnownRecord(read.id(), target, fingerprint, detailsHash, createdBy, run.run(), outcome);
    }
}
