package app.ascent.identity;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.UUID;
import org.hibernate.annotations.UuidGenerator;

/** A tenant. */
@Entity
@SuppressWarnings("UnusedVariable") // columns that Hibernate alone reads
@Table(name = "identity_organization")
class Organization {

    @Id
    @UuidGenerator(style = UuidGenerator.Style.VERSION_7)
    private UUID id;

    private String name;
    private Instant createdAt;

    @Version
    private long version;

    @SuppressWarnings("NullAway.Init")
    protected Organization() {}

    @SuppressWarnings("NullAway.Init") // the id comes with the first save
    Organization(String name, Instant createdAt) {
        this.name = name;
        this.createdAt = createdAt;
    }

    OrganizationId id() {
        return new OrganizationId(id);
    }
}
