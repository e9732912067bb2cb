package app.ascent.journey.delete;

import app.ascent.importing.AutotaskMigration;
import app.ascent.importing.MigrationService;
import app.ascent.importing.MigrationService.Holdings;
import app.ascent.journey.Heads;
import app.ascent.journey.RecordTypes;
import app.ascent.journey.RunHistory;
import app.ascent.migration.RunView;
import app.ascent.migration.spi.MigrationId;
import app.ascent.web.PageNotice;
import app.ascent.web.Texts;
import app.ascent.web.Texts.Part;
import jakarta.servlet.http.HttpServletResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Deleting a migration: the only thing here that cannot be undone, so a word is to be typed first. */
@Controller
@RequestMapping(Heads.ROOT + "/{id}/delete")
@PreAuthorize("hasAuthority('migrations.manage')")
class DeletePages {

    static final String WORD = "DELETE";

    private static final String PAGE = "journey/delete";

    private final MigrationService migrations;
    private final Heads heads;
    private final RunHistory history;
    private final RecordTypes types;
    private final Texts texts;

    DeletePages(MigrationService migrations, Heads heads, RunHistory history, RecordTypes types, Texts texts) {
        this.migrations = migrations;
        this.heads = heads;
        this.history = history;
        this.types = types;
        this.texts = texts;
    }

    /** Two lists with numbers: what goes, and what stays. */
    record DeleteView(List<List<Part>> deleted, List<List<Part>> kept, boolean report, String word) {}

    @GetMapping
    String ask(@PathVariable UUID id, Model model) {
        return page(migrations.get(new MigrationId(id)), false, model);
    }

    @PostMapping
    String delete(
            @PathVariable UUID id,
            @RequestParam(defaultValue = "") String word,
            Model model,
            RedirectAttributes redirect,
            HttpServletResponse response) {
        AutotaskMigration migration = migrations.get(new MigrationId(id));
        if (!word.strip().equals(WORD)) {
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            return page(migration, true, model);
        }
        String kept = kept(migration);
        migrations.delete(new MigrationId(id));
        redirect.addFlashAttribute(PageNotice.ATTRIBUTE, PageNotice.done(kept));
        return "redirect:" + Heads.ROOT;
    }

    private String page(AutotaskMigration migration, boolean wrong, Model model) {
        model.addAttribute("head", heads.of(migration));
        model.addAttribute("view", view(migration));
        model.addAttribute("wrong", wrong);
        return PAGE;
    }

    private DeleteView view(AutotaskMigration migration) {
        List<List<Part>> deleted = new ArrayList<>();
        List<List<Part>> kept = new ArrayList<>();
        RunView run = migration.migration().run();
        Holdings holdings = migrations.holdings(migration.migration().id());
        deleted.add(texts.rich(
                "delete.credentials",
                Long.toString(migration.migration().source().database())));
        if (run != null) {
            deleted.add(texts.rich("delete.staged", holdings.staged()));
            deleted.add(texts.rich("delete.idmap", holdings.remembered()));
            deleted.add(texts.rich("delete.runs", history.count(migration)));
            holdings.inAscent().forEach((entity, count) -> kept.add(counted(types.kept(entity, count))));
            kept.add(texts.rich("delete.kept.ids"));
        } else {
            kept.add(texts.rich("delete.kept.everything"));
        }
        if (holdings.choices() > 0) {
            kept.add(texts.rich("delete.kept.choices", holdings.choices()));
        }
        if (holdings.parents() > 0) {
            kept.add(texts.rich("delete.kept.parents", holdings.parents()));
        }
        return new DeleteView(deleted, kept, run != null, WORD);
    }

    /** The number stands out, which every such count begins with. */
    private static List<Part> counted(String kept) {
        int end = kept.indexOf(' ');
        return end < 0
                ? List.of(new Part(kept, false))
                : List.of(new Part(kept.substring(0, end), true), new Part(kept.substring(end), false));
    }

    private String kept(AutotaskMigration migration) {
        if (migration.migration().run() == null) {
            return texts.say("delete.done");
        }
        List<String> kept = migrations.holdings(migration.migration().id()).inAscent().entrySet().stream()
                .map(entity -> types.kept(entity.getKey(), entity.getValue()))
                .toList();
        return texts.say("delete.done.kept", types.sentence(kept));
    }
}
