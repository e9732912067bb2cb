package app.ascent.projects.web;

import app.ascent.identity.CurrentUser;
import app.ascent.identity.OrganizationId;
import app.ascent.projects.ProjectId;
import app.ascent.projects.ProjectView;
import app.ascent.projects.Projects;
import app.ascent.projects.TaskFields;
import app.ascent.projects.TaskId;
import app.ascent.projects.TaskView;
import app.ascent.projects.Tasks;
import app.ascent.projects.web.ProjectPlans.Shown;
import app.ascent.record.page.ListView;
import app.ascent.record.page.Panels;
import app.ascent.record.page.RecordActivity;
import app.ascent.web.LastPage;
import java.util.Objects;
import java.util.UUID;
import org.springframework.data.domain.Page;
import org.springframework.data.domain.PageRequest;
import org.springframework.data.domain.Sort;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/** Each task with its history, and all tasks of a project, which may be more than its plan shows. */
@Controller
@PreAuthorize("hasAuthority('projects.read')")
class TaskPages {

    private static final int ROWS = 100;

    private final Projects projects;
    private final Tasks tasks;
    private final PlanTasks lines;
    private final ProjectPlans plans;
    private final TaskSheets sheets;
    private final Panels panels;
    private final RecordActivity activity;
    private final CurrentUser currentUser;

    TaskPages(
            Projects projects,
            Tasks tasks,
            PlanTasks lines,
            ProjectPlans plans,
            TaskSheets sheets,
            Panels panels,
            RecordActivity activity,
            CurrentUser currentUser) {
        this.projects = projects;
        this.tasks = tasks;
        this.lines = lines;
        this.plans = plans;
        this.sheets = sheets;
        this.panels = panels;
        this.activity = activity;
        this.currentUser = currentUser;
    }

    @GetMapping("/projects/{id}/tasks")
    String list(
            @PathVariable UUID id,
            @RequestParam(name = "tasks", defaultValue = "") String asked,
            @RequestParam(defaultValue = "0") int page,
            Model model) {
        OrganizationId organization = currentUser.organization();
        ProjectView project = projects.get(organization, new ProjectId(id));
        Shown shown = Objects.requireNonNullElse(ListView.constant(Shown.values(), asked), Shown.ALL);
        Page<PlanTask> found = LastPage.orAsked(
                PageRequest.of(Math.max(0, page), ROWS, Sort.by("number")),
                pageable ->
                        lines.of(organization, tasks.list(organization, plans.filter(project.id(), shown), pageable)),
                some -> some);
        model.addAttribute("project", project);
        model.addAttribute("shown", shown);
        model.addAttribute("page", found);
        return "projects/tasks";
    }

    @GetMapping("/tasks/{id}")
    String show(@PathVariable UUID id, Model model) {
        TaskView task = head(id, "overview", model);
        model.addAttribute("panels", panels.blocks(task.id()));
        return "projects/task";
    }

    /** Once more, with what other kinds have counted meanwhile. */
    @GetMapping("/tasks/{id}/tabs")
    String tabs(@PathVariable UUID id, @RequestParam String at, Model model) {
        model.addAttribute("tabs", panels.counted(head(id, at, model).id()));
        return "projects/task-head :: tabs";
    }

    @GetMapping("/tasks/{id}/activity")
    @PreAuthorize("hasAuthority('audit.read')")
    String activity(@PathVariable UUID id, @RequestParam(defaultValue = "0") int page, Model model) {
        TaskView task = head(id, "activity", model);
        model.addAttribute("page", activity.of(Tasks.AUDITED_AS, TaskFields.FIELDS, task.id(), page));
        model.addAttribute("address", "/tasks/" + task.id() + "/activity");
        return "projects/task-activity";
    }

    /** What stands on top of each tab. */
    private TaskView head(UUID id, String tab, Model model) {
        TaskView task = tasks.get(currentUser.organization(), new TaskId(id));
        model.addAttribute("task", task);
        model.addAttribute("sheet", sheets.of(task));
        model.addAttribute("tab", tab);
        model.addAttribute("tabs", panels.tabs(task.id()));
        return task;
    }
}
