package app.ascent.projects;

import app.ascent.identity.OrganizationId;
import app.ascent.record.imports.ImportedPart;
import app.ascent.record.imports.PartImports;
import app.ascent.record.table.PartTable;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.springframework.jdbc.core.JdbcOperations;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.SqlArrayValue;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * How an import writes which task comes after which. It knows only the pairs it brought: one that people took away is not
 * brought back, and one that they made before the source told of it is the source's from then on. The source may tell of one twice.
 */
@Service
public class TaskPredecessorImports extends PartImports<PredecessorFields> {

    static final PartTable<PredecessorFields> PREDECESSORS =
            new PartTable<>("project_task_predecessor", PredecessorFields.FIELDS, "task_id", "c.created_at");

    private final JdbcClient jdbc;

    TaskPredecessorImports(JdbcClient jdbc, JdbcOperations bulk, Clock clock) {
        super(jdbc, bulk, clock, PREDECESSORS);
        this.jdbc = jdbc;
    }

    @Override
    @Transactional
    public void save(OrganizationId organization, List<ImportedPart<PredecessorFields>> batch) {
        List<PredecessorFields> pairs = batch.stream().map(ImportedPart::fields).toList();
        if (!pairs.isEmpty()) {
            makeRoom(organization, pairs);
        }
        super.save(organization, batch);
    }

    private void makeRoom(OrganizationId organization, List<PredecessorFields> pairs) {
        jdbc.sql(
                        """
                        delete from project_task_predecessor p
                        using unnest(:tasks::uuid[], :predecessors::uuid[]) as v (task, predecessor)
                        where p.organization_id = :organization and p.task_id = v.task and p.predecessor_id = v.predecessor
                            and p.source_id is null
                        """)
                .param("organization", organization.value())
                .param("tasks", ids(pairs, pair -> pair.taskId().value()))
                .param("predecessors", ids(pairs, pair -> pair.predecessorId().value()))
                .update();
    }

    private static SqlArrayValue ids(List<PredecessorFields> pairs, Function<PredecessorFields, UUID> id) {
        return new SqlArrayValue("uuid", pairs.stream().map(id).toArray());
    }
}
