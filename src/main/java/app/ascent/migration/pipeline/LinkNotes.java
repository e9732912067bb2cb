package app.ascent.migration.pipeline;

import app.ascent.migration.spi.DeferredLink;
import app.ascent.migration.spi.EntityType;
import app.ascent.migration.spi.RunContext;
import app.ascent.migration.spi.TargetId;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.SqlArrayValue;
import org.springframework.stereotype.Component;

/** What setting references found out about a few of them, for the steps behind it: kept in a table, since these may be other days. */
@Component
class LinkNotes {

    enum Kind {
        /** A person chose it, and it stays. */
        KEPT,
        /** A person chose it, and it gave way. */
        LOST,
        /** It was left out as part of a circle. */
        CIRCULAR
    }

    /** @param before of one that was lost, where it pointed to */
    record Note(Kind kind, @Nullable TargetId before) {}

    private final JdbcClient jdbc;

    LinkNotes(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void chosen(RunContext run, EntityType type, String field, Kind kind, List<DeferredLink.Chosen> links) {
        put(
                run,
                type,
                field,
                kind,
                links.stream().map(each -> each.record().value()).toArray(),
                links.stream()
                        .map(each ->
                                each.stands() == null ? null : each.stands().value())
                        .toArray());
    }

    void circular(RunContext run, EntityType type, String field, Collection<TargetId> records) {
        put(
                run,
                type,
                field,
                Kind.CIRCULAR,
                records.stream().map(TargetId::value).toArray(),
                new Object[records.size()]);
    }

    private void put(RunContext run, EntityType type, String field, Kind kind, Object[] records, Object[] before) {
        if (records.length == 0) {
            return;
        }
        jdbc.sql(
                        """
                        insert into migration_link_note (run_id, entity, field, target_id, note, before_id)
                        select :run, :entity, :field, n.target, :note, n.before
                        from unnest(:records::uuid[], :before::uuid[]) as n (target, before)
                        on conflict (run_id, entity, field, target_id) do update
                        set note = excluded.note, before_id = excluded.before_id
                        """)
                .param("run", run.run().value())
                .param("entity", type.name())
                .param("field", field)
                .param("note", kind.name())
                .param("records", new SqlArrayValue("uuid", records))
                .param("before", new SqlArrayValue("uuid", before))
                .update();
    }

    Map<TargetId, Note> of(RunContext run, EntityType type, String field, Collection<TargetId> records) {
        Map<TargetId, Note> notes = new HashMap<>();
        jdbc.sql(
                        """
                        select target_id, note, before_id from migration_link_note
                        where run_id = :run and entity = :entity and field = :field and target_id = any(:records)
                        """)
                .param("run", run.run().value())
                .param("entity", type.name())
                .param("field", field)
                .param(
                        "records",
                        new SqlArrayValue(
                                "uuid", records.stream().map(TargetId::value).toArray()))
                .query(row -> {
                    UUID before = row.getObject("before_id", UUID.class);
                    notes.put(
                            new TargetId(row.getObject("target_id", UUID.class)),
                            new Note(
                                    Kind.valueOf(row.getString("note")), before == null ? null : new TargetId(before)));
                });
        return notes;
    }

    /** As many as people chose, and as stood in circles: few. */
    void clear(RunContext run, EntityType type) {
        jdbc.sql("delete from migration_link_note where run_id = :run and entity = :entity")
                .param("run", run.run().value())
                .param("entity", type.name())
                .update();
    }
}
