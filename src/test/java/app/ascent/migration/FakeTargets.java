package app.ascent.migration;

import app.ascent.identity.OrganizationId;
import app.ascent.migration.spi.DecidableField;
import app.ascent.migration.spi.EntityType;
import app.ascent.migration.spi.Match;
import app.ascent.migration.spi.RunContext;
import app.ascent.migration.spi.Save;
import app.ascent.migration.spi.SourceId;
import app.ascent.migration.spi.TargetId;
import app.ascent.migration.spi.TargetState;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Where fake records land: a table with rules, as the tables of Ascent have them. */
class FakeTargets {

    static final List<DecidableField.Target> KINDS =
            List.of(new DecidableField.Target("PLAIN", null), new DecidableField.Target("FANCY", "Very fancy"));

    private final JdbcClient jdbc;
    private volatile List<DecidableField.Target> kinds = KINDS;

    FakeTargets(JdbcClient jdbc) {
        this.jdbc = jdbc;
        jdbc.sql(
                        """
                        create table if not exists fake_target (
                            id uuid primary key,
                            organization_id uuid not null,
                            entity text not null,
                            name text not null check (length(name) <= 20),
                            note text,
                            kind text,
                            parent uuid references fake_target (id),
                            above uuid,
                            source_id bigint,
                            details text,
                            edited boolean not null default false,
                            writes integer not null default 1,
                            unique (organization_id, entity, source_id)
                        )
                        """)
                .update();
    }

    /** What a value may become; people add to it and take away from it. */
    List<DecidableField.Target> kinds() {
        return kinds;
    }

    void offer(List<DecidableField.Target> others) {
        kinds = others;
    }

    record Target(
            String entity,
            long sourceId,
            String name,
            @Nullable String note,
            @Nullable String kind,
            @Nullable Long parent,
            @Nullable Long above) {}

    /** What landed, told by source ids, so that it can be compared between runs. */
    List<Target> all(OrganizationId organization) {
        return jdbc.sql(
                        """
                        select t.entity, t.source_id, t.name, t.note, t.kind, p.source_id as parent, a.source_id as above
                        from fake_target t left join fake_target p on p.id = t.parent left join fake_target a on a.id = t.above
                        where t.organization_id = :organization
                        order by t.entity, t.source_id
                        """)
                .param("organization", organization.value())
                .query(Target.class)
                .list();
    }

    long writes(OrganizationId organization) {
        return jdbc.sql("select coalesce(sum(writes), 0) from fake_target where organization_id = :organization")
                .param("organization", organization.value())
                .query(Long.class)
                .single();
    }

    void edit(OrganizationId organization, EntityType type, long sourceId, String column, @Nullable String value) {
        jdbc.sql("update fake_target set edited = true, " + column + " = :value"
                        + " where organization_id = :organization and entity = :entity and source_id = :id")
                .param("value", value)
                .param("organization", organization.value())
                .param("entity", type.name())
                .param("id", sourceId)
                .update();
    }

    void delete(OrganizationId organization, EntityType type, long sourceId) {
        jdbc.sql(
                        "delete from fake_target where organization_id = :organization and entity = :entity and source_id = :id")
                .param("organization", organization.value())
                .param("entity", type.name())
                .param("id", sourceId)
                .update();
    }

    /** A record a person made, without a source. */
    void make(OrganizationId organization, EntityType type, String name, @Nullable String note) {
        jdbc.sql("insert into fake_target (id, organization_id, entity, name, note)"
                        + " values (:id, :organization, :entity, :name, :note)")
                .param("id", UUID.randomUUID())
                .param("organization", organization.value())
                .param("entity", type.name())
                .param("name", name)
                .param("note", note)
                .update();
    }

    Map<SourceId, Match> match(
            EntityType type, OrganizationId organization, Map<SourceId, FakeMigration.Fields> unseen) {
        Map<SourceId, Match> matches = new HashMap<>();
        jdbc.sql(
                        """
                        select u.id as source_id, min(cast(t.id as text)) as target, count(*) as fits
                        from unnest(:ids, :names) as u (id, name)
                        join fake_target t on t.organization_id = :organization and t.entity = :entity
                            and t.source_id = u.id
                        group by u.id
                        union all
                        select u.id, min(cast(t.id as text)), count(*)
                        from unnest(:ids, :names) as u (id, name)
                        join fake_target t on t.organization_id = :organization and t.entity = :entity
                            and t.source_id is null and t.name = u.name
                        group by u.id
                        """)
                .param("ids", unseen.keySet().stream().map(SourceId::value).toArray(Long[]::new))
                .param(
                        "names",
                        unseen.values().stream().map(FakeMigration.Fields::name).toArray(String[]::new))
                .param("organization", organization.value())
                .param("entity", type.name())
                .query(row -> {
                    int fits = row.getInt("fits");
                    matches.put(
                            new SourceId(row.getLong("source_id")),
                            fits == 1
                                    ? new Match.One(new TargetId(UUID.fromString(row.getString("target"))))
                                    : new Match.Several(fits));
                });
        return matches;
    }

    Map<TargetId, TargetState> states(OrganizationId organization, Collection<TargetId> ids) {
        Map<TargetId, TargetState> states = new HashMap<>();
        jdbc.sql(
                        "select id, edited from fake_target where organization_id = :organization and id = any(cast(:ids as uuid[]))")
                .param("organization", organization.value())
                .param("ids", texts(ids))
                .query(row -> {
                    states.put(
                            new TargetId(row.getObject("id", UUID.class)), new TargetState(row.getBoolean("edited")));
                });
        return states;
    }

    Map<TargetId, FakeMigration.Fields> read(OrganizationId organization, Collection<TargetId> ids) {
        Map<TargetId, FakeMigration.Fields> read = new HashMap<>();
        jdbc.sql(
                        "select id, name, note, kind, parent from fake_target where organization_id = :organization and id = any(cast(:ids as uuid[]))")
                .param("organization", organization.value())
                .param("ids", texts(ids))
                .query(row -> {
                    read.put(new TargetId(row.getObject("id", UUID.class)), fields(row));
                });
        return read;
    }

    private static FakeMigration.Fields fields(ResultSet row) throws SQLException {
        UUID parent = row.getObject("parent", UUID.class);
        return new FakeMigration.Fields(
                row.getString("name"),
                row.getString("note"),
                row.getString("kind"),
                parent == null ? null : new TargetId(parent));
    }

    void save(EntityType type, RunContext run, List<Save<FakeMigration.Fields>> batch) {
        if (batch.isEmpty()) {
            return;
        }
        jdbc.sql(
                        """
                        insert into fake_target as t (id, organization_id, entity, name, note, kind, parent, source_id, details)
                        select cast(b.id as uuid), :organization, :entity, b.name, b.note, b.kind, cast(b.parent as uuid), b.source_id, b.details
                        from unnest(:ids, :names, :notes, :kinds, :parents, :sources, :details)
                            as b (id, name, note, kind, parent, source_id, details)
                        on conflict (id) do update
                        set name = excluded.name, note = excluded.note, kind = excluded.kind, parent = excluded.parent,
                            source_id = excluded.source_id, details = excluded.details, writes = t.writes + 1,
                            edited = t.edited and not t.id = any(cast(:complete as uuid[]))
                        """)
                .param("organization", run.organization().value())
                .param("entity", type.name())
                .param(
                        "complete",
                        batch.stream()
                                .filter(Save::complete)
                                .map(save -> save.target().toString())
                                .toArray(String[]::new))
                .param("ids", each(batch, save -> save.target().toString()))
                .param("names", each(batch, save -> save.values().name()))
                .param("notes", each(batch, save -> save.values().note()))
                .param("kinds", each(batch, save -> save.values().kind()))
                .param(
                        "parents",
                        each(
                                batch,
                                save -> save.values().parent() == null
                                        ? null
                                        : save.values().parent().toString()))
                .param(
                        "sources",
                        batch.stream().map(save -> save.source().value()).toArray(Long[]::new))
                .param("details", each(batch, save -> save.details().originals().toString()))
                .update();
    }

    void putAbove(TargetId target, @Nullable TargetId above) {
        jdbc.sql("update fake_target set above = cast(:above as uuid) where id = :id")
                .param("above", above == null ? null : above.toString())
                .param("id", target.value())
                .update();
    }

    private static String[] each(
            List<Save<FakeMigration.Fields>> batch, Function<Save<FakeMigration.Fields>, @Nullable String> text) {
        return batch.stream().map(text).toArray(String[]::new);
    }

    private static String[] texts(Collection<TargetId> ids) {
        return ids.stream().map(TargetId::toString).toArray(String[]::new);
    }
}
