package app.ascent.projects.web;

import app.ascent.contracts.ContractFilter;
import app.ascent.contracts.ContractId;
import app.ascent.contracts.Contracts;
import app.ascent.crm.ClientId;
import app.ascent.crm.ClientView;
import app.ascent.crm.Clients;
import app.ascent.crm.MeantClients;
import app.ascent.identity.CurrentUser;
import app.ascent.projects.ProjectFields;
import app.ascent.projects.ProjectId;
import app.ascent.projects.ProjectStatus;
import app.ascent.projects.ProjectType;
import app.ascent.projects.ProjectView;
import app.ascent.projects.Projects;
import app.ascent.record.RecordNames;
import app.ascent.record.field.Entered;
import app.ascent.record.field.Ids;
import app.ascent.record.page.Doubtful;
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

/** The forms in which people add, change and remove projects. */
@Controller
@RequestMapping("/projects")
class ProjectForms implements RecordForms.Surroundings<ProjectView> {

    private static final String CLIENT = "clientId";
    private static final List<String> HOURS = List.of("estimatedMinutes", "actualMinutes");
    private static final PageRequest CHOICES = PageRequest.of(0, 500);
    private static final RecordKind KIND =
            new RecordKind("project", "projects", "projects/project-form", ProjectFields.FIELDS, Map.of());

    private final Projects projects;
    private final Clients clients;
    private final Contracts contracts;
    private final ProjectPeople people;
    private final MeantClients meantClients;
    private final RecordNames names;
    private final RecordWords words;
    private final CurrentUser currentUser;
    private final RecordForms<ProjectId, ProjectView> forms;

    ProjectForms(
            Projects projects,
            Clients clients,
            Contracts contracts,
            ProjectPeople people,
            MeantClients meantClients,
            RecordNames names,
            RecordWords words,
            CurrentUser currentUser) {
        this.projects = projects;
        this.clients = clients;
        this.contracts = contracts;
        this.people = people;
        this.meantClients = meantClients;
        this.names = names;
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
            @RequestParam MultiValueMap<String, String> input,
            @RequestAttribute(name = KeptForms.RETURNED, required = false) @Nullable Boolean returned) {
        if (client == null) {
            return new ModelAndView("projects/project-new-client")
                    .addObject("search", search)
                    .addObject("found", meantClients.choices(currentUser.organization(), search));
        }
        if (returned != null) {
            return forms.addReturned(entered(input));
        }
        ClientView chosen = clients.get(currentUser.organization(), new ClientId(client));
        return forms.add(
                Entered.fresh(ProjectFields.FIELDS).with(CLIENT, chosen.id()).with("contractId", contract));
    }

    @PostMapping
    @PreAuthorize("hasAuthority('projects.create')")
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
        return forms.confirmDelete(id, "projects/project-delete")
                .addObject("removed", projects.removedWith(currentUser.organization(), new ProjectId(id)));
    }

    @PostMapping("/{id}/delete")
    @PreAuthorize("hasAuthority('projects.delete')")
    String delete(@PathVariable UUID id, RedirectAttributes redirect) {
        return forms.delete(id, redirect);
    }

    /** People who type 8 mean hours. */
    private static Entered entered(MultiValueMap<String, String> input) {
        Entered entered = Entered.form(input);
        for (String field : HOURS) {
            entered = entered.with(field, Hours.typed(entered.raw(field)));
        }
        return entered;
    }

    /** A client may have several projects of one name. */
    @Override
    public Doubtful doubtful(Entered entered) {
        return Doubtful.of(List.of());
    }

    @Override
    public ModelAndView offer(ModelAndView page, @Nullable ProjectView project, Entered entered) {
        ClientId client = (ClientId) Ids.parsed(ClientId.class, entered.comparable(CLIENT));
        page.addObject("project", project);
        page.addObject("types", words.choices("project", "type", ProjectType.values()));
        page.addObject("statuses", words.choices("project", "status", ProjectStatus.values()));
        page.addObject(
                "leads",
                people.choices(project == null ? null : project.fields().leadId()));
        page.addObject(
                "clientName",
                client == null
                        ? null
                        : names.of(currentUser.organization(), List.of(client)).get(client));
        page.addObject("contracts", client == null ? Map.of() : contracts(client, project));
        return page;
    }

    /** Those of the client, and whichever it is now. */
    private Map<String, String> contracts(ClientId client, @Nullable ProjectView project) {
        ContractId present = project == null ? null : project.fields().contractId();
        Map<String, String> choices = new LinkedHashMap<>();
        contracts
                .list(currentUser.organization(), ContractFilter.of(client), CHOICES)
                .forEach(contract -> choices.put(contract.id().toString(), contract.name()));
        if (present != null && !choices.containsKey(present.toString())) {
            String name = names.of(currentUser.organization(), List.of(present)).get(present);
            choices.put(present.toString(), name == null ? present.toString() : name);
        }
        return choices;
    }
}
