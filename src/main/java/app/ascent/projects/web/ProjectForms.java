package app.ascent.projects.web;

import static app.ascent.record.page.RecordChoices.MOST;

import app.ascent.contracts.ContractFilter;
import app.ascent.contracts.Contracts;
import app.ascent.crm.ClientId;
import app.ascent.crm.page.WhichClient;
import app.ascent.identity.CurrentUser;
import app.ascent.projects.ProjectFields;
import app.ascent.projects.ProjectId;
import app.ascent.projects.ProjectStatus;
import app.ascent.projects.ProjectType;
import app.ascent.projects.ProjectView;
import app.ascent.projects.Projects;
import app.ascent.record.field.Entered;
import app.ascent.record.page.MemberChoices;
import app.ascent.record.page.RecordChoices;
import app.ascent.record.page.RecordForms;
import app.ascent.record.page.RecordKind;
import app.ascent.record.page.RecordWords;
import app.ascent.text.Hours;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The forms in which people add, change and remove projects. */
@Controller
@RequestMapping("/projects")
class ProjectForms implements RecordForms.Surroundings<ProjectView> {

    private static final List<String> HOURS = List.of("estimatedMinutes", "actualMinutes");
    static final RecordKind KIND =
            new RecordKind("project", "projects", "projects/project-form", ProjectFields.FIELDS, Map.of());

    private final Projects projects;
    private final Contracts contracts;
    private final MemberChoices people;
    private final WhichClient whichClient;
    private final RecordChoices choices;
    private final RecordWords words;
    private final CurrentUser currentUser;
    private final RecordForms<ProjectId, ProjectView> forms;

    ProjectForms(
            Projects projects,
            Contracts contracts,
            MemberChoices people,
            WhichClient whichClient,
            RecordChoices choices,
            RecordWords words,
            CurrentUser currentUser) {
        this.projects = projects;
        this.contracts = contracts;
        this.people = people;
        this.whichClient = whichClient;
        this.choices = choices;
        this.words = words;
        this.currentUser = currentUser;
        this.forms = new RecordForms<>(KIND, projects, this, words, currentUser);
    }

    /** There are too many clients for a list to choose from, so the client comes first. */
    @GetMapping("/new")
    @PreAuthorize("hasAuthority('projects.create')")
    ModelAndView add(
            @RequestParam(required = false) @Nullable UUID client,
            @RequestParam(required = false) @Nullable UUID contract,
            @RequestParam(defaultValue = "") String search,
            @Nullable Entered returned) {
        return whichClient.first(
                forms,
                client,
                search,
                returned == null ? null : hours(returned),
                begun -> begun.with("contractId", contract));
    }

    @PostMapping
    @PreAuthorize("hasAuthority('projects.create')")
    ModelAndView create(Entered entered, @RequestParam(defaultValue = "") String seen, RedirectAttributes redirect) {
        return forms.create(hours(entered), seen, redirect);
    }

    @GetMapping("/{id}/edit")
    @PreAuthorize("hasAuthority('projects.update')")
    ModelAndView edit(@PathVariable UUID id, @Nullable Entered returned) {
        return forms.edit(id, returned == null ? null : hours(returned));
    }

    @PostMapping("/{id}")
    @PreAuthorize("hasAuthority('projects.update')")
    ModelAndView update(@PathVariable UUID id, Entered entered, RedirectAttributes redirect) {
        return forms.update(id, hours(entered), redirect);
    }

    @GetMapping("/{id}/delete")
    @PreAuthorize("hasAuthority('projects.delete')")
    ModelAndView confirmDelete(@PathVariable UUID id) {
        return forms.confirmDelete(id)
                .addObject("removed", projects.removedWith(currentUser.organization(), new ProjectId(id)));
    }

    @PostMapping("/{id}/delete")
    @PreAuthorize("hasAuthority('projects.delete')")
    String delete(@PathVariable UUID id, RedirectAttributes redirect) {
        return forms.delete(id, redirect);
    }

    /** People who type 8 mean hours. */
    private static Entered hours(Entered typed) {
        Entered entered = typed;
        for (String field : HOURS) {
            entered = entered.with(field, Hours.typed(entered.raw(field)));
        }
        return entered;
    }

    @Override
    public ModelAndView offer(ModelAndView page, @Nullable ProjectView project, Entered entered) {
        ClientId client = WhichClient.of(entered);
        page.addObject("project", project);
        page.addObject("types", words.choices("project", "type", ProjectType.values()));
        page.addObject("statuses", words.choices("project", "status", ProjectStatus.values()));
        page.addObject(
                "leads", people.of(project == null ? null : project.fields().leadId()));
        page.addObject("clientName", choices.name(client));
        page.addObject("contracts", client == null ? Map.of() : contracts(client, project));
        return page;
    }

    /** Those of the client, and whichever it is now. */
    private Map<String, String> contracts(ClientId client, @Nullable ProjectView project) {
        return choices.of(
                contracts.list(currentUser.organization(), ContractFilter.of(client), MOST),
                project == null ? null : project.fields().contractId());
    }
}
