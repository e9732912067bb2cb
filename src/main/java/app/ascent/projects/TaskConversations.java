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

/** What is said about a task, by whoever may change its project. */
@Component
class TaskConversations implements ConversationsOf {

    static final String KIND = "tasks";

    private final TaskReading reading;
    private final RecordRows<TaskFields> rows;

    TaskConversations(TaskReading reading, RecordRows<TaskFields> rows) {
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
                .map(task -> new Subject(task.name(), "/tasks/" + id, Tasks.AUDITED_AS, false));
    }

    @Override
    public Set<OwnerId> held(OrganizationId organization, Collection<OwnerId> ids) {
        return rows.held(organization, ids.stream().map(OwnerId::value).toList()).stream()
                .map(OwnerId::new)
                .collect(Collectors.toSet());
    }
}
