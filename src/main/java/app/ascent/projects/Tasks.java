package app.ascent.projects;

import app.ascent.conversation.Conversations;
import app.ascent.conversation.Owner;
import app.ascent.identity.OrganizationId;
import app.ascent.record.RecordNames;
import app.ascent.record.RecordRefused.Dependents;
import app.ascent.record.field.Differences;
import app.ascent.record.field.Entered;
import app.ascent.record.table.Checked;
import app.ascent.record.table.DeskServices;
import app.ascent.record.table.RecordDesk;
import app.ascent.record.table.RecordRows;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.Page;
import org.springframework.data.domain.Pageable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * What is to be done in projects, as people read and change it. A task is part of its project, as a phase is: whoever may change
 * the project adds and changes its tasks, whoever may delete the project deletes them.
 */
@Service
public class Tasks extends RecordDesk<TaskId, TaskFields, List<TaskId>, TaskView, TaskFilter> {

    /** What audit entries call a task. */
    public static final String AUDITED_AS = "Task";

    /** What audit entries call the tasks that it comes after. */
    static final String AFTER = "After";

    private final TaskReading reading;
    private final TaskRules rules;
    private final TaskPredecessors predecessors;
    private final RecordNames names;
    private final Conversations conversations;

    Tasks(
            RecordRows<TaskFields> rows,
            TaskReading reading,
            TaskRules rules,
            TaskPredecessors predecessors,
            RecordNames names,
            Conversations conversations,
            DeskServices services) {
        super(AUDITED_AS, TaskId.class, TaskFields.FIELDS, rows, reading, services);
        this.reading = reading;
        this.rules = rules;
        this.predecessors = predecessors;
        this.names = names;
        this.conversations = conversations;
    }

    /** What all tasks of a project come to, by their phase; null stands for those without one. */
    @Transactional(readOnly = true)
    public Map<@Nullable PhaseId, TaskSums> sums(OrganizationId organization, ProjectId project) {
        return reading.sums(organization, project);
    }

    /** Those that come after a task. */
    @Transactional(readOnly = true)
    public Page<TaskView> followers(OrganizationId organization, TaskId task, Pageable pageable) {
        return reading.followers(organization, task, pageable);
    }

    /** Its conversation, as far as it has one, which goes when it goes. */
    @Transactional(readOnly = true)
    public List<Dependents> removedWith(OrganizationId organization, TaskId id) {
        return Stream.of(new Dependents("projects.notes", conversations.count(organization, conversation(id))))
                .filter(some -> some.count() > 0)
                .toList();
    }

    @Override
    @Transactional
    public void delete(OrganizationId organization, TaskId id) {
        super.delete(organization, id);
        conversations.remove(organization, conversation(id));
    }

    private static Owner conversation(TaskId id) {
        return new Owner(ConversationsInProjects.TASKS, id.value());
    }

    @Override
    protected Checked<TaskFields, List<TaskId>> check(
            OrganizationId organization, @Nullable TaskView task, Entered entered) {
        return rules.check(organization, task, entered);
    }

    @Override
    protected List<TaskId> beside(TaskView task) {
        return task.predecessors();
    }

    @Override
    protected Map<String, ? extends @Nullable Object> columns(@Nullable TaskView before, List<TaskId> after) {
        return Map.of();
    }

    @Override
    protected void complete(
            OrganizationId organization, TaskId id, @Nullable TaskView before, Checked<TaskFields, List<TaskId>> next) {
        predecessors.replace(organization, id, after(before), next.beside());
    }

    private static List<TaskId> after(@Nullable TaskView task) {
        return task == null ? List.of() : task.predecessors();
    }

    @Override
    protected void tellBeside(
            OrganizationId organization, Differences differences, @Nullable TaskView before, @Nullable TaskView after) {
        Map<Object, String> called = names.of(
                organization,
                Stream.concat(after(before).stream(), after(after).stream()).toList());
        differences.and(AFTER, called(called, after(before)), called(called, after(after)));
    }

    private static List<String> called(Map<Object, String> names, List<TaskId> tasks) {
        return tasks.stream()
                .map(task -> names.getOrDefault(task, task.toString()))
                .toList();
    }
}
