package app.ascent.files;

import app.ascent.files.AttachmentsOf.Rights;
import app.ascent.files.AttachmentsOf.Subject;
import app.ascent.identity.OrganizationId;
import app.ascent.record.RecordRefused;
import java.util.Collection;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** The kinds of record that files can be attached to. */
@Component
public class AttachmentKinds {

    private final Map<String, AttachmentsOf> kinds;

    /** An application in which two modules contribute one kind must not start. */
    AttachmentKinds(ObjectProvider<AttachmentsOf> contributed) {
        kinds = contributed.stream().collect(Collectors.toMap(AttachmentsOf::kind, Function.identity()));
    }

    public Collection<AttachmentsOf> all() {
        return kinds.values();
    }

    /** Of what is attached to one kind of record and listed with another; empty where there is no such kind. */
    public Optional<Rights> rights(String kind, String placeKind) {
        return Optional.ofNullable(kinds.get(kind))
                .flatMap(of -> Optional.ofNullable(of.rights()))
                .or(() -> Optional.ofNullable(kinds.get(placeKind)).flatMap(of -> Optional.ofNullable(of.rights())));
    }

    /** Those of some records that are there, and that nobody deletes before the transaction ends; a statement a kind. */
    Set<Owner> held(OrganizationId organization, Collection<Owner> owners) {
        Map<String, Set<OwnerId>> byKind = owners.stream()
                .collect(Collectors.groupingBy(
                        Owner::kind, TreeMap::new, Collectors.mapping(Owner::id, Collectors.toSet())));
        Set<Owner> held = new HashSet<>();
        byKind.forEach((kind, ids) -> Optional.ofNullable(kinds.get(kind))
                .map(records -> records.held(organization, ids))
                .orElse(Set.of())
                .forEach(id -> held.add(new Owner(kind, id))));
        return held;
    }

    /** @throws RecordRefused.Unknown also for another organization's record, and for a kind that nothing is attached to */
    Subject subject(OrganizationId organization, Owner owner) {
        return Optional.ofNullable(kinds.get(owner.kind()))
                .flatMap(kind -> kind.find(organization, owner.id()))
                .orElseThrow(() -> new RecordRefused.Unknown(owner.id().value()));
    }
}
