package app.ascent.migration.staging;

import app.ascent.migration.spi.Counts;
import app.ascent.migration.spi.EntityType;
import app.ascent.migration.spi.RunContext;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Writes what became of a batch of staged records, in three statements. Each record is looked up by its whole key, whatever
 * the planner believes about tables that have just been filled: docs/adr/010. A place is one within its partition alone, so
 * that the update names the type as well.
 */
@Component
public class Processing {

    private final JdbcClient jdbc;
    private final Findings findings;

    Processing(JdbcClient jdbc, Findings findings) {
        this.jdbc = jdbc;
        this.findings = findings;
    }

    /**
     * @param hashes of the payloads that were processed
     * @param counts what each of them counts, where that is known by now
     * @throws PayloadReplaced when another payload came meanwhile, so that all of this must not be
     */
    public void put(
            RunContext run,
            EntityType type,
            List<Processed> batch,
            List<byte[]> hashes,
            List<? extends @Nullable Counts> counts) {
        int written = jdbc.sql(
                        """
                        update migration_staged_record s
                        set state = b.state, outcome = b.outcome, name = b.name, keys = cast(b.keys as jsonb),
                            links = cast(b.links as jsonb), processed_at = now(), %s
                        from unnest(:ids, :hashes, :states, :outcomes, :names, :keys, :links, %s)
                            as b (id, hash, state, outcome, name, keys, links, %s)
                        cross join lateral (
                            select r.ctid as place from migration_staged_record r
                            where r.organization_id = :organization and r.migration_id = :migration
                                and r.entity = :entity and r.source_id = b.id and r.run_id = :run
                                and r.state = 'STAGED' and r.payload_hash = b.hash
                            limit 1
                        ) p
                        where s.ctid = p.place and s.entity = :entity
                        """
                                .formatted(KeptCounts.SET, KeptCounts.PARAMETERS, KeptCounts.COLUMNS))
                .params(StagedRecords.key(run, type))
                .params(KeptCounts.parameters(counts))
                .param("ids", batch.stream().map(each -> each.id().value()).toArray(Long[]::new))
                .param("hashes", hashes.toArray(byte[][]::new))
                .param("states", batch.stream().map(each -> each.state().name()).toArray(String[]::new))
                .param("outcomes", batch.stream().map(Processing::outcome).toArray(String[]::new))
                .param(
                        "names",
                        batch.stream().map(each -> StorableText.of(each.name())).toArray(String[]::new))
                .param("keys", batch.stream().map(Processed::keys).toArray(String[]::new))
                .param("links", batch.stream().map(Processed::links).toArray(String[]::new))
                .update();
        if (written != batch.size()) {
            throw new PayloadReplaced();
        }
        findings.replace(run, type, batch);
    }

    private static @Nullable String outcome(Processed each) {
        return each.outcome() == null ? null : each.outcome().name();
    }
}
