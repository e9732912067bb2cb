package app.ascent.projects.web;

import app.ascent.contracts.ContractId;
import app.ascent.crm.MeantClient;
import app.ascent.crm.MeantClients;
import app.ascent.identity.CurrentUser;
import app.ascent.identity.OrganizationId;
import app.ascent.projects.ProjectFields;
import app.ascent.projects.ProjectFilter.Standing;
import app.ascent.projects.ProjectId;
import app.ascent.projects.ProjectView;
import app.ascent.projects.Projects;
import app.ascent.projects.web.ProjectPlans.Shown;
import app.ascent.record.Arrivals;
import app.ascent.record.page.Elsewhere;
import app.ascent.record.page.Fragments;
import app.ascent.record.page.ListView;
import app.ascent.record.page.Named;
import app.ascent.record.page.Panels;
import app.ascent.record.page.RecordActivity;
import app.ascent.record.table.Found;
import app.ascent.web.LastPage;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.springframework.data.domain.Page;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The list of projects, and each project with its history. */
@Controller
@RequestMapping("/projects")
@PreAuthorize("hasAuthority('projects.read')")
class ProjectPages {

    private final Projects projects;
    private final ProjectRows rows;
    private final ProjectSheets sheets;
    private final ProjectPeople people;
    private final MeantClients meantClients;
    private final Panels panels;
    private final RecordActivity activity;
    private final Arrivals arrivals;
    private final CurrentUser currentUser;

    ProjectPages(
            Projects projects,
            ProjectRows rows,
            ProjectSheets sheets,
            ProjectPeople people,
            MeantClients meantClients,
            Panels panels,
            RecordActivity activity,
            Arrivals arrivals,
            CurrentUser currentUser) {
        this.projects = projects;
        this.rows = rows;
        this.sheets = sheets;
        this.people = people;
        this.meantClients = meantClients;
        this.panels = panels;
        this.activity = activity;
        this.arrivals = arrivals;
        this.currentUser = currentUser;
    }

    @GetMapping
    String list(
            @ModelAttribute("query") ProjectQuery query,
            @RequestHeader Map<String, String> headers,
            HttpServletResponse response,
            Model model) {
        OrganizationId organization = currentUser.organization();
        MeantClient meant = meantClients.of(organization, query.chosenClient(), query.typedClient());
        ProjectQuery settled = meant.isClear() ? query.of(meant.id()) : query;
        Found<ProjectView> found = meant.isClear()
                ? LastPage.orAsked(
                        query.pageable(), asked -> projects.browse(organization, settled.filter(), asked), Found::page)
                : new Found<>(Page.empty(query.pageable()), true);
        ContractId contract = settled.chosenContract();
        model.addAttribute("query", settled);
        model.addAttribute("meant", meant);
        model.addAttribute("contract", contract == null ? null : sheets.contract(contract));
        model.addAttribute("page", rows.of(organization, found.page()));
        model.addAttribute("counted", found.counted());
        model.addAttribute("standings", Standing.values());
        model.addAttribute("leads", people.choices(settled.chosenLead()));
        if (found.page().isEmpty() && meant.isClear()) {
            model.addAttribute("elsewhere", settled.elsewhere(wider -> projects.browse(
                            organization, wider.filter(), Elsewhere.GLIMPSE)
                    .page()
                    .map(project -> new Named(project.id().value(), project.name()))));
        }
        if (found.page().getTotalElements() == 0 && !settled.filtered()) {
            arrivals.of(organization).ifPresent(arrival -> model.addAttribute("arrival", arrival));
        }
        return Fragments.view(headers, response, "projects/projects", "list");
    }

    @GetMapping("/{id}")
    String show(@PathVariable UUID id, @RequestParam(defaultValue = "") String tasks, Model model) {
        ProjectView project = head(id, "overview", model);
        Shown shown = Objects.requireNonNullElse(ListView.constant(Shown.values(), tasks), Shown.ALL);
        model.addAttribute("shown", shown);
        model.addAttribute("sheet", sheets.of(project, shown));
        model.addAttribute("panels", panels.blocks(project.id()));
        return "projects/project";
    }

    /** Once more, with what other kinds have counted meanwhile. */
    @GetMapping("/{id}/tabs")
    String tabs(@PathVariable UUID id, @RequestParam String at, Model model) {
        model.addAttribute("tabs", panels.counted(head(id, at, model).id()));
        return "projects/project-head :: tabs";
    }

    @GetMapping("/{id}/activity")
    @PreAuthorize("hasAuthority('audit.read')")
    String activity(@PathVariable UUID id, @RequestParam(defaultValue = "0") int page, Model model) {
        ProjectView project = head(id, "activity", model);
        model.addAttribute("page", activity.of(Projects.AUDITED_AS, ProjectFields.FIELDS, project.id(), page));
        model.addAttribute("address", "/projects/" + project.id() + "/activity");
        return "projects/project-activity";
    }

    /** What stands on top of each tab. */
    private ProjectView head(UUID id, String tab, Model model) {
        ProjectView project = projects.get(currentUser.organization(), new ProjectId(id));
        model.addAttribute("project", rows.of(currentUser.organization(), project));
        model.addAttribute("tab", tab);
        model.addAttribute("tabs", panels.tabs(project.id()));
        return project;
    }
}
