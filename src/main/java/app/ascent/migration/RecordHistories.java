package app.ascent.migration;

import app.ascent.migration.Reports.RecordHistory;
import app.ascent.migration.Reports.RecordView;
import app.ascent.migration.spi.SourceRef;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads what imports did to one record, from the id map and the last time it was staged. */
@Component
class RecordHistories {

    private final JdbcClient jdbc;
    private final RecordRows rows;

    RecordHistories(JdbcClient jdbc, RecordRows rows) {
        this.jdbc = jdbc;
        this.rows = rows;
    }

    private record Known(
            @Nullable Instant firstImport,
            @Nullable Instant lastImport,
            int lastRun,
            @Nullable String result,
            UUID run) {}

    Optional<RecordHistory> of(Migration migration, SourceRef record) {
        Map<String, Object> parameters = new HashMap<>();
        parameters.put("organization", migration.organization().value());
        parameters.put("migration", migration.id().value());
        parameters.put("system", migration.source().system());
        parameters.put("database", migration.source().database());
        parameters.put("entity", record.type().name());
        parameters.put("sourceId", record.id().value());
        return jdbc.sql(
                        """
                        select m.first_import, greatest(m.last_import, s.processed_at) as last_import, coalesce(s.outcome, m.last_outcome) as outcome,
                            r.number, r.id as run_id
                        from migration_id_map m
                        left join migration_staged_record s on s.organization_id = m.organization_id
                            and s.migration_id = :migration and s.entity = m.entity and s.source_id = m.source_id
                            and s.state = 'LOADED'
                        join migration_run r on r.id = coalesce(s.run_id, m.last_run_id)
                        where m.organization_id = :organization and m.source_system = :system
                            and m.source_database = :database and m.entity = :entity and m.source_id = :sourceId
                        """)
                .params(parameters)
                .query((row, number) -> new Known(
                        RunUsage.instant(row, "first_import"),
                        RunUsage.instant(row, "last_import"),
                        row.getInt("number"),
                        row.getString("outcome"),
                        row.getObject("run_id", UUID.class)))
                .optional()
                .map(known -> history(migration, known, parameters));
    }

    private RecordHistory history(Migration migration, Known known, Map<String, Object> parameters) {
        List<RecordView> findings = jdbc.sql(RecordRows.COLUMNS
                        + """
                         from (select f.* from migration_finding f where f.organization_id = :organization
                            and f.migration_id = :migration and f.entity = :entity and f.source_id = :sourceId
                            and f.run_id = :run) r
                        """
                        + RecordRows.JOINS + RecordList.ISSUES.order())
                .params(parameters)
                .param("run", known.run)
                .query(RecordRows::view)
                .list();
        return new RecordHistory(
                migration.id(),
                known.firstImport,
                known.lastImport,
                known.lastRun,
                known.result,
                rows.withPayloads(migration.organization(), migration.id(), findings));
    }
}
