package app.ascent.journey.run;

import app.ascent.importing.AutotaskMigration;
import app.ascent.importing.EditPreview;
import app.ascent.importing.MigrationService;
import app.ascent.importing.ValueChoices;
import app.ascent.importing.ValueChoices.Choice;
import app.ascent.importing.WhoIsWho;
import app.ascent.journey.Heads;
import app.ascent.journey.RecordTypes;
import app.ascent.journey.RunDeeds;
import app.ascent.journey.RunFacts;
import app.ascent.journey.RunHistory;
import app.ascent.journey.ScopeWords;
import app.ascent.journey.decide.ChosenValues;
import app.ascent.journey.edits.LostEditViews;
import app.ascent.journey.people.ChosenPeople;
import app.ascent.migration.MigrationRefused;
import app.ascent.migration.RunView;
import app.ascent.migration.spi.Conflicts;
import app.ascent.migration.spi.MigrationId;
import app.ascent.migration.spi.RunKind;
import app.ascent.web.Formats;
import app.ascent.web.PageNotice;
import app.ascent.web.Texts;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
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

/** Starting, pausing, cancelling and repeating a run; what asks back first is a page of its own. */
@Controller
@RequestMapping(Heads.ROOT + "/{id}")
@PreAuthorize("hasAuthority('migrations.manage')")
class RunPages {

    private final MigrationService migrations;
    private final ValueChoices choices;
    private final WhoIsWho who;
    private final Heads heads;
    private final RunHistory history;
    private final Formats formats;
    private final Texts texts;
    private final RecordTypes types;
    private final EditPreview preview;
    private final LostEditViews lostEdits;
    private final RunFacts facts;
    private final ScopeWords words;

    RunPages(
            MigrationService migrations,
            ValueChoices choices,
            WhoIsWho who,
            Heads heads,
            RunHistory history,
            Formats formats,
            Texts texts,
            RecordTypes types,
            EditPreview preview,
            LostEditViews lostEdits,
            RunFacts facts,
            ScopeWords words) {
        this.facts = facts;
        this.words = words;
        this.preview = preview;
        this.lostEdits = lostEdits;
        this.migrations = migrations;
        this.choices = choices;
        this.who = who;
        this.heads = heads;
        this.history = history;
        this.formats = formats;
        this.texts = texts;
        this.types = types;
    }

    /**
     * Also goes on with a paused or stopped run, and tries a waiting one again. What stands in the form of the page before
     * the first run is saved first, so that this run goes by it.
     */
    @PostMapping("/start")
    String start(
            @PathVariable UUID id,
            @RequestParam(required = false) @Nullable RunKind kind,
            @RequestParam(required = false) @Nullable Conflicts conflicts,
            @RequestParam MultiValueMap<String, String> form,
            RedirectAttributes redirect) {
        List<Choice> chosen = ChosenValues.of(form);
        List<WhoIsWho.Choice> people = ChosenPeople.of(form);
        int changed = (chosen.isEmpty() ? 0 : choices.choose(new MigrationId(id), chosen))
                + (people.isEmpty() ? 0 : who.choose(new MigrationId(id), people));
        migrations.start(new MigrationId(id), kind, conflicts);
        if (changed > 0) {
            redirect.addFlashAttribute(
                    PageNotice.ATTRIBUTE, PageNotice.done(texts.say("decision.started", (long) changed)));
        }
        return back(id);
    }

    @PostMapping("/pause")
    String pause(@PathVariable UUID id) {
        migrations.pause(new MigrationId(id));
        return back(id);
    }

    @GetMapping("/cancel")
    String askToCancel(@PathVariable UUID id, Model model) {
        AutotaskMigration migration = migrations.get(new MigrationId(id));
        RunView run = run(migration);
        model.addAttribute("head", heads.of(migration));
        boolean retry = history.triesAgain(run);
        model.addAttribute("retry", retry);
        model.addAttribute(
                "question", retry ? texts.say("cancel.retry.text") : texts.say("cancel.text", RunDeeds.of(run, texts)));
        model.addAttribute("earlier", retry ? "" : history.earlier(migration));
        model.addAttribute("keep", texts.sayOr("cancel.keep." + run.status(), texts.say("cancel.keep")));
        return "journey/cancel";
    }

    @PostMapping("/cancel")
    String cancel(@PathVariable UUID id, RedirectAttributes redirect) {
        boolean retry = migrations.cancel(new MigrationId(id));
        redirect.addFlashAttribute(
                PageNotice.ATTRIBUTE, PageNotice.done(texts.say(retry ? "cancel.retry.done" : "cancel.done")));
        return back(id);
    }

    @GetMapping("/run-again")
    String askToRunAgain(@PathVariable UUID id, Model model) {
        AutotaskMigration migration = migrations.get(new MigrationId(id));
        RunView run = run(migration);
        long minutes = Math.max(1, Math.ceilDiv(run.worked().toSeconds(), 60L));
        model.addAttribute("head", heads.of(migration));
        model.addAttribute(
                "question",
                texts.say(
                        "again.text",
                        types.list(types.taken(migration.migration().scope())),
                        formats.count(facts.expectedCalls(run)),
                        minutes));
        model.addAttribute("limits", words.limits(migration.migration().scope()));
        model.addAttribute(
                "edits", lostEdits.first(preview.of(migration.migration().id())));
        model.addAttribute("replaces", texts.say("again.issues", Integer.toString(run.number())));
        return "journey/run-again";
    }

    private RunView run(AutotaskMigration migration) {
        RunView run = migration.migration().run();
        if (run == null) {
            throw new MigrationRefused.NotInThisState(migration.migration().status(), texts.say("refused.no-run"));
        }
        return run;
    }

    private static String back(UUID id) {
        return "redirect:" + Heads.ROOT + "/" + id;
    }
}
