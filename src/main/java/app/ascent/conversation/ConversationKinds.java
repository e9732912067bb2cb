package app.ascent.conversation;

import app.ascent.identity.OrganizationId;
import app.ascent.record.RecordRefused;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** The kinds of record that have conversations. */
@Component
public class ConversationKinds {

    private final Map<String, ConversationsOf> kinds;

    /** An application in which two modules contribute one kind must not start. */
    ConversationKinds(ObjectProvider<ConversationsOf> contributed) {
        kinds = contributed.stream().collect(Collectors.toMap(ConversationsOf::kind, Function.identity()));
    }

    public Optional<ConversationsOf> find(String kind) {
        return Optional.ofNullable(kinds.get(kind));
    }

    /** @throws RecordRefused.Unknown also for another organization's record, and for a kind that has no conversations */
    ConversationsOf.Subject subject(OrganizationId organization, Owner owner) {
        return find(owner.kind())
                .flatMap(kind -> kind.find(organization, owner.id()))
                .orElseThrow(() -> new RecordRefused.Unknown(owner.id().value()));
    }
}
