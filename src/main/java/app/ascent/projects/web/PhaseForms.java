package app.ascent.projects.web;

import app.ascent.identity.CurrentUser;
import app.ascent.projects.PhaseFields;
import app.ascent.projects.PhaseId;
import app.ascent.projects.PhaseView;
import app.ascent.projects.Phases;
import app.ascent.projects.ProjectId;
import app.ascent.projects.Projects;
import app.ascent.record.field.Entered;
import app.ascent.record.field.Ids;
import app.ascent.record.page.RecordForms;
import app.ascent.record.page.RecordKind;
import app.ascent.record.page.RecordWords;
import app.ascent.text.Hours;
import app.ascent.web.KeptForms;
import java.util.LinkedHashMap;
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

/** The forms in which people divide a project; they lead back to it, since a phase has no page of its own. */
@Controller
@RequestMapping("/projects/{project}/phases")
class PhaseForms implements RecordForms.Surroundings<PhaseView> {

    static final PageRequest PLAN = PageRequest.of(0, 500, Sort.by("start"));

    private static final String PARENT = "parentId";
    private static final String PROJECT = "projectId";
    private static final RecordKind KIND =
            new RecordKind("phase", "phases", "projects/phase-form", PhaseFields.FIELDS, Map.of(PARENT, PhaseId.class));

    private final Projects projects;
    private final Phases phases;
    private final CurrentUser currentUser;
    private final RecordForms<PhaseId, PhaseView> forms;

    PhaseForms(Projects projects, Phases phases, RecordWords words, CurrentUser currentUser) {
        this.projects = projects;
        this.phases = phases;
        this.currentUser = currentUser;
        this.forms = new RecordForms<>(KIND, phases, this, words, currentUser);
    }

    @GetMapping("/new")
    @PreAuthorize("hasAuthority('projects.update')")
    ModelAndView add(
            @PathVariable UUID project,
            @RequestParam MultiValueMap<String, String> input,
            @RequestAttribute(name = KeptForms.RETURNED, required = false) @Nullable Boolean returned) {
        return returned == null
                ? forms.add(Entered.fresh(PhaseFields.FIELDS).with(PROJECT, existing(project)))
                : forms.addReturned(entered(project, input));
    }

    @PostMapping
    @PreAuthorize("hasAuthority('projects.update')")
    ModelAndView create(
            @PathVariable UUID project,
            @RequestParam MultiValueMap<String, String> input,
            @RequestParam(defaultValue = "") String seen,
            RedirectAttributes redirect) {
        return back(project, forms.create(entered(project, input), seen, redirect));
    }

    /** Where whoever does not delete a phase, after all, is led. */
    @GetMapping("/{id}")
    @PreAuthorize("hasAuthority('projects.read')")
    String show(@PathVariable UUID project) {
        return "redirect:/projects/" + project;
    }

    @GetMapping("/{id}/edit")
    @PreAuthorize("hasAuthority('projects.update')")
    ModelAndView edit(
            @PathVariable UUID project,
            @PathVariable UUID id,
            @RequestParam MultiValueMap<String, String> input,
            @RequestAttribute(name = KeptForms.RETURNED, required = false) @Nullable Boolean returned) {
        return forms.edit(phase(project, id), returned == null ? null : entered(project, input));
    }

    @PostMapping("/{id}")
    @PreAuthorize("hasAuthority('projects.update')")
    ModelAndView update(
            @PathVariable UUID project,
            @PathVariable UUID id,
            @RequestParam MultiValueMap<String, String> input,
            RedirectAttributes redirect) {
        return back(project, forms.update(phase(project, id), entered(project, input), redirect));
    }

    @GetMapping("/{id}/delete")
    @PreAuthorize("hasAuthority('projects.delete')")
    ModelAndView confirmDelete(@PathVariable UUID project, @PathVariable UUID id) {
        return forms.confirmDelete(phase(project, id), "projects/phase-delete").addObject("project", project);
    }

    @PostMapping("/{id}/delete")
    @PreAuthorize("hasAuthority('projects.delete')")
    String delete(@PathVariable UUID project, @PathVariable UUID id, RedirectAttributes redirect) {
        forms.delete(phase(project, id), redirect);
        return show(project);
    }

    private static ModelAndView back(UUID project, ModelAndView page) {
        if (String.valueOf(page.getViewName()).startsWith("redirect:")) {
            page.setViewName("redirect:/projects/" + project);
        }
        return page;
    }

    private static Entered entered(UUID project, MultiValueMap<String, String> input) {
        Entered entered = Entered.form(input).with(PROJECT, project);
        return entered.with("estimatedMinutes", Hours.typed(entered.raw("estimatedMinutes")));
    }

    private ProjectId existing(UUID project) {
        return projects.get(currentUser.organization(), new ProjectId(project)).id();
    }

    private UUID phase(UUID project, UUID id) {
        return phases.get(currentUser.organization(), new ProjectId(project), new PhaseId(id))
                .id()
                .value();
    }

    @Override
    public ModelAndView offer(ModelAndView page, @Nullable PhaseView phase, Entered entered) {
        ProjectId project = (ProjectId) Ids.parsed(ProjectId.class, entered.comparable(PROJECT));
        page.addObject("phase", phase);
        page.addObject("project", project == null ? null : projects.get(currentUser.organization(), project));
        page.addObject("parents", project == null ? Map.of() : parents(project, phase));
        return page;
    }

    private Map<String, String> parents(ProjectId project, @Nullable PhaseView phase) {
        Map<String, String> choices = new LinkedHashMap<>();
        ProjectPlan.of(phases.list(currentUser.organization(), project, PLAN)).lines().stream()
                .filter(line -> phase == null || !line.id().equals(phase.id().value()))
                .forEach(line -> choices.put(line.id().toString(), line.number() + " " + line.title()));
        return choices;
    }
}
