package app.ascent.projects;

import app.ascent.crm.ClientId;
import app.ascent.identity.OrganizationId;
import app.ascent.record.DependentsOf;
import app.ascent.record.RecordRefused.Dependents;
import org.springframework.data.domain.Pageable;
import org.springframework.stereotype.Component;

/** A client with projects is not deleted. */
@Component
class ProjectsOfClients implements DependentsOf<ClientId> {

    private final ProjectReading projects;

    ProjectsOfClients(ProjectReading projects) {
        this.projects = projects;
    }

    @Override
    public Class<ClientId> ids() {
        return ClientId.class;
    }

    @Override
    public Dependents count(OrganizationId organization, ClientId client) {
        return new Dependents(
                "projects.of-client.count",
                projects.all(organization, ProjectFilter.of(client), Pageable.ofSize(1))
                        .getTotalElements());
    }
}
