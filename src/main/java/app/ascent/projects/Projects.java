package app.ascent.projects;

import app.ascent.conversation.Conversations;
import app.ascent.conversation.Owner;
import app.ascent.identity.OrganizationId;
import app.ascent.record.RecordRefused.Dependents;
import app.ascent.record.field.Differences;
import app.ascent.record.field.Entered;
import app.ascent.record.table.Checked;
import app.ascent.record.table.DeskServices;
import app.ascent.record.table.RecordDesk;
import app.ascent.record.table.RecordRows;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.Pageable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The projects of an organization, as people read and change them; each change is checked and leaves an audit entry. */
@Service
public class Projects extends RecordDesk<ProjectId, ProjectFields, @Nullable Void, ProjectView, ProjectFilter> {

    /** What audit entries call a project. */
    public static final String AUDITED_AS = "Project";

    private final ProjectRules rules;
    private final PhaseReading phases;
    private final TaskReading tasks;
    private final Conversations conversations;

    Projects(
            RecordRows<ProjectFields> rows,
            ProjectReading reading,
            ProjectRules rules,
            PhaseReading phases,
            TaskReading tasks,
            Conversations conversations,
            DeskServices services) {
        super(AUDITED_AS, ProjectId.class, ProjectFields.FIELDS, rows, reading, services);
        this.rules = rules;
        this.phases = phases;
        this.tasks = tasks;
        this.conversations = conversations;
    }

    /** Its phases, its tasks and its conversation, as far as it has some, which go when it goes. */
    @Transactional(readOnly = true)
    public List<Dependents> removedWith(OrganizationId organization, ProjectId id) {
        return Stream.of(
                        new Dependents(
                                "projects.phases",
                                phases.all(organization, id, Pageable.ofSize(1)).getTotalElements()),
                        new Dependents("projects.tasks.removed", tasks.count(organization, TaskFilter.of(id))),
                        new Dependents("projects.notes", conversations.count(organization, conversation(id))))
                .filter(some -> some.count() > 0)
                .toList();
    }

    @Override
    @Transactional
    public void delete(OrganizationId organization, ProjectId id) {
        lock(organization, id);
        List<UUID> gone = tasks.ids(organization, id);
        super.delete(organization, id);
        conversations.remove(organization, conversation(id));
        conversations.remove(organization, ConversationsInProjects.TASKS, gone);
    }

    private static Owner conversation(ProjectId id) {
        return new Owner(ConversationsInProjects.PROJECTS, id.value());
    }

    @Override
    protected Checked<ProjectFields, @Nullable Void> check(
            OrganizationId organization, @Nullable ProjectView project, Entered entered) {
        ProjectFields checked = rules.check(organization, project == null ? null : project.fields(), entered);
        if (project != null && !checked.clientId().equals(project.fields().clientId())) {
            checkHolds(organization, project.id(), "clientId");
        }
        return new Checked<ProjectFields, @Nullable Void>(checked, null);
    }

    @Override
    protected @Nullable Void beside(ProjectView project) {
        return null;
    }

    @Override
    protected Map<String, ? extends @Nullable Object> columns(@Nullable ProjectView before, @Nullable Void none) {
        return Map.of();
    }

    @Override
    protected void tellBeside(
            OrganizationId organization,
            Differences differences,
            @Nullable ProjectView before,
            @Nullable ProjectView after) {}
}
