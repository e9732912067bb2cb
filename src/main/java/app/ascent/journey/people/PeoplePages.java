package app.ascent.journey.people;

import app.ascent.importing.AutotaskMigration;
import app.ascent.importing.MigrationService;
import app.ascent.importing.PersonRefused;
import app.ascent.importing.Somebody;
import app.ascent.importing.ValueChoices;
import app.ascent.importing.WhoIsWho;
import app.ascent.importing.WhoIsWho.Choice;
import app.ascent.importing.people.PersonChoice.Target;
import app.ascent.journey.Heads;
import app.ascent.journey.ReviewTabs;
import app.ascent.journey.WaitingChoices;
import app.ascent.migration.Reports.Decision;
import app.ascent.migration.spi.MigrationId;
import app.ascent.web.LastPage;
import app.ascent.web.PageNotice;
import app.ascent.web.Texts;
import jakarta.validation.Valid;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.Page;
import org.springframework.data.domain.PageImpl;
import org.springframework.data.domain.PageRequest;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Who the people of Autotask are in Ascent, to be looked over before the first run and between two. */
@Controller
@RequestMapping(Heads.ROOT + "/{id}/people")
@PreAuthorize("hasAuthority('migrations.manage')")
class PeoplePages {

    private static final int PER_PAGE = 25;

    private final MigrationService migrations;
    private final WhoIsWho who;
    private final ValueChoices values;
    private final PeopleViews views;
    private final ReviewTabs tabs;
    private final Heads heads;
    private final Texts texts;

    PeoplePages(
            MigrationService migrations,
            WhoIsWho who,
            ValueChoices values,
            PeopleViews views,
            ReviewTabs tabs,
            Heads heads,
            Texts texts) {
        this.migrations = migrations;
        this.who = who;
        this.values = values;
        this.views = views;
        this.tabs = tabs;
        this.heads = heads;
        this.texts = texts;
    }

    @GetMapping
    String show(
            @PathVariable UUID id,
            @Valid PeopleFilter filter,
            @RequestParam(defaultValue = "0") int page,
            Model model) {
        return shown(id, filter, page, Map.of(), model);
    }

    private String shown(UUID id, PeopleFilter filter, int page, Map<String, String> entered, Model model) {
        AutotaskMigration migration = migrations.get(new MigrationId(id));
        List<Somebody> all = who.of(migration.migration().id());
        List<Decision> decisions = values.of(migration.migration().id());
        List<Somebody> found = all.stream().filter(filter::takes).toList();
        Page<Somebody> shown = LastPage.orAsked(
                PageRequest.of(Math.clamp(page, 0, 1_000_000), PER_PAGE),
                asked -> new PageImpl<>(
                        found.stream()
                                .skip(asked.getOffset())
                                .limit(asked.getPageSize())
                                .toList(),
                        asked,
                        found.size()));
        String list = Heads.ROOT + "/" + id + "/people";
        model.addAttribute("head", heads.of(migration));
        model.addAttribute("tabs", tabs.of(migration, ReviewTabs.PEOPLE, decisions, all));
        model.addAttribute("waiting", WaitingChoices.of(decisions, all, texts));
        model.addAttribute("filter", filter);
        model.addAttribute("list", list);
        model.addAttribute("narrowed", filter.narrowed());
        model.addAttribute("here", filter.address(list, shown.getNumber()));
        model.addAttribute("pages", filter.address(list, 0));
        model.addAttribute("page", shown);
        model.addAttribute("people", views.of(all, shown.getContent(), who.choosable(), entered));
        return "journey/people";
    }

    /** @param all that whoever is still undecided comes as a name */
    @PostMapping
    String choose(
            @PathVariable UUID id,
            @RequestParam MultiValueMap<String, String> form,
            @RequestParam(required = false) @Nullable String all,
            @Valid PeopleFilter filter,
            @RequestParam(defaultValue = "0") int page,
            Model model,
            RedirectAttributes redirect) {
        MigrationId migration = migrations.get(new MigrationId(id)).migration().id();
        List<Choice> choices = new ArrayList<>(ChosenPeople.of(form));
        if (all != null) {
            choices.addAll(others(migration, choices));
        }
        try {
            int changed = who.choose(migration, choices);
            redirect.addFlashAttribute(PageNotice.ATTRIBUTE, PageNotice.done(texts.say("people.done", (long) changed)));
        } catch (PersonRefused refused) {
            model.addAttribute(
                    PageNotice.ATTRIBUTE, PageNotice.refused(texts.say("people.refused"), refused.getMessage()));
            return shown(id, filter, page, ChosenPeople.entered(form), model);
        }
        return "redirect:" + filter.address(Heads.ROOT + "/" + id + "/people", page);
    }

    private List<Choice> others(MigrationId migration, List<Choice> choices) {
        Set<Long> chosen = choices.stream().map(Choice::resource).collect(Collectors.toSet());
        return who.of(migration).stream()
                .filter(Somebody::open)
                .map(somebody -> somebody.person().id())
                .filter(resource -> !chosen.contains(resource))
                .map(resource -> new Choice(resource, Target.NAME, null))
                .toList();
    }
}
