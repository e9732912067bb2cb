package app.ascent.conversation.web;

import app.ascent.conversation.Conversations;
import app.ascent.conversation.ConversationsOf.Subject;
import app.ascent.conversation.Excerpt;
import app.ascent.conversation.Owner;
import app.ascent.identity.CurrentUser;
import app.ascent.identity.OrganizationId;
import app.ascent.record.RecordRefused;
import app.ascent.record.field.Entered;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** A conversation with its composer, as the page of its record shows it; its template asks this for it. */
@Component("conversation")
class ConversationCards {

    static final int LATEST = 5;

    private final Conversations conversations;
    private final ConversationRights rights;
    private final CurrentUser currentUser;

    ConversationCards(Conversations conversations, ConversationRights rights, CurrentUser currentUser) {
        this.conversations = conversations;
        this.rights = rights;
        this.currentUser = currentUser;
    }

    /**
     * @param address of the conversation's own page
     * @param composer what stands in it; null where nothing can be added
     */
    record Card(
            Subject subject,
            String address,
            long notes,
            long folded,
            ConversationView view,
            @Nullable Composer composer) {}

    /** @param problem why it was refused */
    record Composer(@Nullable String body, boolean internal, @Nullable String problem) {

        static final Composer EMPTY = new Composer(null, true, null);

        static Composer of(Entered entered, @Nullable String problem) {
            return new Composer(entered.raw("body"), !"CLIENT".equals(entered.raw("visibility")), problem);
        }
    }

    /** Null for whoever may not read it. */
    public @Nullable Card of(String kind, UUID id) {
        return rights.read(kind) ? of(new Owner(kind, id), Composer.EMPTY) : null;
    }

    /** @throws RecordRefused.Unknown where there is no such record */
    Card of(Owner owner, Composer composer) {
        OrganizationId organization = currentUser.organization();
        Subject subject = conversations.subject(organization, owner);
        Excerpt latest = conversations.excerpt(organization, owner, null, LATEST);
        String address = address(owner);
        return new Card(
                subject,
                address,
                latest.all(),
                latest.folded(),
                ConversationView.of(latest, null, address),
                composer.problem() == null && (subject.closed() || !rights.write(owner.kind())) ? null : composer);
    }

    static String address(Owner owner) {
        return "/conversation/%s/%s".formatted(owner.kind(), owner.id());
    }
}
