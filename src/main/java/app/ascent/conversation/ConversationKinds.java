package app.ascent.conversation;

import app.ascent.identity.OrganizationId;
import app.ascent.record.RecordRefused;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
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

    /** Those of some records that are there, and that nobody deletes before the transaction ends; a statement a kind. */
    Set<Owner> held(OrganizationId organization, List<Owner> owners) {
        Map<String, Set<OwnerId>> byKind = owners.stream()
                .collect(Collectors.groupingBy(
                        Owner::kind, TreeMap::new, Collectors.mapping(Owner::id, Collectors.toSet())));
        Set<Owner> held = new HashSet<>();
        byKind.forEach((kind, ids) -> find(kind)
                .map(records -> records.held(organization, ids))
                .orElse(Set.of())
                .forEach(id -> held.add(new Owner(kind, id))));
        return held;
    }

    void said(OrganizationId organization, Owner owner, Instant at, Visibility visibility) {
        find(owner.kind()).ifPresent(kind -> kind.said(organization, owner.id(), at, visibility));
    }

    /** @throws RecordRefused.Unknown also for another organization's record, and for a kind that has no conversations */
    ConversationsOf.Subject subject(OrganizationId organization, Owner owner) {
        return find(owner.kind())
                .flatMap(kind -> kind.find(organization, owner.id()))
                .orElseThrow(() -> new RecordRefused.Unknown(owner.id().value()));
    }
}
