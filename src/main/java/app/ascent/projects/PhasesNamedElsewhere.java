package app.ascent.projects;

import app.ascent.audit.Action;
import app.ascent.audit.Audit;
import app.ascent.audit.AuditedRecord;
import app.ascent.audit.Change;
import app.ascent.identity.OrganizationId;
import app.ascent.record.MentionsOf;
import app.ascent.record.RecordRefused.Dependents;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * What names a phase of a project and is of another one, as where the source moved one of the two alone: it stands without
 * a phase once the project is deleted.
 */
@Component
class PhasesNamedElsewhere implements MentionsOf<ProjectId> {

    private static final String TASKS = named("project_task", "phase_id");
    private static final String PHASES = named("project_phase", "parent_id");

    private final JdbcClient jdbc;
    private final Audit audit;
    private final Clock clock;

    PhasesNamedElsewhere(JdbcClient jdbc, Audit audit, Clock clock) {
        this.jdbc = jdbc;
        this.audit = audit;
        this.clock = clock;
    }

    private static String named(String table, String column) {
        return "%s c %%s where c.organization_id = :organization and c.project_id <> :project".formatted(table)
                + " and c.%s in (select p.id from project_phase p".formatted(column)
                + " where p.organization_id = :organization and p.project_id = :project)";
    }

    @Override
    public Class<ProjectId> ids() {
        return ProjectId.class;
    }

    @Override
    public Dependents count(OrganizationId organization, ProjectId project) {
        long tasks = count(organization, project, TASKS);
        return new Dependents("projects.phases.elsewhere.count", tasks + count(organization, project, PHASES));
    }

    private long count(OrganizationId organization, ProjectId project, String named) {
        return bound("select count(*) from " + named.formatted(""), organization, project)
                .query(Long.class)
                .single();
    }

    @Override
    public void forget(OrganizationId organization, ProjectId project, String name) {
        forget(organization, project, name, TASKS, "phase_id", Tasks.AUDITED_AS, "Phase");
        forget(organization, project, name, PHASES, "parent_id", Phases.AUDITED_AS, "Part of");
    }

    private void forget(
            OrganizationId organization,
            ProjectId project,
            String name,
            String named,
            String column,
            String auditedAs,
            String field) {
        String set = "set %s = null, version = version + 1, updated_at = :now".formatted(column);
        List<Audit.Told> told = bound(
                        "update " + named.formatted(set) + " returning c.id, c.title", organization, project)
                .param("now", Timestamp.from(clock.instant()))
                .query((row, _) -> new Audit.Told(
                        new AuditedRecord(auditedAs, row.getString("id"), row.getString("title")),
                        List.of(new Change(field, "A phase of " + name, null))))
                .list();
        audit.recordAll(Action.UPDATE, told);
    }

    private JdbcClient.StatementSpec bound(String sql, OrganizationId organization, ProjectId project) {
        return jdbc.sql(sql).param("organization", organization.value()).param("project", project.value());
    }
}
