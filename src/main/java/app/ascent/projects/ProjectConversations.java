package app.ascent.projects;

import app.ascent.conversation.ConversationsOf;
import app.ascent.conversation.OwnerId;
import app.ascent.identity.OrganizationId;
import app.ascent.record.table.RecordRows;
import java.util.Collection;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** What is said about a project, by whoever may change it. */
@Component
class ProjectConversations implements ConversationsOf {

    static final String KIND = "projects";

    private final ProjectReading reading;
    private final RecordRows<ProjectFields> rows;

    ProjectConversations(ProjectReading reading, RecordRows<ProjectFields> rows) {
        this.reading = reading;
        this.rows = rows;
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public String readAuthority() {
        return "projects.read";
    }

    @Override
    public String writeAuthority() {
        return "projects.update";
    }

    @Override
    public Optional<Subject> find(OrganizationId organization, OwnerId id) {
        return reading.find(organization, id.value())
                .map(project -> new Subject(project.name(), "/projects/" + id, Projects.AUDITED_AS, false));
    }

    @Override
    public Set<OwnerId> held(OrganizationId organization, Collection<OwnerId> ids) {
        return rows.held(organization, ids.stream().map(OwnerId::value).toList()).stream()
                .map(OwnerId::new)
                .collect(Collectors.toSet());
    }
}
