package app.ascent.projects.web;

import app.ascent.contracts.OrganizationDays;
import app.ascent.identity.CurrentUser;
import app.ascent.identity.OrganizationId;
import app.ascent.projects.ProjectView;
import app.ascent.projects.Projects;
import app.ascent.projects.TaskFields;
import app.ascent.projects.TaskView;
import app.ascent.projects.Tasks;
import app.ascent.record.RecordNames;
import app.ascent.record.field.Person;
import app.ascent.record.page.Named;
import app.ascent.record.page.SourceCard;
import app.ascent.record.page.SourceCards;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.Page;
import org.springframework.data.domain.PageRequest;
import org.springframework.data.domain.Sort;
import org.springframework.stereotype.Component;

/** Collects what the page of one task shows. */
@Component
class TaskSheets {

    private static final PageRequest LINKED = PageRequest.of(0, 100, Sort.by("number"));

    private final Projects projects;
    private final Tasks tasks;
    private final RecordNames names;
    private final SourceCards sourceCards;
    private final OrganizationDays days;
    private final CurrentUser currentUser;

    TaskSheets(
            Projects projects,
            Tasks tasks,
            RecordNames names,
            SourceCards sourceCards,
            OrganizationDays days,
            CurrentUser currentUser) {
        this.projects = projects;
        this.tasks = tasks;
        this.names = names;
        this.sourceCards = sourceCards;
        this.days = days;
        this.currentUser = currentUser;
    }

    /**
     * What stands around a task.
     *
     * @param people who do it together with the assignee, by name
     * @param before tasks that it comes after
     * @param followers the first of those that come after it
     */
    record Sheet(
            TaskFields fields,
            Named project,
            Named client,
            @Nullable String phase,
            @Nullable String assignee,
            List<String> people,
            Page<TaskView> before,
            Page<TaskView> followers,
            boolean overdue,
            @Nullable SourceCard source) {

        public @Nullable String estimated() {
            return ProjectPlan.hours(fields.estimatedMinutes());
        }

        public @Nullable String actual() {
            return ProjectPlan.hours(fields.actualMinutes());
        }

        public @Nullable String remaining() {
            return ProjectPlan.hours(fields.remainingMinutes());
        }
    }

    Sheet of(TaskView task) {
        OrganizationId organization = currentUser.organization();
        TaskFields fields = task.fields();
        ProjectView project = projects.get(organization, fields.projectId());
        Map<Object, String> named = names.of(organization, mentioned(fields, project));
        SourceCard source =
                sourceCards.of(organization, "tasks", task.source(), tasks.sourceTrace(organization, task.id()));
        return new Sheet(
                fields,
                new Named(project.id().value(), project.name()),
                new Named(
                        project.fields().clientId().value(),
                        named.getOrDefault(project.fields().clientId(), "")),
                fields.phaseId() == null ? null : named.get(fields.phaseId()),
                fields.assigneeId() == null ? fields.assigneeName() : named.get(fields.assigneeId()),
                fields.people().stream().map(person -> name(person, named)).toList(),
                tasks.some(organization, task.predecessors(), LINKED),
                tasks.followers(organization, task.id(), LINKED),
                task.isOverdue(days.today(organization)),
                source == null ? null : source.numbered(fields.sourceNumber()));
    }

    private static List<Object> mentioned(TaskFields fields, ProjectView project) {
        List<@Nullable Object> mentioned = new ArrayList<>();
        mentioned.add(project.fields().clientId());
        mentioned.add(fields.phaseId());
        mentioned.add(fields.assigneeId());
        fields.people().forEach(person -> mentioned.add(person.userId()));
        return mentioned.stream()
                .<Object>mapMulti((each, some) -> {
                    if (each != null) {
                        some.accept(each);
                    }
                })
                .toList();
    }

    /** A user who is a member no more is known by nothing else. */
    private static String name(Person person, Map<Object, String> named) {
        return person.userId() == null
                ? String.valueOf(person.name())
                : named.getOrDefault(person.userId(), person.userId().toString());
    }
}
