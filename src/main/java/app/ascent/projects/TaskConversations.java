package app.ascent.projects;

import app.ascent.conversation.ConversationsOf;
import app.ascent.conversation.OwnerId;
import app.ascent.identity.OrganizationId;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** What is said about a task, by whoever may change its project. */
@Component
class TaskConversations implements ConversationsOf {

    static final String KIND = "tasks";

    private final TaskReading reading;

    TaskConversations(TaskReading reading) {
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
                .map(task -> new Subject(task.name(), "/tasks/" + id, Tasks.AUDITED_AS, false));
    }
}
