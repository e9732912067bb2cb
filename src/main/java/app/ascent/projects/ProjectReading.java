package app.ascent.projects;

import app.ascent.contracts.ContractId;
import app.ascent.crm.ClientId;
import app.ascent.identity.OrganizationId;
import app.ascent.identity.UserId;
import app.ascent.projects.ProjectFilter.Standing;
import app.ascent.record.table.PageQuery;
import app.ascent.record.table.PageQuery.Criteria;
import app.ascent.record.table.RecordReading;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads projects as everybody sees them. */
@Component
class ProjectReading extends RecordReading<ProjectFields, ProjectView, ProjectFilter> {

    private final PageQuery<ProjectFields, ProjectView> query;

    ProjectReading(JdbcClient jdbc) {
        query = new PageQuery<>(
                jdbc,
                ProjectTables.PROJECTS,
                (project, row) -> new ProjectView(
                        new ProjectId(project.id()),
                        project.fields(),
                        project.source(),
                        project.created(),
                        project.updated(),
                        project.version()));
    }

    @Override
    protected PageQuery<ProjectFields, ProjectView> query(OrganizationId organization) {
        return query;
    }

    @Override
    protected Criteria criteria(OrganizationId organization, ProjectFilter filter) {
        ClientId client = filter.client();
        ContractId contract = filter.contract();
        UserId lead = filter.lead();
        Criteria criteria = new Criteria(organization, filter.search())
                .equal("client_id", client == null ? null : client.value())
                .equal("contract_id", contract == null ? null : contract.value())
                .equal("lead_id", lead == null ? null : lead.value());
        stand(criteria, filter.standing());
        return criteria;
    }

    private static void stand(Criteria criteria, @Nullable Standing standing) {
        switch (standing) {
            case null -> {}
            case OPEN -> criteria.and("c.status in ('PLANNING', 'ACTIVE', 'ON_HOLD')");
            case PLANNING, ACTIVE, ON_HOLD, COMPLETED, CANCELLED -> criteria.equal("status", standing);
        }
    }
}
