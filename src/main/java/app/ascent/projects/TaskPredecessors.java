package app.ascent.projects;

import app.ascent.audit.Action;
import app.ascent.audit.Audit;
import app.ascent.audit.AuditedRecord;
import app.ascent.audit.Change;
import app.ascent.identity.OrganizationId;
import app.ascent.record.MentionsOf;
import app.ascent.record.RecordRefused.Dependents;
import app.ascent.record.table.Turns;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;
import org.hibernate.id.uuid.UuidVersion7Strategy;
import org.springframework.data.domain.Pageable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.SqlArrayValue;
import org.springframework.stereotype.Component;

/** Which tasks people put after which. A task that is deleted is taken out of those that come after it, whose activity says so. */
@Component
class TaskPredecessors implements MentionsOf<TaskId> {

    private final JdbcClient jdbc;
    private final Audit audit;
    private final Clock clock;
    private final TaskReading tasks;

    TaskPredecessors(JdbcClient jdbc, Audit audit, Clock clock, TaskReading tasks) {
        this.jdbc = jdbc;
        this.audit = audit;
        this.clock = clock;
        this.tasks = tasks;
    }

    /** Two who put tasks after each other at the same time would each see no circle: the second one waits. */
    void lock(OrganizationId organization) {
        Turns.take(jdbc, organization, "project_task_predecessor");
    }

    boolean areOf(OrganizationId organization, ProjectId project, Collection<TaskId> tasks) {
        return bound(
                        "select count(*) = cardinality(:others::uuid[]) from project_task"
                                + " where organization_id = :organization and project_id = :project and id = any(:others::uuid[])",
                        organization,
                        tasks)
                .param("project", project.value())
                .query(Boolean.class)
                .single();
    }

    /** Whether the task would come to stand before itself. */
    boolean closeCircle(OrganizationId organization, TaskId task, Collection<TaskId> predecessors) {
        return bound(
                        """
                        with recursive before as (
                            select unnest(:others::uuid[]) as id
                            union
                            select p.predecessor_id from before b
                            join project_task_predecessor p on p.organization_id = :organization and p.task_id = b.id
                        )
                        select exists (select from before where id = :task)
                        """,
                        organization,
                        predecessors)
                .param("task", task.value())
                .query(Boolean.class)
                .single();
    }

    void replace(OrganizationId organization, TaskId task, List<TaskId> before, List<TaskId> after) {
        List<TaskId> added =
                after.stream().filter(each -> !before.contains(each)).toList();
        List<TaskId> removed =
                before.stream().filter(each -> !after.contains(each)).toList();
        if (!added.isEmpty()) {
            add(organization, task, added);
        }
        if (!removed.isEmpty()) {
            bound(
                            "delete from project_task_predecessor where organization_id = :organization"
                                    + " and task_id = :task and predecessor_id = any(:others::uuid[])",
                            organization,
                            removed)
                    .param("task", task.value())
                    .update();
        }
    }

    private void add(OrganizationId organization, TaskId task, List<TaskId> predecessors) {
        bound(
                        """
                        insert into project_task_predecessor
                            (organization_id, id, task_id, predecessor_id, created_at, updated_at)
                        select :organization, v.id, :task, v.other, :now, :now
                        from unnest(:ids::uuid[], :others::uuid[]) as v (id, other)
                        on conflict (organization_id, task_id, predecessor_id) where source_id is null do nothing
                        """,
                        organization,
                        predecessors)
                .param("task", task.value())
                .param("now", now())
                .param(
                        "ids",
                        new SqlArrayValue(
                                "uuid",
                                Stream.generate(() -> UuidVersion7Strategy.INSTANCE.generateUuid(null))
                                        .limit(predecessors.size())
                                        .toArray()))
                .update();
    }

    private JdbcClient.StatementSpec bound(String sql, OrganizationId organization, Collection<TaskId> others) {
        return jdbc.sql(sql)
                .param("organization", organization.value())
                .param(
                        "others",
                        new SqlArrayValue(
                                "uuid", others.stream().map(TaskId::value).toArray()));
    }

    private Timestamp now() {
        return Timestamp.from(clock.instant());
    }

    @Override
    public Class<TaskId> ids() {
        return TaskId.class;
    }

    @Override
    public Dependents count(OrganizationId organization, TaskId task) {
        return new Dependents(
                "tasks.after.count",
                tasks.followers(organization, task, Pageable.ofSize(1)).getTotalElements());
    }

    @Override
    public void forget(OrganizationId organization, TaskId task, String name) {
        List<Audit.Told> told = jdbc.sql(
                        """
                        with gone as (
                            delete from project_task_predecessor
                            where organization_id = :organization and predecessor_id = :task returning task_id
                        )
                        update project_task t set version = version + 1, updated_at = :now
                        from gone where t.organization_id = :organization and t.id = gone.task_id returning t.id, t.title
                        """)
                .param("organization", organization.value())
                .param("task", task.value())
                .param("now", now())
                .query((row, _) -> new Audit.Told(
                        new AuditedRecord(Tasks.AUDITED_AS, row.getString("id"), row.getString("title")),
                        List.of(new Change(Tasks.AFTER, name, null))))
                .list();
        audit.recordAll(Action.UPDATE, told);
    }
}
