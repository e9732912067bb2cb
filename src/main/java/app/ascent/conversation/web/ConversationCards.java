package app.ascent.conversation.web;

import app.ascent.conversation.Conversations;
import app.ascent.conversation.ConversationsOf.Subject;
import app.ascent.conversation.Excerpt;
import app.ascent.conversation.Owner;
import app.ascent.conversation.Visibility;
import app.ascent.identity.CurrentUser;
import app.ascent.identity.OrganizationId;
import app.ascent.record.RecordRefused;
import app.ascent.record.field.Entered;
import app.ascent.record.page.ListView;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;

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
     * @param notes how many there are, whoever sees them
     * @param client how many of them the client sees
     * @param only what is shown of them; null for all
     * @param composer what stands in it; null where nothing can be added
     */
    record Card(
            Subject subject,
            String address,
            long notes,
            long client,
            long folded,
            @Nullable Visibility only,
            ConversationView view,
            @Nullable Composer composer) {

        public long internal() {
            return notes - client;
        }

        /** So many of what is shown. */
        public long chosen() {
            return only == null ? notes : only == Visibility.CLIENT ? client : internal();
        }

        /** Whether there is something to choose. */
        public boolean divided() {
            return only != null || client > 0 && internal() > 0;
        }

        /** Where a choice leads: to the record, for those without script. */
        public String seen(@Nullable String choice) {
            return subject.address() + (choice == null ? "" : "?entries=" + choice) + "#conversation";
        }

        public String said(@Nullable String choice) {
            return address + (choice == null ? "" : "?entries=" + choice);
        }
    }

    /** @param problem why it was refused */
    record Composer(@Nullable String body, boolean internal, @Nullable String problem) {

        static final Composer EMPTY = new Composer(null, true, null);

        static Composer of(Entered entered, @Nullable String problem) {
            return new Composer(entered.raw("body"), !"CLIENT".equals(entered.raw("visibility")), problem);
        }
    }

    /** Null for whoever may not read it; narrowed as the address of the page says. */
    public @Nullable Card of(String kind, UUID id) {
        return rights.read(kind) ? of(new Owner(kind, id), only(asked()), Composer.EMPTY) : null;
    }

    private static @Nullable String asked() {
        return RequestContextHolder.getRequestAttributes() instanceof ServletRequestAttributes attributes
                ? attributes.getRequest().getParameter("entries")
                : null;
    }

    /** Null for all, also where it makes no sense. */
    static @Nullable Visibility only(@Nullable String entries) {
        return ListView.constant(Visibility.values(), entries);
    }

    /** @throws RecordRefused.Unknown where there is no such record */
    Card of(Owner owner, @Nullable Visibility only, Composer composer) {
        OrganizationId organization = currentUser.organization();
        Subject subject = conversations.subject(organization, owner);
        Excerpt latest = conversations.excerpt(organization, owner, only, null, LATEST);
        String address = address(owner);
        return new Card(
                subject,
                address,
                latest.all(),
                latest.client(),
                latest.folded(),
                only,
                ConversationView.of(latest, only, null, address),
                composer.problem() == null && (subject.closed() || !rights.write(owner.kind())) ? null : composer);
    }

    static String address(Owner owner) {
        return "/conversation/%s/%s".formatted(owner.kind(), owner.id());
    }
}
