package app.ascent.conversation.web;

import app.ascent.conversation.ConversationKinds;
import app.ascent.conversation.ConversationsOf;
import java.util.function.Function;
import org.springframework.http.HttpMethod;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;

/** Whether whoever asks may read and write, as the kind of the record has it. */
@Component
class ConversationRights {

    private final ConversationKinds kinds;

    ConversationRights(ConversationKinds kinds) {
        this.kinds = kinds;
    }

    /** What does not only read, writes. */
    void demand(String kind, HttpMethod method) {
        boolean reads = method.equals(HttpMethod.GET) || method.equals(HttpMethod.HEAD);
        if (!(reads ? read(kind) : write(kind))) {
            throw new AccessDeniedException("Not allowed");
        }
    }

    boolean read(String kind) {
        return has(kind, ConversationsOf::readAuthority);
    }

    boolean write(String kind) {
        return read(kind) && has(kind, ConversationsOf::writeAuthority);
    }

    /** At a kind without conversations there is nothing, whoever asks. */
    private boolean has(String kind, Function<ConversationsOf, String> authority) {
        Authentication who = SecurityContextHolder.getContext().getAuthentication();
        return who != null
                && kinds.find(kind)
                        .map(authority)
                        .map(needed ->
                                who.getAuthorities().stream().anyMatch(each -> needed.equals(each.getAuthority())))
                        .orElse(true);
    }
}
