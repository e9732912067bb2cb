package app.ascent.migration.report;

import app.ascent.migration.spi.RunId;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** What a run found, grouped by reason; kept when it ends, since later runs replace the findings it rests on. */
@Component
public class RunReports {

    /**
     * @param severity 0 failure, 1 skip, 2 warning
     * @param count findings
     * @param records those that have them; null in summaries that were kept before they were told apart
     */
    public record Group(int severity, String entity, String code, long count, @Nullable Long records) {}

    public record Unmapped(
            String entity,
            String field,
            @Nullable String value,
            @Nullable String label,
            long records,
            @Nullable String usedInstead) {}

    public record Notice(String entity, String code, String message) {}

    public record Summary(List<Notice> notices, List<Group> groups, List<Unmapped> unmapped) {}

    private static final JsonMapper JSON = JsonMapper.shared();

    private final JdbcClient jdbc;

    RunReports(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Keeps the summary; that of a run whose records were retried takes the place of the earlier one. */
    public void put(RunId run, Summary summary) {
        jdbc.sql(
                        """
                        insert into migration_run_report (run_id, content) values (:run, :content)
                        on conflict (run_id) do update set content = excluded.content
                        """)
                .param("run", run.value())
                .param("content", JSON.writeValueAsString(summary))
                .update();
    }

    /** The summary of a run that ended, or as far as it has come. */
    public Summary get(RunId run) {
        return find(run).orElseGet(() -> summarize(run));
    }

    private Optional<Summary> find(RunId run) {
        return jdbc.sql("select content from migration_run_report where run_id = :run")
                .param("run", run.value())
                .query(String.class)
                .optional()
                .map(content -> JSON.readValue(content, Summary.class));
    }

    public Summary summarize(RunId run) {
        return new Summary(notices(run), groups(run), unmapped(run));
    }

    private List<Notice> notices(RunId run) {
        return jdbc.sql(
                        """
                        select split_part(n.entity, ':', 1) as entity, n.code, n.message from migration_notice n
                        left join migration_pull_checkpoint c on c.run_id = n.run_id and c.entity = n.entity
                        where n.run_id = :run
                        order by c.position, n.ordinal
                        """)
                .param("run", run.value())
                .query(Notice.class)
                .list();
    }

    private List<Group> groups(RunId run) {
        return jdbc.sql(
                        """
                        select g.severity, split_part(g.entity, ':', 1) as entity, g.code,
                            cast(sum(g.count) as bigint) as count, cast(sum(g.records) as bigint) as records
                        from (
                            select severity, entity, code, count(*) as count, count(distinct source_id) as records
                            from migration_finding
                            where run_id = :run and (severity = 2 or ordinal = 0)
                            group by severity, entity, code
                        ) g
                        left join migration_pull_checkpoint c on c.run_id = :run and c.entity = g.entity
                        group by g.severity, split_part(g.entity, ':', 1), g.code
                        order by g.severity, min(c.position), sum(g.count) desc, g.code
                        """)
                .param("run", run.value())
                .query(Group.class)
                .list();
    }

    private List<Unmapped> unmapped(RunId run) {
        return jdbc.sql(
                        """
                        select split_part(g.entity, ':', 1) as entity, g.field, g.value, g.label,
                            cast(sum(g.records) as bigint) as records, g.used_instead
                        from (
                            select entity, field, value, label, count(distinct source_id) as records, used_instead
                            from migration_finding
                            where run_id = :run and code = 'UNKNOWN_VALUE' and severity = 2
                            group by entity, field, value, label, used_instead
                        ) g
                        left join migration_pull_checkpoint c on c.run_id = :run and c.entity = g.entity
                        group by split_part(g.entity, ':', 1), g.field, g.value, g.label, g.used_instead
                        order by min(c.position), g.field, sum(g.records) desc, g.value
                        """)
                .param("run", run.value())
                .query(Unmapped.class)
                .list();
    }
}
