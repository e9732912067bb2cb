package app.ascent.files.web;

import app.ascent.files.Arrived;
import app.ascent.files.Attachment;
import app.ascent.files.AttachmentId;
import app.ascent.files.AttachmentRefused;
import app.ascent.files.AttachmentRights;
import app.ascent.files.Attachments;
import app.ascent.files.ContentsAway;
import app.ascent.files.Owner;
import app.ascent.files.Uploads;
import app.ascent.files.Visibility;
import app.ascent.identity.CurrentUser;
import app.ascent.identity.OrganizationId;
import app.ascent.record.page.ProblemWords;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.Resource;
import org.springframework.data.domain.PageRequest;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;

/** All that is attached to a record, and each file of it. */
@Controller
@RequestMapping("/attachments")
@PreAuthorize("isAuthenticated()")
class AttachmentPages {

    private static final int ROWS = 25;

    private final Attachments attachments;
    private final AttachmentCards cards;
    private final AttachmentRights rights;
    private final Uploads uploads;
    private final Downloads downloads;
    private final ProblemWords words;
    private final CurrentUser currentUser;

    AttachmentPages(
            Attachments attachments,
            AttachmentCards cards,
            AttachmentRights rights,
            Uploads uploads,
            Downloads downloads,
            ProblemWords words,
            CurrentUser currentUser) {
        this.attachments = attachments;
        this.cards = cards;
        this.rights = rights;
        this.uploads = uploads;
        this.downloads = downloads;
        this.words = words;
        this.currentUser = currentUser;
    }

    @GetMapping("/of/{kind}/{id}")
    String list(
            @PathVariable String kind, @PathVariable UUID id, @RequestParam(defaultValue = "0") int page, Model model) {
        return list(new Owner(kind, id), page, null, model);
    }

    private String list(Owner owner, int page, @Nullable String problem, Model model) {
        rights.demandRead(
                owner, attachments.subject(currentUser.organization(), owner).place());
        model.addAttribute("card", cards.of(owner, PageRequest.of(Math.clamp(page, 0, 10_000_000), ROWS), problem));
        return "files/attachments";
    }

    @PostMapping("/of/{kind}/{id}")
    String add(
            @PathVariable String kind,
            @PathVariable UUID id,
            @RequestParam(required = false) @Nullable List<MultipartFile> files,
            @RequestParam(defaultValue = "INTERNAL") Visibility visibility,
            HttpServletResponse response,
            Model model)
            throws IOException {
        OrganizationId organization = currentUser.organization();
        Owner owner = new Owner(kind, id);
        rights.demandWrite(owner, attachments.subject(organization, owner).place());
        List<MultipartFile> chosen = Uploads.chosen(files);
        if (chosen.isEmpty()) {
            return refused(
                    owner, HttpStatus.UNPROCESSABLE_CONTENT, words.say("attachments.none-chosen"), response, model);
        }
        try {
            attachments.check(organization, owner);
            List<Arrived> arrived = uploads.receive(organization, chosen);
            attachments.add(organization, owner, arrived, visibility);
        } catch (AttachmentRefused refusal) {
            return refused(owner, HttpStatus.UNPROCESSABLE_CONTENT, words.say(refusal.problem()), response, model);
        } catch (ContentsAway away) {
            return refused(owner, HttpStatus.SERVICE_UNAVAILABLE, String.valueOf(away.getMessage()), response, model);
        }
        return "redirect:" + AttachmentCards.address(owner);
    }

    private String refused(Owner owner, HttpStatus status, String problem, HttpServletResponse response, Model model) {
        response.setStatus(status.value());
        return list(owner, 0, problem, model);
    }

    private Attachment readable(UUID id) {
        Attachment attachment = attachments.get(currentUser.organization(), new AttachmentId(id));
        rights.demandRead(attachment.owner(), attachment.place());
        return attachment;
    }

    @GetMapping("/{id}/content")
    ResponseEntity<Resource> content(
            @PathVariable UUID id,
            @RequestHeader(name = HttpHeaders.IF_RANGE, required = false) @Nullable String ifRange) {
        return downloads.file(readable(id), ifRange);
    }

    @GetMapping("/{id}/picture")
    ResponseEntity<Resource> picture(@PathVariable UUID id) {
        return downloads.picture(readable(id));
    }

    @GetMapping("/{id}/delete")
    String askBeforeDeleting(@PathVariable UUID id, Model model) {
        Attachment attachment = deletable(id);
        model.addAttribute("name", attachment.fields().name());
        model.addAttribute("address", "/attachments/%s/delete".formatted(id));
        model.addAttribute("back", AttachmentCards.address(attachment.place()));
        return "files/delete";
    }

    @PostMapping("/{id}/delete")
    String delete(@PathVariable UUID id, HttpServletResponse response, Model model) {
        Attachment attachment = deletable(id);
        try {
            attachments.delete(currentUser.organization(), attachment.id());
        } catch (AttachmentRefused refusal) {
            return refused(attachment.place(), HttpStatus.CONFLICT, words.say(refusal.problem()), response, model);
        }
        return "redirect:" + AttachmentCards.address(attachment.place());
    }

    private Attachment deletable(UUID id) {
        Attachment attachment = readable(id);
        rights.demandWrite(attachment.owner(), attachment.place());
        return attachment;
    }

    /** In the place of a file there is no page to say it on. */
    @ExceptionHandler
    ResponseEntity<String> away(ContentsAway away) {
        return ResponseEntity.status(HttpStatus.SERVICE_UNAVAILABLE)
                .contentType(MediaType.TEXT_PLAIN)
                .body(away.getMessage());
    }
}
