package app.ascent.migration.staging;

import app.ascent.identity.OrganizationId;
import app.ascent.migration.spi.Counts;
import app.ascent.migration.spi.EntityType;
import app.ascent.migration.spi.MigrationId;
import app.ascent.migration.spi.SourceRef;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Keeps beside records what they count: when they are mapped, and later for those that were mapped by an earlier release. */
@Component
public class KeptCounts {

    static final String COLUMNS = "above_entity, above_id, counted_on, counted";

    static final String PARAMETERS = ":aboves, :aboveIds, :days, :counted";

    static final String SET =
            """
            above_entity = b.above_entity, above_id = b.above_id, counted_on = cast(b.counted_on as date),
            counted = cast(b.counted as bigint[])""";

    private final JdbcClient jdbc;
    private final Payloads payloads;

    KeptCounts(JdbcClient jdbc, Payloads payloads) {
        this.jdbc = jdbc;
        this.payloads = payloads;
    }

    static Map<String, Object> parameters(List<? extends @Nullable Counts> counts) {
        int size = counts.size();
        @Nullable String[] aboves = new @Nullable String[size];
        @Nullable Long[] aboveIds = new @Nullable Long[size];
        @Nullable String[] days = new @Nullable String[size];
        @Nullable String[] counted = new @Nullable String[size];
        for (int at = 0; at < size; at++) {
            Counts each = counts.get(at);
            if (each != null) {
                SourceRef above = each.above();
                aboves[at] = above == null ? null : above.type().name();
                aboveIds[at] = above == null ? null : above.id().value();
                days[at] = each.day() == null ? null : each.day().toString();
                counted[at] = each.amounts().stream().map(Object::toString).collect(Collectors.joining(",", "{", "}"));
            }
        }
        return Map.of("aboves", aboves, "aboveIds", aboveIds, "days", days, "counted", counted);
    }

    /** Records of these runs of which nobody knows what they count, in the order of their ids. */
    public List<StagedRecord> missing(
            OrganizationId organization,
            MigrationId migration,
            EntityType type,
            List<UUID> runs,
            long after,
            int limit) {
        Map<String, Object> parameters = key(organization, migration, type);
        parameters.put("runs", runs.toArray(UUID[]::new));
        parameters.put("after", after);
        parameters.put("limit", limit);
        return payloads.read(
                "select " + Payloads.PLACE
                        + """
                         from migration_staged_record
                        where organization_id = :organization and migration_id = :migration and entity = :entity
                            and source_id > :after and run_id = any(:runs) and counted is null
                        order by source_id limit :limit
                        """,
                parameters);
    }

    /** Waits for nobody: what a run holds at the moment it counts itself, and what came anew meanwhile is something else. */
    public void put(
            OrganizationId organization,
            MigrationId migration,
            EntityType type,
            List<StagedRecord> records,
            List<Counts> counts) {
        jdbc.sql(
                        """
                        update migration_staged_record s set %s
                        from unnest(:ids, :hashes, %s) as b (id, hash, %s)
                        cross join lateral (
                            select r.ctid as place from migration_staged_record r
                            where r.organization_id = :organization and r.migration_id = :migration
                                and r.entity = :entity and r.source_id = b.id and r.payload_hash = b.hash
                                and r.counted is null
                            limit 1
                            for update skip locked
                        ) p
                        where s.ctid = p.place and s.entity = :entity
                        """
                                .formatted(SET, PARAMETERS, COLUMNS))
                .params(key(organization, migration, type))
                .params(parameters(counts))
                .param("ids", records.stream().map(each -> each.id().value()).toArray(Long[]::new))
                .param("hashes", records.stream().map(StagedRecord::hash).toArray(byte[][]::new))
                .update();
    }

    private static Map<String, Object> key(OrganizationId organization, MigrationId migration, EntityType type) {
        return new HashMap<>(
                Map.of("organization", organization.value(), "migration", migration.value(), "entity", type.name()));
    }
}
