package app.ascent.journey.inbox;

import app.ascent.importing.AutotaskMigration;
import app.ascent.journey.Heads;
import app.ascent.migration.MigrationRefused;
import app.ascent.migration.Reports;
import app.ascent.migration.Reports.Outcome;
import app.ascent.migration.Reports.RecordFilter;
import app.ascent.migration.Reports.RecordView;
import app.ascent.migration.RunView;
import app.ascent.migration.spi.SourceId;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.PageRequest;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** A record's own address, for a link that still fits when the list has changed. */
@Controller
@RequestMapping(Heads.ROOT + "/{id}/issues/{entity}/{sourceId}")
@PreAuthorize("hasAuthority('migrations.manage')")
class RecordPages {

    /** A record has a handful of remarks, and two outcomes at most. */
    private static final PageRequest OF_ONE_RECORD = PageRequest.of(0, 100);

    private final ListedRun listed;
    private final Reports reports;
    private final IssueViews views;

    RecordPages(ListedRun listed, Reports reports, IssueViews views) {
        this.listed = listed;
        this.reports = reports;
        this.views = views;
    }

    @GetMapping
    String show(
            @PathVariable UUID id,
            @PathVariable String entity,
            @PathVariable SourceId sourceId,
            @RequestParam(required = false) @Nullable String open,
            @RequestParam(required = false) @Nullable Integer run,
            Model model) {
        AutotaskMigration migration = listed.migration(id);
        RunView of = listed.of(migration, run);
        List<RecordView> found = found(migration, entity, sourceId, run);
        if (found.isEmpty()) {
            throw new MigrationRefused.Unknown();
        }
        model.addAttribute("view", views.single(listed.place(migration, of, run, found), found, open));
        return listed.page(migration, of, model);
    }

    /** Its skip, failure or remarks; a record that was loaded without any is shown as such. */
    private List<RecordView> found(
            AutotaskMigration migration, String entity, SourceId sourceId, @Nullable Integer run) {
        List<RecordView> found = records(migration, new RecordFilter(entity, null, null, sourceId, null, null, run));
        return found.isEmpty()
                ? records(migration, new RecordFilter(entity, Outcome.LOADED, null, sourceId, null, null, run))
                : found;
    }

    private List<RecordView> records(AutotaskMigration migration, RecordFilter filter) {
        return reports.issues(listed.organization(), migration.migration().id(), filter, OF_ONE_RECORD)
                .getContent();
    }
}
