package app.ascent.conversation.web;

import app.ascent.conversation.ConversationClosed;
import app.ascent.conversation.Conversations;
import app.ascent.conversation.EntryId;
import app.ascent.conversation.Owner;
import app.ascent.conversation.Place;
import app.ascent.conversation.Visibility;
import app.ascent.conversation.web.ConversationCards.Composer;
import app.ascent.files.Arrived;
import app.ascent.files.AttachmentRefused;
import app.ascent.files.ContentsAway;
import app.ascent.files.Uploads;
import app.ascent.identity.CurrentUser;
import app.ascent.identity.OrganizationId;
import app.ascent.record.RecordRefused;
import app.ascent.record.field.Entered;
import app.ascent.record.page.Fragments;
import app.ascent.record.page.ProblemWords;
import app.ascent.web.KeptForms;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestAttribute;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;

/**
 * What a record's page leaves out of a conversation: what was said earlier, what is folded, what is too long. With script each
 * comes into that page, by itself it is one.
 */
@Controller
@RequestMapping("/conversation/{kind}/{id}")
@PreAuthorize("isAuthenticated()")
class ConversationPages {

    static final int STEP = 50;

    private static final String LATEST = "conversation/latest";

    private final Conversations conversations;
    private final ConversationCards cards;
    private final Uploads uploads;
    private final ProblemWords words;
    private final ConversationRights rights;
    private final CurrentUser currentUser;

    ConversationPages(
            Conversations conversations,
            ConversationCards cards,
            Uploads uploads,
            ProblemWords words,
            ConversationRights rights,
            CurrentUser currentUser) {
        this.conversations = conversations;
        this.cards = cards;
        this.uploads = uploads;
        this.words = words;
        this.rights = rights;
        this.currentUser = currentUser;
    }

    /** Before what was sent is looked at: the kind of the record says who may, which no rule at a handler knows. */
    @ModelAttribute
    void demandRight(@PathVariable String kind, HttpMethod method) {
        rights.demand(kind, method);
    }

    /** The latest with the composer, whose input comes back here after its session had ended; or what stands before a place. */
    @GetMapping
    String show(
            @PathVariable String kind,
            @PathVariable UUID id,
            @RequestParam(required = false) @Nullable String before,
            @RequestParam(required = false) @Nullable String entries,
            @RequestParam MultiValueMap<String, String> sent,
            @RequestAttribute(name = KeptForms.RETURNED, required = false) @Nullable Boolean returned,
            @RequestHeader Map<String, String> headers,
            HttpServletResponse response,
            Model model) {
        Owner owner = new Owner(kind, id);
        Place place = Place.parse(before);
        Visibility only = ConversationCards.only(entries);
        if (place == null) {
            Composer composer = returned == null ? Composer.EMPTY : Composer.of(Entered.form(sent), null);
            model.addAttribute("card", cards.of(owner, only, composer));
            return LATEST;
        }
        model.addAttribute(
                "view",
                ConversationView.of(
                        conversations.excerpt(currentUser.organization(), owner, only, place, STEP),
                        only,
                        place,
                        ConversationCards.address(owner)));
        return part(owner, headers, response, model);
    }

    @GetMapping("/system")
    String folded(
            @PathVariable String kind,
            @PathVariable UUID id,
            @RequestParam(required = false) @Nullable String after,
            @RequestParam(required = false) @Nullable String before,
            @RequestParam(required = false) @Nullable String entries,
            @RequestHeader Map<String, String> headers,
            HttpServletResponse response,
            Model model) {
        Owner owner = new Owner(kind, id);
        Place until = Place.parse(before);
        Visibility only = ConversationCards.only(entries);
        model.addAttribute(
                "view",
                ConversationView.folded(
                        conversations.folded(
                                currentUser.organization(), owner, only, Place.parse(after), until, STEP + 1),
                        STEP,
                        only,
                        until,
                        ConversationCards.address(owner)));
        return part(owner, headers, response, model);
    }

    @GetMapping("/entries/{entry}")
    String whole(
            @PathVariable String kind,
            @PathVariable UUID id,
            @PathVariable UUID entry,
            @RequestHeader Map<String, String> headers,
            HttpServletResponse response,
            Model model) {
        Owner owner = new Owner(kind, id);
        model.addAttribute(
                "view",
                ConversationView.folded(
                        List.of(conversations.get(currentUser.organization(), owner, new EntryId(entry))),
                        STEP,
                        null,
                        null,
                        ConversationCards.address(owner)));
        return part(owner, headers, response, model);
    }

    private String part(Owner owner, Map<String, String> headers, HttpServletResponse response, Model model) {
        model.addAttribute("subject", conversations.subject(currentUser.organization(), owner));
        return Fragments.view(headers, response, "conversation/part", "lines");
    }

    @PostMapping
    String add(
            @PathVariable String kind,
            @PathVariable UUID id,
            @RequestParam MultiValueMap<String, String> sent,
            @RequestParam(required = false) @Nullable List<MultipartFile> files,
            HttpServletResponse response,
            Model model)
            throws IOException {
        Owner owner = new Owner(kind, id);
        Entered entered = Entered.form(sent);
        OrganizationId organization = currentUser.organization();
        try {
            List<Arrived> arrived = uploads.receive(organization, Uploads.chosen(files));
            conversations.add(organization, owner, entered, arrived);
        } catch (AttachmentRefused refusal) {
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            return again(owner, entered, words.say(refusal.problem()), model);
        } catch (ContentsAway away) {
            response.setStatus(HttpStatus.SERVICE_UNAVAILABLE.value());
            return again(owner, entered, String.valueOf(away.getMessage()), model);
        } catch (RecordRefused.Invalid refusal) {
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            return again(owner, entered, words.say(refusal.problems().getFirst()), model);
        } catch (ConversationClosed meanwhile) {
            response.setStatus(HttpStatus.CONFLICT.value());
            return again(owner, entered, words.say("conversation.closed"), model);
        }
        return "redirect:"
                + conversations.subject(currentUser.organization(), owner).address() + "#composer";
    }

    /** What was written stays, so that nobody writes it twice. */
    private String again(Owner owner, Entered entered, String problem, Model model) {
        model.addAttribute("card", cards.of(owner, null, Composer.of(entered, problem)));
        return LATEST;
    }
}
