package app.ascent.migration.decision;

import app.ascent.identity.OrganizationId;
import app.ascent.migration.spi.Dictionary;
import app.ascent.migration.spi.EntityType;
import app.ascent.migration.spi.MigrationId;
import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Keeps the picklists of the source as it last offered them, type by type, for runs that do not ask it. */
@Component
public class Picklists {

    private static final JsonMapper JSON = JsonMapper.shared();

    private final JdbcClient jdbc;

    Picklists(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** What the source offers now for the fields of a type. */
    public void put(OrganizationId organization, MigrationId migration, EntityType type, Dictionary offered) {
        jdbc.sql(
                        """
                        insert into migration_picklist (organization_id, migration_id, entity, content, read_at)
                        values (:organization, :migration, :entity, :content, now())
                        on conflict (organization_id, migration_id, entity) do update
                        set content = excluded.content, read_at = excluded.read_at
                        """)
                .param("organization", organization.value())
                .param("migration", migration.value())
                .param("entity", type.name())
                .param("content", JSON.writeValueAsString(offered))
                .update();
    }

    /** All of them, without what was decided about their values. */
    public Dictionary find(OrganizationId organization, MigrationId migration) {
        return byType(organization, migration).values().stream().reduce(Dictionary.EMPTY, Dictionary::and);
    }

    /** Those of each type that was asked about, which may have none. */
    public Map<EntityType, Dictionary> byType(OrganizationId organization, MigrationId migration) {
        Map<EntityType, Dictionary> byType = new LinkedHashMap<>();
        jdbc.sql(
                        """
                        select entity, content from migration_picklist
                        where organization_id = :organization and migration_id = :migration order by entity
                        """)
                .param("organization", organization.value())
                .param("migration", migration.value())
                .query(row -> {
                    Dictionary kept = JSON.readValue(row.getString("content"), Dictionary.class);
                    byType.put(new EntityType(row.getString("entity")), undecided(kept));
                });
        return byType;
    }

    /** Those of earlier releases were kept with the decisions of a run in them. */
    private static Dictionary undecided(Dictionary kept) {
        Map<String, Map<String, Dictionary.Entry>> tables = new LinkedHashMap<>();
        kept.tables().forEach((name, entries) -> {
            Map<String, Dictionary.Entry> offered = new LinkedHashMap<>();
            entries.forEach((value, entry) -> offered.put(
                    value, new Dictionary.Entry(entry.value(), entry.label(), entry.active(), entry.system(), null)));
            tables.put(name, offered);
        });
        return new Dictionary(tables);
    }
}
