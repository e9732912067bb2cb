package app.ascent.journey.inbox;

import app.ascent.importing.AutotaskMigration;
import app.ascent.journey.Heads;
import app.ascent.journey.IssueFilter;
import app.ascent.journey.RecordTypes;
import app.ascent.journey.RunHistory;
import app.ascent.journey.Totals;
import app.ascent.migration.Reports;
import app.ascent.migration.Reports.Outcome;
import app.ascent.migration.Reports.ReasonCount;
import app.ascent.migration.Reports.RecordFilter;
import app.ascent.migration.Reports.RecordView;
import app.ascent.migration.Reports.Report;
import app.ascent.migration.RunView;
import app.ascent.migration.spi.MigrationId;
import app.ascent.web.Formats;
import app.ascent.web.LastPage;
import app.ascent.web.Texts;
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
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The records of a run that were skipped, failed or loaded with a remark. */
@Controller
@RequestMapping(Heads.ROOT + "/{id}/issues")
@PreAuthorize("hasAuthority('migrations.manage')")
class IssuePages {

    private static final int PER_PAGE = 25;

    private final ListedRun listed;
    private final Reports reports;
    private final IssueViews views;
    private final MissingParentViews missing;
    private final RecordTypes types;
    private final Formats formats;
    private final Texts texts;

    IssuePages(
            ListedRun listed,
            Reports reports,
            IssueViews views,
            MissingParentViews missing,
            RecordTypes types,
            Formats formats,
            Texts texts) {
        this.listed = listed;
        this.reports = reports;
        this.views = views;
        this.missing = missing;
        this.types = types;
        this.formats = formats;
        this.texts = texts;
    }

    @GetMapping
    String list(@PathVariable UUID id, IssueFilter filter, @RequestParam(defaultValue = "0") int page, Model model) {
        AutotaskMigration migration = listed.migration(id);
        MigrationId key = migration.migration().id();
        RunView run = listed.of(migration, filter.run());
        RecordFilter wanted = filter.forReports();
        Page<RecordView> found = LastPage.orAsked(
                PageRequest.of(Math.max(0, page), PER_PAGE),
                rows -> filter.pulled()
                        ? reports.pulled(listed.organization(), key, filter.kind(), filter.entity(), filter.run(), rows)
                        : reports.issues(listed.organization(), key, wanted, rows));
        Report report = reports.report(listed.organization(), key, filter.run());
        Place place = listed.place(migration, run, filter.run(), found.getContent());
        boolean everything = !filter.narrowed() && filter.outcome() == null && found.getTotalElements() == 0;
        model.addAttribute("listed", words(filter, found));
        model.addAttribute("page", found);
        model.addAttribute("parents", filter.field() == null ? missing.of(place, filter) : List.of());
        model.addAttribute(
                "view",
                views.list(
                        place,
                        filter,
                        reports.counts(listed.organization(), key, wanted),
                        found,
                        report.entities().stream().map(each -> each.entity()).toList(),
                        codes(report)));
        model.addAttribute("none", everything ? none(run, RunHistory.latest(migration)) : null);
        return listed.page(migration, run, model);
    }

    /** What the list is of, where it is no list of issues; null where it is. */
    private @Nullable String words(IssueFilter filter, Page<RecordView> found) {
        if (filter.field() != null) {
            String label = found.stream()
                    .map(record -> Objects.requireNonNullElse(record.label(), ""))
                    .filter(each -> !each.isBlank())
                    .findFirst()
                    .orElse(Objects.requireNonNullElse(filter.value(), texts.say("value.none")));
            String field = types.field(String.valueOf(filter.entity()), filter.field());
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

    private static List<String> codes(Report report) {
        return Stream.of(report.failures(), report.skips(), report.warnings())
                .flatMap(List::stream)
                .map(ReasonCount::code)
                .distinct()
                .toList();
    }
}
