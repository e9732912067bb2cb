package app.ascent.crm;

import app.ascent.identity.OrganizationId;
import app.ascent.text.Folded;
import jakarta.persistence.Convert;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.Objects;
import java.util.UUID;
import org.hibernate.annotations.PartitionKey;
import org.hibernate.annotations.UuidGenerator;
import org.jspecify.annotations.Nullable;

/** A client as people change it. Where it came from is not theirs to change, so it is not here. */
@Entity
@SuppressWarnings("UnusedVariable") // columns that Hibernate alone reads
@Table(name = "crm_client")
class Client {

    @Id
    @UuidGenerator(style = UuidGenerator.Style.VERSION_7)
    private UUID id;

    /** First in the key, so that Hibernate must name it, too. */
    @PartitionKey
    private UUID organizationId;

    @Embedded
    @Convert(attributeName = "type", converter = ValueConverters.OfType.class)
    @Convert(attributeName = "status", converter = ValueConverters.OfStatus.class)
    @Convert(attributeName = "accountManager", converter = ValueConverters.OfUser.class)
    private ClientFields fields;

    private @Nullable UUID parentId;

    private boolean parentChosen;

    private boolean primaryChosen;

    private boolean edited;

    private String nameKey;

    private String sortKey;

    private Instant createdAt;

    private Instant updatedAt;

    @Version
    private long version;

    @SuppressWarnings("NullAway.Init")
    protected Client() {}

    @SuppressWarnings("NullAway.Init") // the id comes with the first save
    Client(OrganizationId organization, ClientFields fields, @Nullable ClientId parent, Instant now) {
        this.organizationId = organization.value();
        this.fields = fields;
        this.parentId = parent == null ? null : parent.value();
        this.parentChosen = parent != null;
        // Nothing in it is an import's own, should one link it later.
        this.edited = true;
        this.createdAt = now;
        this.updatedAt = now;
        this.nameKey = Folded.key(fields.name());
        this.sortKey = Folded.order(fields.name());
    }

    void change(ClientFields next, Instant now) {
        if (!next.equals(fields)) {
            fields = next;
            nameKey = Folded.key(next.name());
            sortKey = Folded.order(next.name());
            edited = true;
            updatedAt = now;
        }
    }

    void moveUnder(@Nullable ClientId parent, Instant now) {
        if (!Objects.equals(parent, parent())) {
            parentId = parent == null ? null : parent.value();
            parentChosen = true;
            updatedAt = now;
        }
    }

    /** From now on an import leaves it to people who is the primary contact, or that nobody is. */
    void primaryWasChosen() {
        primaryChosen = true;
    }

    ClientId id() {
        return new ClientId(id);
    }

    ClientFields fields() {
        return fields;
    }

    @Nullable
    ClientId parent() {
        return parentId == null ? null : new ClientId(parentId);
    }

    long version() {
        return version;
    }
}
