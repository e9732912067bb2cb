package app.ascent.journey.inbox;

import app.ascent.importing.RecordRetrying;
import app.ascent.journey.Heads;
import app.ascent.journey.PageRefusals;
import app.ascent.migration.MigrationRefused;
import app.ascent.migration.spi.MigrationId;
import app.ascent.migration.spi.SourceId;
import app.ascent.web.PageNotice;
import app.ascent.web.Texts;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Tries one record again, or all that were left out for a reason. */
@Controller
@RequestMapping(Heads.ROOT + "/{id}/issues/retry")
@PreAuthorize("hasAuthority('migrations.manage')")
class RetryPages {

    private final ListedRun listed;
    private final RecordRetrying retrying;
    private final Texts texts;

    RetryPages(ListedRun listed, RecordRetrying retrying, Texts texts) {
        this.listed = listed;
        this.retrying = retrying;
        this.texts = texts;
    }

    @PostMapping
    String retry(
            @PathVariable UUID id,
            @RequestParam(required = false) @Nullable String entity,
            @RequestParam(required = false) @Nullable SourceId sourceId,
            @RequestParam(required = false) @Nullable String code,
            @RequestParam(required = false) @Nullable String back,
            RedirectAttributes redirect) {
        MigrationId migration = listed.migration(id).migration().id();
        int records;
        if (entity != null && sourceId != null) {
            records = retrying.one(migration, entity, sourceId);
        } else if (code != null) {
            records = retrying.allOf(migration, entity == null || entity.isBlank() ? null : entity, code);
        } else {
            throw new MigrationRefused.NothingToRetry("Choose a record, or a reason, to retry.");
        }
        redirect.addFlashAttribute(PageNotice.ATTRIBUTE, PageNotice.done(texts.say("retry.done", (long) records)));
        return "redirect:" + PageRefusals.back(id, back);
    }
}
