package app.ascent.assets;

import app.ascent.crm.ClientId;
import app.ascent.identity.OrganizationId;
import app.ascent.record.imports.ImportMatch;
import app.ascent.record.imports.NaturalKey;
import app.ascent.record.imports.NaturalKey.Values;
import app.ascent.record.imports.RecordImports;
import app.ascent.record.table.SearchTexts;
import java.time.Clock;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcOperations;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** How an import reads and writes assets: whole batches in a few statements, in the caller's transaction, silently. */
@Service
public class AssetImports extends RecordImports<AssetFields> {

    /** A source record that no asset is known for yet. */
    public record Candidate(
            long sourceId,
            ClientId client,
            @Nullable String rmmId,
            @Nullable String serialNumber,
            @Nullable String hostname) {

        /** Of what an asset is to hold. */
        public static Candidate of(long sourceId, AssetFields asset) {
            return new Candidate(sourceId, asset.clientId(), asset.rmmId(), asset.serialNumber(), asset.hostname());
        }
    }

    AssetImports(JdbcClient jdbc, JdbcOperations bulk, Clock clock, SearchTexts searchTexts) {
        super(jdbc, bulk, clock, searchTexts, AssetTables.ASSETS, "");
    }

    /**
     * Unlinked ones of the same client with the same RMM id, or else the same serial number, or else the same hostname, case
     * aside; what stands for nothing, such as "N/A", is the same as nothing.
     */
    @Transactional(readOnly = true)
    public List<ImportMatch> match(
            OrganizationId organization, String system, long database, List<Candidate> candidates) {
        Values clients = new Values(
                "client_id",
                "uuid",
                candidates.stream().map(it -> it.client().value()).toList());
        return match(
                organization,
                system,
                database,
                candidates.stream().map(Candidate::sourceId).toList(),
                List.of(
                        key(candidates, "rmm_key", Candidate::rmmId, clients),
                        key(candidates, "serial_key", Candidate::serialNumber),
                        key(candidates, "hostname_key", Candidate::hostname)));
    }

    private static NaturalKey key(
            List<Candidate> candidates, String column, Function<Candidate, @Nullable String> text, Values... more) {
        Values own = new Values(
                column, "text", candidates.stream().map(text).map(AssetKey::of).toList());
        return new NaturalKey(
                "client_id, " + column,
                "c.client_id = w.client_id and c.%1$s between w.%1$s and w.%1$s".formatted(column),
                Stream.concat(Stream.of(more), Stream.of(own)).toList());
    }
}
