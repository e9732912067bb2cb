package app.ascent.journey.scope;

import app.ascent.autotask.client.AutotaskFailure;
import app.ascent.importing.AutotaskMigration;
import app.ascent.importing.MigrationScope;
import app.ascent.importing.MigrationScope.Files;
import app.ascent.importing.MigrationScope.Kind;
import app.ascent.importing.MigrationScope.Wish;
import app.ascent.importing.MigrationService;
import app.ascent.importing.ScopeCounts;
import app.ascent.importing.ScopeRefused;
import app.ascent.importing.ValueChoices;
import app.ascent.importing.WhoIsWho;
import app.ascent.journey.Heads;
import app.ascent.journey.Megabytes;
import app.ascent.journey.RecordTypes;
import app.ascent.journey.ReviewTabs;
import app.ascent.journey.scope.ScopeView.Problem;
import app.ascent.journey.scope.ScopeViews.Entered;
import app.ascent.migration.spi.MigrationId;
import app.ascent.migration.spi.Scope;
import app.ascent.migration.spi.Scope.History;
import app.ascent.web.Formats;
import app.ascent.web.PageNotice;
import app.ascent.web.Texts;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** What imports take: which kinds of record, and how far back; with what Autotask counts for each choice. */
@Controller
@RequestMapping(Heads.ROOT + "/{id}/scope")
@PreAuthorize("hasAuthority('migrations.manage')")
class ScopePages {

    /** @param filesUpTo megabytes */
    record ScopeForm(
            @NotNull History history,
            @Nullable String since,
            @Nullable List<String> kind,
            @Nullable String filesSince,
            @Nullable String filesUpTo) {}

    private final MigrationService migrations;
    private final MigrationScope scopes;
    private final ScopeCounts counts;
    private final ScopeViews views;
    private final ValueChoices values;
    private final WhoIsWho who;
    private final ReviewTabs tabs;
    private final Heads heads;
    private final Formats formats;
    private final Texts texts;
    private final RecordTypes types;

    ScopePages(
            MigrationService migrations,
            MigrationScope scopes,
            ScopeCounts counts,
            ScopeViews views,
            ValueChoices values,
            WhoIsWho who,
            ReviewTabs tabs,
            Heads heads,
            Formats formats,
            Texts texts,
            RecordTypes types) {
        this.migrations = migrations;
        this.scopes = scopes;
        this.counts = counts;
        this.views = views;
        this.values = values;
        this.who = who;
        this.tabs = tabs;
        this.heads = heads;
        this.formats = formats;
        this.texts = texts;
        this.types = types;
    }

    @GetMapping
    String show(@PathVariable UUID id, Model model) {
        return shown(migrations.get(new MigrationId(id)), null, null, model);
    }

    @PostMapping
    String save(
            @PathVariable UUID id, @Valid @ModelAttribute ScopeForm form, Model model, RedirectAttributes redirect) {
        AutotaskMigration migration = migrations.get(new MigrationId(id));
        Entered entered = entered(form);
        Scope saved;
        try {
            saved = scopes.change(migration.migration().id(), wish(migration, entered));
        } catch (ScopeRefused refused) {
            return shown(migration, entered, new Problem(refused.field(), refused.getMessage()), model);
        }
        List<String> orphans = saved.leftOut().stream()
                .filter(entered.taken()::contains)
                .sorted()
                .toList();
        redirect.addFlashAttribute(
                PageNotice.ATTRIBUTE,
                PageNotice.done(
                        orphans.isEmpty()
                                ? texts.say("scope.saved")
                                : texts.say("scope.saved.orphans", types.list(orphans))));
        return "redirect:" + Heads.ROOT + "/" + id + ReviewTabs.SCOPE;
    }

    /** The first run goes by what stands in the form. */
    @PostMapping("/start")
    String start(
            @PathVariable UUID id, @Valid @ModelAttribute ScopeForm form, Model model, RedirectAttributes redirect) {
        AutotaskMigration migration = migrations.get(new MigrationId(id));
        Entered entered = entered(form);
        Scope saved;
        try {
            saved = scopes.change(migration.migration().id(), wish(migration, entered));
        } catch (ScopeRefused refused) {
            return shown(migration, entered, new Problem(refused.field(), refused.getMessage()), model);
        }
        migrations.start(migration.migration().id(), null, null);
        if (!saved.equals(migration.migration().scope())) {
            redirect.addFlashAttribute(PageNotice.ATTRIBUTE, PageNotice.done(texts.say("scope.started")));
        }
        return "redirect:" + Heads.ROOT + "/" + id;
    }

    /** What stands in the form stays as it is, saved or not. */
    @PostMapping("/count")
    String count(@PathVariable UUID id, @Valid @ModelAttribute ScopeForm form, Model model)
            throws InterruptedException {
        AutotaskMigration migration = migrations.get(new MigrationId(id));
        Entered entered = entered(form);
        try {
            counts.count(migration.migration().id(), day(entered.since()), formats.zone());
        } catch (DateTimeException odd) {
            return shown(migration, entered, new Problem("since", texts.say("scope.no-day")), model);
        } catch (AutotaskFailure failure) {
            model.addAttribute(
                    PageNotice.ATTRIBUTE, PageNotice.refused(texts.say("scope.count.failed"), failure.getMessage()));
        }
        return shown(migration, entered, null, model);
    }

    private static LocalDate day(String text) {
        return LocalDate.parse(text);
    }

    private Entered entered(ScopeForm form) {
        String since = stripped(form.since());
        return new Entered(
                form.history(),
                since.isEmpty() ? views.usual().toString() : since,
                form.kind() == null ? Set.of() : Set.copyOf(form.kind()),
                stripped(form.filesSince()),
                stripped(form.filesUpTo()));
    }

    private static String stripped(@Nullable String text) {
        return text == null ? "" : text.strip();
    }

    private Wish wish(AutotaskMigration migration, Entered entered) {
        List<Kind> known = scopes.kinds(migration.migration().scope());
        String first = known.getFirst().name();
        return new Wish(
                entered.history(),
                entered.history() == History.SINCE ? entered.since() : null,
                formats.zone(),
                known.stream()
                        .map(kind -> new Kind(
                                kind.name(),
                                kind.name().equals(first) || entered.taken().contains(kind.name())))
                        .toList(),
                new Files(
                        entered.filesSince().isEmpty() ? null : entered.filesSince(),
                        entered.filesUpTo().isEmpty() ? null : Megabytes.read(entered.filesUpTo(), texts)));
    }

    private String shown(
            AutotaskMigration migration, @Nullable Entered entered, @Nullable Problem problem, Model model) {
        MigrationId id = migration.migration().id();
        Scope scope = migration.migration().scope();
        model.addAttribute("head", heads.of(migration));
        model.addAttribute("tabs", tabs.of(migration, ReviewTabs.SCOPE, values.of(id), who.of(id)));
        model.addAttribute(
                "scope",
                views.of(
                        migration.migration(),
                        Objects.requireNonNullElseGet(
                                entered,
                                () -> Entered.of(
                                        scope,
                                        views.usual().toString(),
                                        scopes.kinds(scope).stream()
                                                .map(Kind::name)
                                                .toList())),
                        counts.of(id),
                        problem));
        return "journey/scope";
    }
}
