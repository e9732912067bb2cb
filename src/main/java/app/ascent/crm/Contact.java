package app.ascent.crm;

import app.ascent.identity.OrganizationId;
import app.ascent.text.Folded;
import jakarta.persistence.AttributeOverride;
import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.UUID;
import org.hibernate.annotations.PartitionKey;
import org.hibernate.annotations.UuidGenerator;

/** A contact as people change it. Where it came from is not theirs to change, so it is not here. */
@Entity
@SuppressWarnings("UnusedVariable") // columns that Hibernate alone reads
@Table(name = "crm_contact")
class Contact {

    @Id
    @UuidGenerator(style = UuidGenerator.Style.VERSION_7)
    private UUID id;

    @PartitionKey
    private UUID organizationId;

    @Embedded
    @AttributeOverride(name = "client", column = @Column(name = "client_id"))
    @Convert(attributeName = "client", converter = ValueConverters.OfClient.class)
    @Convert(attributeName = "status", converter = ValueConverters.OfStatus.class)
    private ContactFields fields;

    @Column(name = "is_primary")
    private boolean primary;

    private boolean edited;

    private String matchKey;

    private String sortKey;

    private Instant createdAt;

    private Instant updatedAt;

    @Version
    private long version;

    @SuppressWarnings("NullAway.Init")
    protected Contact() {}

    @SuppressWarnings("NullAway.Init") // the id comes with the first save
    Contact(OrganizationId organization, ContactFields fields, boolean primary, Instant now) {
        this.organizationId = organization.value();
        this.fields = fields;
        this.primary = primary;
        this.edited = true;
        this.createdAt = now;
        this.updatedAt = now;
        deriveKeys();
    }

    void change(ContactFields next, Instant now) {
        if (!next.equals(fields)) {
            fields = next;
            edited = true;
            updatedAt = now;
            deriveKeys();
        }
    }

    void becomePrimary(Instant now) {
        if (!primary) {
            primary = true;
            updatedAt = now;
        }
    }

    void yieldPrimary(Instant now) {
        if (primary) {
            primary = false;
            updatedAt = now;
        }
    }

    private void deriveKeys() {
        matchKey = ContactColumns.matchKey(fields.firstName(), fields.lastName(), fields.email());
        sortKey = Folded.order(ContactColumns.fullName(fields));
    }

    ContactId id() {
        return new ContactId(id);
    }

    ContactFields fields() {
        return fields;
    }

    boolean isPrimary() {
        return primary;
    }

    long version() {
        return version;
    }
}
