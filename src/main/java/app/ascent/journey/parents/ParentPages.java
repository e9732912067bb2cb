package app.ascent.journey.parents;

import app.ascent.importing.AutotaskMigration;
import app.ascent.importing.ClientsForCompanies;
import app.ascent.importing.ClientsForCompanies.Choices;
import app.ascent.importing.ClientsForCompanies.Missing;
import app.ascent.importing.MigrationService;
import app.ascent.importing.UnknownClient;
import app.ascent.journey.Heads;
import app.ascent.journey.RecordTypes;
import app.ascent.migration.MissingParents.MissingParent;
import app.ascent.migration.spi.MigrationId;
import app.ascent.migration.spi.SourceId;
import app.ascent.web.PageNotice;
import app.ascent.web.Texts;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Chooses the client that the records of a company go to which is not in Ascent. */
@Controller
@RequestMapping(Heads.ROOT + "/{id}/issues/companies/{company}/client")
@PreAuthorize("hasAuthority('migrations.manage')")
class ParentPages {

    private final MigrationService migrations;
    private final ClientsForCompanies clientsForCompanies;
    private final Heads heads;
    private final RecordTypes types;
    private final Texts texts;

    ParentPages(
            MigrationService migrations,
            ClientsForCompanies clientsForCompanies,
            Heads heads,
            RecordTypes types,
            Texts texts) {
        this.migrations = migrations;
        this.clientsForCompanies = clientsForCompanies;
        this.heads = heads;
        this.types = types;
        this.texts = texts;
    }

    @GetMapping
    String ask(
            @PathVariable UUID id,
            @PathVariable long company,
            @RequestParam(defaultValue = "") String search,
            Model model) {
        AutotaskMigration migration = migrations.get(new MigrationId(id));
        List<Missing> missing = clientsForCompanies.of(migration.migration().id(), null).stream()
                .filter(each -> new SourceId(company).equals(each.parent().id()))
                .toList();
        Optional<MissingParent> first = missing.stream().map(Missing::parent).findFirst();
        Choices found = clientsForCompanies.search(search);
        String name = first.map(MissingParent::name).orElse(null);
        String called = name == null ? Long.toString(company) : name + " (" + company + ")";
        model.addAttribute("head", heads.of(migration));
        model.addAttribute("path", path(id, company));
        model.addAttribute("list", Heads.ROOT + "/" + id + "/issues?code=PARENT_NOT_IMPORTED");
        model.addAttribute("search", search);
        model.addAttribute("found", found.shown());
        model.addAttribute("more", found.more());
        model.addAttribute(
                "question",
                texts.say(
                        "under.text",
                        missing.isEmpty() ? texts.say("under.records") : types.counts(Missing.records(missing)),
                        called));
        model.addAttribute("why", first.map(MissingParent::why).orElse(null));
        return "journey/under";
    }

    @PostMapping
    String choose(
            @PathVariable UUID id, @PathVariable long company, @RequestParam UUID client, RedirectAttributes redirect) {
        try {
            long records = clientsForCompanies.choose(new MigrationId(id), new SourceId(company), client);
            redirect.addFlashAttribute(PageNotice.ATTRIBUTE, PageNotice.done(texts.say("under.done", records)));
        } catch (UnknownClient gone) {
            redirect.addFlashAttribute(
                    PageNotice.ATTRIBUTE, PageNotice.refused(texts.say("refused.state"), texts.say("under.gone")));
            return "redirect:" + path(id, company);
        }
        return "redirect:" + Heads.ROOT + "/" + id + "/issues?code=PARENT_NOT_IMPORTED";
    }

    @PostMapping("/take-back")
    String takeBack(@PathVariable UUID id, @PathVariable long company, RedirectAttributes redirect) {
        clientsForCompanies.takeBack(new MigrationId(id), new SourceId(company));
        redirect.addFlashAttribute(PageNotice.ATTRIBUTE, PageNotice.done(texts.say("under.taken-back")));
        return "redirect:" + Heads.ROOT + "/" + id + "/issues?code=PARENT_NOT_IMPORTED";
    }

    private static String path(UUID id, long company) {
        return Heads.ROOT + "/" + id + "/issues/companies/" + company + "/client";
    }
}
