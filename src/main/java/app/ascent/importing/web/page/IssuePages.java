package app.ascent.importing.web.page;

import app.ascent.importing.AutotaskMigration;
import app.ascent.importing.MigrationService;
import app.ascent.importing.RecordRetrying;
import app.ascent.importing.web.page.IssueViews.Place;
import app.ascent.migration.MigrationRefused;
import app.ascent.migration.Reports;
import app.ascent.migration.Reports.Outcome;
import app.ascent.migration.Reports.ReasonCount;
import app.ascent.migration.Reports.RecordFilter;
import app.ascent.migration.Reports.RecordView;
import app.ascent.migration.Reports.Report;
import app.ascent.migration.RunStatus;
import app.ascent.migration.RunView;
import app.ascent.migration.spi.MigrationId;
import app.ascent.migration.spi.SourceId;
import app.ascent.web.Formats;
import app.ascent.web.LastPage;
import app.ascent.web.PageNotice;
import app.ascent.web.Texts;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.Page;
import org.springframework.data.domain.PageRequest;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The records of the latest run that were skipped, failed or loaded with a remark. */
@Controller
@RequestMapping(Heads.ROOT + "/{id}/issues")
@PreAuthorize("hasAuthority('migrations.manage')")
class IssuePages {

    private static final String PAGE = "importing/issues";
    private static final int PER_PAGE = 25;

    /** A record has a handful of remarks, and two outcomes at most. */
    private static final PageRequest OF_ONE_RECORD = PageRequest.of(0, 100);

    private final MigrationService migrations;
    private final RecordRetrying retrying;
    private final Reports reports;
    private final MigrationScreens screens;
    private final IssueViews views;
    private final Formats formats;
    private final Texts texts;

    IssuePages(
            MigrationService migrations,
            RecordRetrying retrying,
            Reports reports,
            MigrationScreens screens,
            IssueViews views,
            Formats formats,
            Texts texts) {
        this.migrations = migrations;
        this.retrying = retrying;
        this.reports = reports;
        this.screens = screens;
        this.views = views;
        this.formats = formats;
        this.texts = texts;
    }

    @GetMapping
    String list(@PathVariable UUID id, IssueFilter filter, @RequestParam(defaultValue = "0") int page, Model model) {
        AutotaskMigration migration = existing(id);
        MigrationId key = migration.migration().id();
        RecordFilter wanted = filter.forReports();
        Page<RecordView> found = LastPage.orAsked(
                PageRequest.of(Math.max(0, page), PER_PAGE),
                rows -> filter.pulled()
                        ? reports.pulled(screens.organization(), key, wanted.entity(), rows)
                        : reports.issues(screens.organization(), key, wanted, rows));
        model.addAttribute("listed", listed(filter, found));
        Report report = reports.report(screens.organization(), key);
        model.addAttribute("page", found);
        model.addAttribute(
                "view",
                views.list(
                        place(migration),
                        filter,
                        reports.counts(screens.organization(), key, wanted),
                        found,
                        report.entities().stream().map(each -> each.entity()).toList(),
                        codes(report)));
        RunView run = MigrationScreens.latest(migration);
        boolean everything = !filter.narrowed() && filter.outcome() == null && found.getTotalElements() == 0;
        model.addAttribute("none", everything ? none(run) : null);
        return page(migration, model);
    }

    /** What the list is of, where it is no list of issues; null where it is. */
    private @Nullable String listed(IssueFilter filter, Page<RecordView> found) {
        if (filter.field() != null) {
            String label = found.stream()
                    .map(record -> Objects.requireNonNullElse(record.label(), ""))
                    .filter(each -> !each.isBlank())
                    .findFirst()
                    .orElse(Objects.requireNonNullElse(filter.value(), texts.say("value.none")));
            String field = texts.sayOr("source." + filter.entity() + "." + filter.field(), filter.field());
            return texts.say("issues.listed.value", field.toLowerCase(Locale.ENGLISH), label);
        }
        if (filter.result() != null) {
            return texts.say("issues.listed." + filter.result());
        }
        if (filter.pulled() || filter.what() == Outcome.LOADED) {
            return texts.say("issues.listed." + filter.outcome());
        }
        return null;
    }

    /** Where no filter is to blame, the page says whether the run had its chance to find anything. */
    private String none(RunView run) {
        String number = Integer.toString(run.number());
        return switch (run.status()) {
            case COMPLETED, COMPLETED_WITH_ISSUES ->
                texts.say(
                        "issues.none.text",
                        formats.count(Totals.of(run.entities()).loaded()));
            case CANCELLED -> texts.say("issues.none.CANCELLED", number);
            case CREATED, QUEUED, RUNNING, WAITING, PAUSED, FAILED -> texts.say("issues.none.so-far", number);
        };
    }

    /** A record's own address, for a link that still fits when the list has changed. */
    @GetMapping("/{entity}/{sourceId}")
    String one(
            @PathVariable UUID id,
            @PathVariable String entity,
            @PathVariable long sourceId,
            @RequestParam(required = false) @Nullable String open,
            Model model) {
        AutotaskMigration migration = existing(id);
        List<RecordView> found = of(migration, entity, new SourceId(sourceId));
        if (found.isEmpty()) {
            throw new MigrationRefused.Unknown();
        }
        model.addAttribute("view", views.single(place(migration), found, open));
        return page(migration, model);
    }

    /** Tries one record again, or all that were left out for a reason. */
    @PostMapping("/retry")
    String retry(
            @PathVariable UUID id,
            @RequestParam(required = false) @Nullable String entity,
            @RequestParam(required = false) @Nullable Long sourceId,
            @RequestParam(required = false) @Nullable String code,
            RedirectAttributes redirect) {
        MigrationId migration = existing(id).migration().id();
        int records;
        if (entity != null && sourceId != null) {
            records = retrying.one(migration, entity, new SourceId(sourceId));
        } else if (code != null) {
            records = retrying.allOf(migration, entity == null || entity.isBlank() ? null : entity, code);
        } else {
            throw new MigrationRefused.NothingToRetry("Choose a record, or a reason, to retry.");
        }
        redirect.addFlashAttribute(PageNotice.ATTRIBUTE, PageNotice.done(texts.say("retry.done", (long) records)));
        return "redirect:" + Heads.ROOT + "/" + id;
    }

    /** Its skip, failure or remarks; a record that was loaded without any is shown as such. */
    private List<RecordView> of(AutotaskMigration migration, String entity, SourceId sourceId) {
        List<RecordView> found = new ArrayList<>(records(migration, new RecordFilter(entity, null, null, sourceId)));
        return found.isEmpty() ? records(migration, new RecordFilter(entity, Outcome.LOADED, null, sourceId)) : found;
    }

    private List<RecordView> records(AutotaskMigration migration, RecordFilter filter) {
        return reports.issues(screens.organization(), migration.migration().id(), filter, OF_ONE_RECORD)
                .getContent();
    }

    private String page(AutotaskMigration migration, Model model) {
        RunView run = MigrationScreens.latest(migration);
        model.addAttribute("head", screens.head(migration));
        model.addAttribute(
                "runTitle", texts.say("run.title", Integer.toString(run.number()), formats.date(run.startedAt())));
        return PAGE;
    }

    private Place place(AutotaskMigration migration) {
        return new Place(
                screens.organization(),
                migration.migration().id(),
                migration.connection().zone(),
                migration.migration().status() == RunStatus.COMPLETED_WITH_ISSUES,
                Heads.ROOT + "/" + migration.migration().id());
    }

    private static List<String> codes(Report report) {
        return Stream.of(report.failures(), report.skips(), report.warnings())
                .flatMap(List::stream)
                .map(ReasonCount::code)
                .distinct()
                .toList();
    }

    private AutotaskMigration existing(UUID id) {
        AutotaskMigration found = migrations.find(new MigrationId(id)).orElseThrow(MigrationRefused.Unknown::new);
        if (found.migration().run() == null) {
            throw new MigrationRefused.NotInThisState(found.migration().status(), texts.say("refused.no-run"));
        }
        return found;
    }
}
