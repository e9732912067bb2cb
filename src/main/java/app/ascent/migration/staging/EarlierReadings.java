package app.ascent.migration.staging;

import app.ascent.migration.spi.EntityType;
import app.ascent.migration.spi.RunContext;
import app.ascent.migration.spi.RunKind;
import app.ascent.migration.spi.Scope;
import app.ascent.migration.spi.SourcePlan.Notice;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What earlier runs read, for a run that goes through it instead of reading. */
@Component
public class EarlierReadings {

    /**
     * The last run that read a type to its end, and those behind it, which read some of it or went through it.
     *
     * @param last null when none came to its end
     * @param history how far back that one went
     * @param runs whose records are those the source has, as far as is known
     */
    public record Reading(@Nullable UUID last, Scope.History history, List<UUID> runs) {}

    private record Last(UUID id, int number, Scope.History history) {}

    /**
     * How much of a type there is to go through.
     *
     * @param staged that the source has, as far as is known
     * @param gone staged as well, though the source had them no more when it was last read to its end
     * @param without records it is known what they became, but not what they were
     */
    public record Extent(long staged, long gone, long without) {}

    /** A part that was gone through. */
    public record Part(long records, long upTo) {}

    private final JdbcClient jdbc;

    EarlierReadings(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public Reading of(RunContext run, EntityType type) {
        Optional<Last> last = jdbc.sql(
                        """
                        select e.id, e.number, coalesce(
                            (select history from migration_run_scope where run_id = e.id), 'ALL'
                        ) as history
                        from migration_run e
                        join migration_run r on r.migration_id = e.migration_id and e.number < r.number
                        where r.id = :run and e.kind = any(:reading) and exists (
                            select from migration_pull_checkpoint c
                            where c.run_id = e.id and c.entity = :entity and c.done and c.refusal_code is null
                        )
                        order by e.number desc limit 1
                        """)
                .params(StagedRecords.key(run, type))
                .param("reading", RunKind.reading())
                .query(Last.class)
                .optional();
        return last.map(found -> new Reading(found.id, found.history, runsFrom(run, found.number)))
                .orElseGet(() -> new Reading(null, Scope.History.ALL, runsFrom(run, 0)));
    }

    private List<UUID> runsFrom(RunContext run, int number) {
        return jdbc.sql(
                        """
                        select id from migration_run
                        where organization_id = :organization and migration_id = :migration and number >= :number
                        """)
                .param("organization", run.organization().value())
                .param("migration", run.migration().value())
                .param("number", number)
                .query(UUID.class)
                .list();
    }

    public Extent extent(RunContext run, EntityType type, Reading reading) {
        return jdbc.sql(
                        """
                        select count(*) filter (where s.run_id = any(:runs)) as staged,
                            count(*) filter (where s.run_id <> all(:runs)) as gone,
                            (
                                select count(*) from migration_id_map i
                                where i.organization_id = :organization and i.source_system = :system
                                    and i.source_database = :database and i.entity = :entity and not exists (
                                        select from migration_staged_record t
                                        where t.organization_id = :organization and t.migration_id = :migration
                                            and t.entity = :entity and t.source_id = i.source_id
                                    )
                            ) as without
                        from migration_staged_record s
                        where s.organization_id = :organization and s.migration_id = :migration and s.entity = :entity
                        """)
                .params(StagedRecords.key(run, type))
                .param("system", run.source().system())
                .param("database", run.source().database())
                .param("runs", runs(reading))
                .query(Extent.class)
                .single();
    }

    /** What that reading had to say about the whole type, of these codes. */
    public List<Notice> notices(Reading reading, EntityType type, Collection<String> codes) {
        return jdbc.sql(
                        """
                        select code, message from migration_notice
                        where run_id = :run and entity = :entity and code = any(:codes) order by ordinal
                        """)
                .param("run", reading.last())
                .param("entity", type.name())
                .param("codes", codes.toArray(String[]::new))
                .query(Notice.class)
                .list();
    }

    /** Takes the next records into this run, to be loaded once more as they came. */
    public Part take(RunContext run, EntityType type, Reading reading, long after, int limit) {
        List<Long> taken = jdbc.sql(
                        """
                        with page as materialized (
                            select source_id from migration_staged_record
                            where organization_id = :organization and migration_id = :migration and entity = :entity
                                and source_id > :after and run_id = any(:runs)
                            order by source_id limit :limit
                        )
                        update migration_staged_record s set run_id = :run, state = 'STAGED', outcome = null
                        from page
                        where s.organization_id = :organization and s.migration_id = :migration and s.entity = :entity
                            and s.source_id = page.source_id
                        returning s.source_id
                        """)
                .params(StagedRecords.key(run, type))
                .param("runs", runs(reading))
                .param("after", after)
                .param("limit", limit)
                .query(Long.class)
                .list();
        return new Part(
                taken.size(), taken.stream().mapToLong(Long::longValue).max().orElse(after));
    }

    private static UUID[] runs(Reading reading) {
        return reading.runs().toArray(UUID[]::new);
    }
}
