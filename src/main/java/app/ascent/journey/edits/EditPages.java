package app.ascent.journey.edits;

import app.ascent.importing.EditPreview;
import app.ascent.importing.MigrationService;
import app.ascent.journey.Heads;
import app.ascent.migration.LostEdits.LostEdit;
import app.ascent.migration.LostEdits.Preview;
import app.ascent.migration.spi.MigrationId;
import java.util.List;
import java.util.UUID;
import org.springframework.data.domain.PageImpl;
import org.springframework.data.domain.PageRequest;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Every value that people wrote and a run in which Autotask wins would overwrite. */
@Controller
@RequestMapping(Heads.ROOT + "/{id}/edits")
@PreAuthorize("hasAuthority('migrations.manage')")
class EditPages {

    private static final int PER_PAGE = 50;

    private final MigrationService migrations;
    private final Heads heads;
    private final EditPreview preview;
    private final LostEditViews views;

    EditPages(MigrationService migrations, Heads heads, EditPreview preview, LostEditViews views) {
        this.migrations = migrations;
        this.heads = heads;
        this.preview = preview;
        this.views = views;
    }

    @GetMapping
    String list(@PathVariable UUID id, @RequestParam(defaultValue = "0") int page, Model model) {
        MigrationId migration = new MigrationId(id);
        model.addAttribute("head", heads.of(migrations.get(migration)));
        Preview found = preview.of(migration);
        PageRequest wanted = PageRequest.of(Math.clamp(page, 0, 1_000_000), PER_PAGE);
        List<LostEdit> shown =
                found.edits().stream().skip(wanted.getOffset()).limit(PER_PAGE).toList();
        model.addAttribute("page", new PageImpl<>(shown, wanted, found.edits().size()));
        model.addAttribute("edits", views.some(found, shown));
        return "journey/edits";
    }
}
