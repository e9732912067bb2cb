package app.ascent.projects;

import app.ascent.conversation.ConversationsOf;
import app.ascent.conversation.OwnerId;
import app.ascent.identity.OrganizationId;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** What is said about a project, by whoever may change it. */
@Component
class ProjectConversations implements ConversationsOf {

    static final String KIND = "projects";

    private final ProjectReading reading;

    ProjectConversations(ProjectReading reading) {
        this.reading = reading;
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
}
