package app.ascent.projects.web;

import app.ascent.identity.CurrentUser;
import app.ascent.identity.OrganizationId;
import app.ascent.projects.PhaseId;
import app.ascent.projects.Phases;
import app.ascent.projects.ProjectId;
import app.ascent.projects.Projects;
import app.ascent.projects.TaskFields;
import app.ascent.projects.TaskFilter;
import app.ascent.projects.TaskId;
import app.ascent.projects.TaskStatus;
import app.ascent.projects.TaskView;
import app.ascent.projects.Tasks;
import app.ascent.record.Priority;
import app.ascent.record.field.Entered;
import app.ascent.record.field.Ids;
import app.ascent.record.page.Doubtful;
import app.ascent.record.page.PeopleChoices;
import app.ascent.record.page.RecordForms;
import app.ascent.record.page.RecordKind;
import app.ascent.record.page.RecordWords;
import app.ascent.text.Hours;
import app.ascent.web.KeptForms;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.PageRequest;
import org.springframework.data.domain.Sort;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestAttribute;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The forms in which people add, change and remove tasks. */
@Controller
@RequestMapping("/tasks")
class TaskForms implements RecordForms.Surroundings<TaskView> {

    private static final String PROJECT = "projectId";
    private static final String AFTER = "predecessorIds";
    private static final List<String> HOURS = List.of("estimatedMinutes", "remainingMinutes", "actualMinutes");
    private static final PageRequest CHOICES = PageRequest.of(0, 500, Sort.by("number"));
    private static final RecordKind KIND =
            new RecordKind("task", "tasks", "projects/task-form", TaskFields.FIELDS, Map.of(AFTER, TaskId.class));

    private final Projects projects;
    private final Phases phases;
    private final Tasks tasks;
    private final PeopleChoices people;
    private final RecordWords words;
    private final CurrentUser currentUser;
    private final RecordForms<TaskId, TaskView> forms;

    TaskForms(
            Projects projects,
            Phases phases,
            Tasks tasks,
            PeopleChoices people,
            RecordWords words,
            CurrentUser currentUser) {
        this.projects = projects;
        this.phases = phases;
        this.tasks = tasks;
        this.people = people;
        this.words = words;
        this.currentUser = currentUser;
        this.forms = new RecordForms<>(KIND, tasks, this, words, currentUser);
    }

    @GetMapping("/new")
    @PreAuthorize("hasAuthority('projects.update')")
    ModelAndView add(
            @RequestParam(name = PROJECT) UUID project,
            @RequestParam(required = false) @Nullable UUID phaseId,
            @RequestParam MultiValueMap<String, String> input,
            @RequestAttribute(name = KeptForms.RETURNED, required = false) @Nullable Boolean returned) {
        if (returned != null) {
            return forms.addReturned(entered(input));
        }
        ProjectId existing =
                projects.get(currentUser.organization(), new ProjectId(project)).id();
        return forms.add(Entered.fresh(TaskFields.FIELDS)
                .with(PROJECT, existing)
                .with("phaseId", phaseId == null ? null : new PhaseId(phaseId)));
    }

    @PostMapping
    @PreAuthorize("hasAuthority('projects.update')")
    ModelAndView create(
            @RequestParam MultiValueMap<String, String> input,
            @RequestParam(defaultValue = "") String seen,
            RedirectAttributes redirect) {
        return forms.create(entered(input), seen, redirect);
    }

    @GetMapping("/{id}/edit")
    @PreAuthorize("hasAuthority('projects.update')")
    ModelAndView edit(
            @PathVariable UUID id,
            @RequestParam MultiValueMap<String, String> input,
            @RequestAttribute(name = KeptForms.RETURNED, required = false) @Nullable Boolean returned) {
        return forms.edit(id, returned == null ? null : entered(input));
    }

    @PostMapping("/{id}")
    @PreAuthorize("hasAuthority('projects.update')")
    ModelAndView update(
            @PathVariable UUID id, @RequestParam MultiValueMap<String, String> input, RedirectAttributes redirect) {
        return forms.update(id, entered(input), redirect);
    }

    @GetMapping("/{id}/delete")
    @PreAuthorize("hasAuthority('projects.delete')")
    ModelAndView confirmDelete(@PathVariable UUID id) {
        return forms.confirmDelete(id, "projects/task-delete")
                .addObject("removed", tasks.removedWith(currentUser.organization(), new TaskId(id)));
    }

    /** To its project, since tasks have no list of their own. */
    @PostMapping("/{id}/delete")
    @PreAuthorize("hasAuthority('projects.delete')")
    String delete(@PathVariable UUID id, RedirectAttributes redirect) {
        ProjectId project = forms.existing(id).fields().projectId();
        forms.delete(id, redirect);
        return "redirect:/projects/" + project;
    }

    /** People who type 8 mean hours; those who help, and what comes before, are each chosen one by one. */
    private static Entered entered(MultiValueMap<String, String> input) {
        Entered entered = Entered.form(input).with("people", PeopleChoices.entered(input));
        for (String field : HOURS) {
            entered = entered.with(field, Hours.typed(entered.raw(field)));
        }
        return entered.with(AFTER, String.join("\n", input.getOrDefault(AFTER, List.of())));
    }

    /** A project may have several tasks of one title. */
    @Override
    public Doubtful doubtful(Entered entered) {
        return Doubtful.of(List.of());
    }

    @Override
    public ModelAndView offer(ModelAndView page, @Nullable TaskView task, Entered entered) {
        OrganizationId organization = currentUser.organization();
        ProjectId project = task == null
                ? (ProjectId) Ids.parsed(ProjectId.class, entered.comparable(PROJECT))
                : task.fields().projectId();
        page.addObject("task", task);
        page.addObject(
                "project",
                project == null ? null : projects.find(organization, project).orElse(null));
        page.addObject("statuses", words.choices("task", "status", TaskStatus.values()));
        page.addObject("priorities", words.choices("task", "priority", Priority.values()));
        page.addObject("phases", project == null ? Map.of() : phases(organization, project));
        page.addObject("others", project == null ? Map.of() : others(organization, project, task));
        page.addObject("chosenTasks", List.of(entered.comparable(AFTER).split("\\s+")));
        return people.offer(
                page,
                task == null ? null : task.fields().assigneeId(),
                task == null ? List.of() : task.fields().people(),
                entered);
    }

    private Map<String, String> phases(OrganizationId organization, ProjectId project) {
        Map<String, String> choices = new LinkedHashMap<>();
        ProjectPlan.of(phases.list(organization, project, PhaseForms.PLAN))
                .lines()
                .forEach(line -> choices.put(line.id().toString(), line.number() + " " + line.title()));
        return choices;
    }

    /** The first of its project, and whatever it comes after already. */
    private Map<String, String> others(OrganizationId organization, ProjectId project, @Nullable TaskView task) {
        Map<String, String> choices = new LinkedHashMap<>();
        tasks.list(organization, TaskFilter.of(project), CHOICES).forEach(each -> choose(choices, each));
        if (task != null) {
            choices.remove(task.id().toString());
            List<TaskId> further = task.predecessors().stream()
                    .filter(each -> !choices.containsKey(each.toString()))
                    .toList();
            tasks.some(organization, further, CHOICES).forEach(each -> choose(choices, each));
        }
        return choices;
    }

    private static void choose(Map<String, String> choices, TaskView task) {
        choices.put(task.id().toString(), task.fields().number() + " " + task.name());
    }
}
