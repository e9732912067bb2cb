package app.ascent.journey.inbox;

import app.ascent.identity.CurrentUser;
import app.ascent.importing.AutotaskMigration;
import app.ascent.importing.MigrationService;
import app.ascent.importing.RecordRetrying;
import app.ascent.journey.Heads;
import app.ascent.journey.IssueFilter;
import app.ascent.journey.PageRefusals;
import app.ascent.journey.RunHistory;
import app.ascent.journey.Totals;
import app.ascent.journey.inbox.IssueViews.Next;
import app.ascent.journey.inbox.IssueViews.Place;
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
import org.springframework.data.domain.Pageable;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The records of a run that were skipped, failed or loaded with a remark. */
@Controller
@RequestMapping(Heads.ROOT + "/{id}/issues")
@PreAuthorize("hasAuthority('migrations.manage')")
class IssuePages {

    private static final String PAGE = "journey/issues";
    private static final int PER_PAGE = 25;

    /** A record has a handful of remarks, and two outcomes at most. */
    private static final PageRequest OF_ONE_RECORD = PageRequest.of(0, 100);

    private final MigrationService migrations;
    private final RecordRetrying retrying;
    private final Reports reports;
    private final Heads heads;
    private final RunHistory history;
    private final CurrentUser currentUser;
    private final IssueViews views;
    private final MissingParentViews missing;
    private final Formats formats;
    private final Texts texts;

    IssuePages(
            MigrationService migrations,
            RecordRetrying retrying,
            Reports reports,
            Heads heads,
            RunHistory history,
            CurrentUser currentUser,
            IssueViews views,
            MissingParentViews missing,
            Formats formats,
            Texts texts) {
        this.migrations = migrations;
        this.retrying = retrying;
        this.reports = reports;
        this.heads = heads;
        this.history = history;
        this.currentUser = currentUser;
        this.views = views;
        this.missing = missing;
        this.formats = formats;
        this.texts = texts;
    }

    @GetMapping
    String list(@PathVariable UUID id, IssueFilter filter, @RequestParam(defaultValue = "0") int page, Model model) {
        AutotaskMigration migration = existing(id);
        MigrationId key = migration.migration().id();
        RunView run = listed(migration, filter.run());
        RecordFilter wanted = filter.forReports();
        Page<RecordView> found = LastPage.orAsked(
                PageRequest.of(Math.max(0, page), PER_PAGE),
                rows -> filter.pulled()
                        ? pulled(key, filter, rows)
                        : reports.issues(currentUser.organization(), key, wanted, rows));
        model.addAttribute("listed", listed(filter, found));
        Report report = filter.run() == null
                ? reports.report(currentUser.organization(), key)
                : reports.report(currentUser.organization(), key, filter.run());
        Place place = place(migration, run, filter.run(), found.getContent());
        model.addAttribute("page", found);
        model.addAttribute("parents", filter.field() == null ? missing.of(place, filter) : List.of());
        model.addAttribute(
                "view",
                views.list(
                        place,
                        filter,
                        reports.counts(currentUser.organization(), key, wanted),
                        found,
                        report.entities().stream().map(each -> each.entity()).toList(),
                        codes(report)));
        boolean everything = !filter.narrowed() && filter.outcome() == null && found.getTotalElements() == 0;
        model.addAttribute("none", everything ? none(run, RunHistory.latest(migration)) : null);
        return page(migration, run, model);
    }

    private Page<RecordView> pulled(MigrationId migration, IssueFilter filter, Pageable rows) {
        return filter.run() == null
                ? reports.pulled(currentUser.organization(), migration, filter.entity(), rows)
                : reports.pulled(currentUser.organization(), migration, filter.entity(), filter.run(), rows);
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
    private String none(RunView run, RunView latest) {
        String number = Integer.toString(run.number());
        if (run.number() <= latest.number() - Reports.LISTED_RUNS) {
            return texts.say("issues.none.past", number);
        }
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
            @RequestParam(required = false) @Nullable Integer run,
            Model model) {
        AutotaskMigration migration = existing(id);
        RunView listed = listed(migration, run);
        List<RecordView> found = of(migration, entity, new SourceId(sourceId), run);
        if (found.isEmpty()) {
            throw new MigrationRefused.Unknown();
        }
        model.addAttribute("view", views.single(place(migration, listed, run, found), found, open));
        return page(migration, listed, model);
    }

    /** Tries one record again, or all that were left out for a reason. */
    @PostMapping("/retry")
    String retry(
            @PathVariable UUID id,
            @RequestParam(required = false) @Nullable String entity,
            @RequestParam(required = false) @Nullable Long sourceId,
            @RequestParam(required = false) @Nullable String code,
            @RequestParam(required = false) @Nullable String back,
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
        return "redirect:" + PageRefusals.back(id, back);
    }

    /** Its skip, failure or remarks; a record that was loaded without any is shown as such. */
    private List<RecordView> of(AutotaskMigration migration, String entity, SourceId sourceId, @Nullable Integer run) {
        List<RecordView> found =
                new ArrayList<>(records(migration, new RecordFilter(entity, null, null, sourceId, null, null, run)));
        return found.isEmpty()
                ? records(migration, new RecordFilter(entity, Outcome.LOADED, null, sourceId, null, null, run))
                : found;
    }

    private List<RecordView> records(AutotaskMigration migration, RecordFilter filter) {
        return reports.issues(currentUser.organization(), migration.migration().id(), filter, OF_ONE_RECORD)
                .getContent();
    }

    private String page(AutotaskMigration migration, RunView run, Model model) {
        RunView latest = RunHistory.latest(migration);
        model.addAttribute("head", heads.of(migration));
        model.addAttribute(
                "runTitle", texts.say("run.title", Integer.toString(run.number()), formats.date(run.startedAt())));
        model.addAttribute("runHref", Heads.ROOT + "/" + migration.migration().id() + "/runs/" + run.id());
        model.addAttribute("other", other(migration, run, latest));
        model.addAttribute("tried", history.tried(run).orElse(null));
        return PAGE;
    }

    /** @param href of the other list */
    record OtherList(String text, String link, String href) {}

    /** Which other list there is: that of the latest run, or the last one of a run that came to its end. */
    private @Nullable OtherList other(AutotaskMigration migration, RunView run, RunView latest) {
        RunView other = run.number() == latest.number() ? listed(migration, null) : latest;
        if (other.number() == run.number()) {
            return null;
        }
        String number = Integer.toString(other.number());
        return new OtherList(
                texts.say("issues.other." + standing(other, latest), Integer.toString(run.number()), number),
                texts.say("issues.of", number),
                Heads.ROOT + "/" + migration.migration().id() + "/issues?run=" + number);
    }

    private static String standing(RunView other, RunView latest) {
        if (other.number() != latest.number()) {
            return "part";
        }
        return switch (latest.status()) {
            case COMPLETED, COMPLETED_WITH_ISSUES -> "ended";
            case CANCELLED -> "cancelled";
            case CREATED, QUEUED, RUNNING, WAITING, PAUSED, FAILED -> latest.retrying() ? "ended" : "so-far";
        };
    }

    /** The run whose list is asked for. */
    private RunView listed(AutotaskMigration migration, @Nullable Integer number) {
        return reports.run(currentUser.organization(), migration.migration().id(), number)
                .orElseGet(() -> RunHistory.latest(migration));
    }

    private Place place(AutotaskMigration migration, RunView run, @Nullable Integer asked, List<RecordView> found) {
        RunView latest = RunHistory.latest(migration);
        boolean ended = run.status() == RunStatus.COMPLETED_WITH_ISSUES && run.number() == latest.number();
        return new Place(
                currentUser.organization(),
                migration.migration().id(),
                migration.connection().zone(),
                asked,
                ended,
                !latest.status().active(),
                ended ? Next.RETRY : latest.status().terminal() ? Next.RUN : Next.WAIT,
                reports.retries(run.id(), found),
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
        AutotaskMigration found = migrations.get(new MigrationId(id));
        if (found.migration().run() == null) {
            throw new MigrationRefused.NotInThisState(found.migration().status(), texts.say("refused.no-run"));
        }
        return found;
    }
}
