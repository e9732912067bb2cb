package app.ascent.journey.decide;

import app.ascent.importing.AutotaskMigration;
import app.ascent.importing.MigrationService;
import app.ascent.importing.Somebody;
import app.ascent.importing.ValueChoices;
import app.ascent.importing.WhoIsWho;
import app.ascent.journey.Heads;
import app.ascent.journey.ReviewTabs;
import app.ascent.journey.WaitingChoices;
import app.ascent.migration.Reports.Decision;
import app.ascent.migration.RunStatus;
import app.ascent.migration.spi.MigrationId;
import app.ascent.web.PageNotice;
import app.ascent.web.Texts;
import java.util.List;
import java.util.UUID;
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

/** What picklist values become: chosen before the first run on the page of the migration, later on one of its own. */
@Controller
@RequestMapping(Heads.ROOT + "/{id}/values")
@PreAuthorize("hasAuthority('migrations.manage')")
class ValuePages {

    private final MigrationService migrations;
    private final ValueChoices choices;
    private final Heads heads;
    private final DecisionViews views;
    private final Texts texts;
    private final WhoIsWho who;
    private final ReviewTabs tabs;

    ValuePages(
            MigrationService migrations,
            ValueChoices choices,
            Heads heads,
            DecisionViews views,
            Texts texts,
            WhoIsWho who,
            ReviewTabs tabs) {
        this.who = who;
        this.tabs = tabs;
        this.migrations = migrations;
        this.choices = choices;
        this.heads = heads;
        this.views = views;
        this.texts = texts;
    }

    @GetMapping
    String show(@PathVariable UUID id, Model model) {
        AutotaskMigration migration = migrations.get(new MigrationId(id));
        model.addAttribute("head", heads.of(migration));
        List<Decision> decisions = choices.of(migration.migration().id());
        List<Somebody> people = who.of(migration.migration().id());
        model.addAttribute("values", views.of(decisions));
        model.addAttribute("tabs", tabs.of(migration, ReviewTabs.DECISIONS, decisions, people));
        model.addAttribute("waiting", WaitingChoices.of(decisions, people, texts));
        return "journey/values";
    }

    /** The form of all values, whichever of its buttons was pressed. */
    @PostMapping
    String choose(
            @PathVariable UUID id, @RequestParam MultiValueMap<String, String> form, RedirectAttributes redirect) {
        AutotaskMigration migration = migrations.get(new MigrationId(id));
        int changed = choices.choose(migration.migration().id(), ChosenValues.of(form));
        redirect.addFlashAttribute(PageNotice.ATTRIBUTE, PageNotice.done(texts.say("decision.done", (long) changed)));
        boolean reviewed = migration.migration().status() == RunStatus.CREATED;
        return "redirect:" + Heads.ROOT + "/" + id + (reviewed ? "" : "/values");
    }
}
