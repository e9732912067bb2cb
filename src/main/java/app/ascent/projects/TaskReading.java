package app.ascent.projects;

import app.ascent.identity.OrganizationId;
import app.ascent.identity.UserId;
import app.ascent.record.field.Person;
import app.ascent.record.table.PageQuery;
import app.ascent.record.table.PageQuery.Criteria;
import app.ascent.record.table.RecordReading;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.Page;
import org.springframework.data.domain.PageRequest;
import org.springframework.data.domain.Pageable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads tasks as everybody sees them. */
@Component
class TaskReading extends RecordReading<TaskFields, TaskView, TaskFilter> {

    private static final String LINKS =
            """
            array(
                select distinct p.predecessor_id from project_task_predecessor p
                where p.organization_id = c.organization_id and p.task_id = c.id
                order by 1
            ) as predecessor_ids""";

    private final JdbcClient jdbc;
    private final PageQuery<TaskFields, TaskView> query;

    TaskReading(JdbcClient jdbc) {
        this.jdbc = jdbc;
        query = new PageQuery<>(
                jdbc,
                TaskTables.TASKS,
                LINKS,
                "",
                (task, row) -> new TaskView(
                        new TaskId(task.id()),
                        task.fields(),
                        predecessors(row),
                        task.source(),
                        task.created(),
                        task.updated(),
                        task.version()));
    }

    private static List<TaskId> predecessors(ResultSet row) throws SQLException {
        UUID[] ids = (UUID[]) row.getArray("predecessor_ids").getArray();
        return Arrays.stream(ids).map(TaskId::new).toList();
    }

    long count(OrganizationId organization, TaskFilter filter) {
        return all(organization, filter, PageRequest.of(0, 1)).getTotalElements();
    }

    /** Those that come after a task. */
    Page<TaskView> followers(OrganizationId organization, TaskId task, Pageable pageable) {
        Criteria criteria = new Criteria(organization, null)
                .and("c.id in (select p.task_id from project_task_predecessor p"
                        + " where p.organization_id = :organization and p.predecessor_id = :task)")
                .parameter("task", task.value());
        return those(organization, criteria, pageable);
    }

    /** What all tasks of a project come to, by their phase; null stands for those without one. */
    Map<@Nullable PhaseId, TaskSums> sums(OrganizationId organization, ProjectId project) {
        Map<@Nullable PhaseId, TaskSums> sums = new HashMap<>();
        jdbc.sql(
                        """
                        select phase_id, count(*) as tasks, count(*) filter (where status = 'COMPLETED') as completed,
                            count(*) filter (where status in ('IN_PROGRESS', 'WAITING')) as begun,
                            sum(estimated_minutes)::bigint as estimated, sum(remaining_minutes)::bigint as remaining,
                            sum(actual_minutes)::bigint as actual
                        from project_task where organization_id = :organization and project_id = :project group by phase_id
                        """)
                .param("organization", organization.value())
                .param("project", project.value())
                .query(row -> {
                    UUID phase = row.getObject("phase_id", UUID.class);
                    sums.put(
                            phase == null ? null : new PhaseId(phase),
                            new TaskSums(
                                    row.getLong("tasks"),
                                    row.getLong("completed"),
                                    row.getLong("begun"),
                                    row.getObject("estimated", Long.class),
                                    row.getObject("remaining", Long.class),
                                    row.getObject("actual", Long.class)));
                });
        return sums;
    }

    /** For the conversations that go with a project. */
    List<UUID> ids(OrganizationId organization, ProjectId project) {
        return jdbc.sql("select id from project_task where organization_id = :organization and project_id = :project")
                .param("organization", organization.value())
                .param("project", project.value())
                .query(UUID.class)
                .list();
    }

    @Override
    protected PageQuery<TaskFields, TaskView> query(OrganizationId organization) {
        return query;
    }

    @Override
    protected Criteria criteria(OrganizationId organization, TaskFilter filter) {
        ProjectId project = filter.project();
        PhaseId phase = filter.phase();
        UserId assignee = filter.assignee();
        Criteria criteria = new Criteria(organization, filter.search())
                .equal("project_id", project == null ? null : project.value())
                .equal("phase_id", phase == null ? null : phase.value())
                .equal("assignee_id", assignee == null ? null : assignee.value())
                .equal("status", filter.status());
        UserId involved = filter.involved();
        if (involved != null) {
            criteria.and("(c.assignee_id = :involved or :person = any(c.people))")
                    .parameter("involved", involved.value())
                    .parameter("person", Person.user(involved).line());
        }
        return filter.open() ? criteria.and("c.status <> 'COMPLETED'") : criteria;
    }
}
