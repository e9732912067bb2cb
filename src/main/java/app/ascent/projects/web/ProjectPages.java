package app.ascent.projects.web;

import app.ascent.contracts.ContractId;
import app.ascent.crm.page.WhichClient;
import app.ascent.projects.ProjectFilter;
import app.ascent.projects.ProjectFilter.Standing;
import app.ascent.projects.ProjectId;
import app.ascent.projects.ProjectView;
import app.ascent.projects.Projects;
import app.ascent.projects.web.ProjectPlans.Shown;
import app.ascent.record.page.Fragments;
import app.ascent.record.page.ListView;
import app.ascent.record.page.MemberChoices;
import app.ascent.record.page.PageServices;
import app.ascent.record.page.RecordPages;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
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

    private final ProjectSheets sheets;
    private final MemberChoices people;
    private final WhichClient whichClient;
    private final RecordPages<ProjectId, ProjectView, ProjectFilter> pages;

    ProjectPages(
            Projects projects,
            ProjectRows rows,
            ProjectSheets sheets,
            MemberChoices people,
            WhichClient whichClient,
            PageServices services) {
        this.sheets = sheets;
        this.people = people;
        this.whichClient = whichClient;
        this.pages = new RecordPages<>(ProjectForms.KIND, projects, rows, services);
    }

    @GetMapping
    String list(
            @ModelAttribute("query") ProjectQuery query,
            @RequestHeader Map<String, String> headers,
            HttpServletResponse response,
            Model model) {
        whichClient.list(pages, query, ProjectQuery::filter, model);
        ContractId contract = query.chosenContract();
        model.addAttribute("contract", contract == null ? null : sheets.contract(contract));
        model.addAttribute("standings", Standing.values());
        model.addAttribute("leads", people.of(query.chosenLead()));
        return Fragments.view(headers, response, "projects/projects", "list");
    }

    @GetMapping("/{id}")
    String show(@PathVariable UUID id, @RequestParam(defaultValue = "") String tasks, Model model) {
        Shown shown = Objects.requireNonNullElse(ListView.constant(Shown.values(), tasks), Shown.ALL);
        model.addAttribute("shown", shown);
        model.addAttribute("sheet", sheets.of(pages.show(id, model), shown));
        return "projects/project";
    }

    @GetMapping("/{id}/tabs")
    String tabs(@PathVariable UUID id, @RequestParam String at, Model model) {
        return pages.tabs(id, at, model);
    }

    @GetMapping("/{id}/activity")
    @PreAuthorize("hasAuthority('audit.read')")
    String activity(@PathVariable UUID id, @RequestParam(defaultValue = "0") int page, Model model) {
        return pages.activity(id, page, model);
    }
}
