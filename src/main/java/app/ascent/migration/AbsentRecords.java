package app.ascent.migration;

import app.ascent.identity.OrganizationId;
import app.ascent.migration.spi.EntityType;
import app.ascent.migration.spi.MigrationId;
import app.ascent.migration.spi.TargetId;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.SqlArrayValue;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Records that a run saw and that are not in Ascent, for those who look where they would be. Of each the last run speaks that had
 * its say; what is or was in Ascent through any import is not spoken of.
 */
@Component
public class AbsentRecords {

    /**
     * One of them.
     *
     * @param of how many there are beside the same record
     */
    public record Absent(TargetId beside, String name, String code, long of) {}

    private static final String ABSENT =
            """
            select beside, name, code, members from (
                select a.*, row_number() over (partition by beside order by name, source_id) as place,
                    count(*) over (partition by beside) as members
                from (
                    select distinct on (m.source_system, m.source_database, f.source_id)
                        f.%s as beside, coalesce(s.name, cast(f.source_id as text)) as name, f.code, f.source_id
                    from migration_finding f
                    join migration_migration m on m.id = f.migration_id
                    join migration_run r on r.id = f.run_id
                    join migration_staged_record s on s.organization_id = f.organization_id
                        and s.migration_id = f.migration_id and s.entity = f.entity and s.source_id = f.source_id
                        and (s.state = 'STAGED' or s.run_id = f.run_id and s.state in ('SKIPPED', 'FAILED'))
                    where f.organization_id = :organization and f.%s = any(:besides) and f.entity = :entity
                        and f.ordinal = 0 and f.beside_kind <> all(:hidden)
                        and not exists (
                            select from migration_id_map i
                            where i.organization_id = f.organization_id and i.source_system = m.source_system
                                and i.source_database = m.source_database and i.entity = f.entity
                                and i.source_id = f.source_id
                        )
                    order by m.source_system, m.source_database, f.source_id, r.started_at desc
                ) a
            ) b
            where place <= :most order by beside, place
            """;

    private final JdbcClient jdbc;

    AbsentRecords(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * Those beside some records, by their names; of each record no more than so many.
     *
     * @param pages whether the records are those on whose pages it is told, or those that they would belong to
     * @param hidden kinds of record, as the type calls them, beside which nothing is told
     */
    @Transactional(readOnly = true)
    public List<Absent> beside(
            OrganizationId organization,
            EntityType type,
            Collection<TargetId> records,
            boolean pages,
            Collection<String> hidden,
            int most) {
        String beside = pages ? "beside_page" : "beside_id";
        return jdbc.sql(ABSENT.formatted(beside, beside))
                .param("organization", organization.value())
                .param("entity", type.name())
                .param(
                        "besides",
                        new SqlArrayValue(
                                "uuid", records.stream().map(TargetId::value).toArray()))
                .param("hidden", new SqlArrayValue("text", hidden.toArray()))
                .param("most", most)
                .query((row, _) -> new Absent(
                        new TargetId(row.getObject("beside", UUID.class)),
                        row.getString("name"),
                        row.getString("code"),
                        row.getLong("members")))
                .list();
    }

    /** The migration whose run was the last of all, if that left out a kind and no earlier one of it looked for any. */
    @Transactional(readOnly = true)
    public Optional<MigrationId> leftOut(OrganizationId organization, EntityType kind) {
        return jdbc.sql(
                        """
                        select l.migration_id from (
                            select id, migration_id from migration_run where organization_id = :organization
                            order by started_at desc limit 1
                        ) l
                        join migration_run_scope c on c.run_id = l.id and :kind = any(c.left_out)
                        where not exists (
                            select from migration_run r
                            join migration_load_checkpoint k on k.run_id = r.id and k.entity = :kind
                            where r.migration_id = l.migration_id
                        )
                        """)
                .param("organization", organization.value())
                .param("kind", kind.name())
                .query(UUID.class)
                .optional()
                .map(MigrationId::new);
    }
}
