package app.ascent.conversation;

import app.ascent.audit.AuditedRecord;
import app.ascent.files.AttachmentsOf;
import app.ascent.files.OwnerId;
import app.ascent.identity.OrganizationId;
import java.util.Collection;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What is attached to entries of conversations: by whoever may add to these, and listed with what these are about. */
@Component
class FilesOfEntries implements AttachmentsOf {

    static final String KIND = "entries";

    private final EntryRows rows;
    private final ConversationKinds kinds;

    FilesOfEntries(EntryRows rows, ConversationKinds kinds) {
        this.rows = rows;
        this.kinds = kinds;
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public @Nullable Rights rights() {
        return null;
    }

    @Override
    public Optional<Subject> find(OrganizationId organization, OwnerId id) {
        return rows.owner(organization, id.value()).flatMap(owner -> kinds.find(owner.kind())
                .flatMap(kind -> kind.find(organization, owner.id()))
                .map(subject -> new Subject(
                        new app.ascent.files.Owner(owner.kind(), owner.id().value()),
                        subject.name(),
                        subject.address(),
                        new AuditedRecord(subject.auditedAs(), owner.id().toString(), subject.name()),
                        subject.closed())));
    }

    @Override
    public Set<OwnerId> held(OrganizationId organization, Collection<OwnerId> ids) {
        return rows.held(organization, ids.stream().map(OwnerId::value).toList()).stream()
                .map(OwnerId::new)
                .collect(Collectors.toSet());
    }
}
