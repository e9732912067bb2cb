package app.ascent.projects;

import app.ascent.crm.ClientId;
import app.ascent.record.table.BelongingRecords;
import org.springframework.stereotype.Component;

/** A client with projects is not deleted. */
@Component
class ProjectsOfClients extends BelongingRecords<ClientId, ProjectFilter> {

    ProjectsOfClients(ProjectReading projects) {
        super(ClientId.class, "projects.of-client.count", projects, ProjectFilter::of);
    }
}
