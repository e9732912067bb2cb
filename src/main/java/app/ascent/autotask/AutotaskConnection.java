package app.ascent.autotask;

import app.ascent.autotask.client.Zone;
import app.ascent.identity.OrganizationId;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.net.URI;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** An Autotask database an organization may read, and the cipher text of what opens it. */
@Entity
@Table(name = "autotask_connection")
class AutotaskConnection {

    @Id
    private UUID id;

    @Column(name = "organization_id", updatable = false)
    private UUID organization;

    @Column(updatable = false)
    private long database;

    private String zoneName;
    private String zoneApi;
    private String zoneWeb;
    private boolean zoneEntered;
    private String credentials;
    private Instant testedAt;

    @Version
    private @Nullable Long version;

    @SuppressWarnings("NullAway.Init")
    protected AutotaskConnection() {}

    @SuppressWarnings("NullAway.Init") // the zone has a method of its own
    AutotaskConnection(ConnectionId id, OrganizationId organization, Zone zone, String credentials, Instant testedAt) {
        this.id = id.value();
        this.organization = organization.value();
        this.database = zone.database();
        liveIn(zone);
        this.credentials = credentials;
        this.testedAt = testedAt;
    }

    ConnectionId id() {
        return new ConnectionId(id);
    }

    OrganizationId organization() {
        return new OrganizationId(organization);
    }

    Zone zone() {
        return new Zone(zoneName, URI.create(zoneApi), URI.create(zoneWeb), database, zoneEntered);
    }

    String credentials() {
        return credentials;
    }

    Instant testedAt() {
        return testedAt;
    }

    /** The tenant was moved; it stays the same tenant. */
    void moveTo(Zone zone) {
        if (zone.database() != database) {
            throw new IllegalStateException("Database %d cannot become %d".formatted(database, zone.database()));
        }
        liveIn(zone);
    }

    private void liveIn(Zone zone) {
        this.zoneName = zone.name();
        this.zoneApi = zone.api().toString();
        this.zoneWeb = zone.web().toString();
        this.zoneEntered = zone.entered();
    }

    void replaceCredentials(String sealed, Instant tested) {
        this.credentials = sealed;
        this.testedAt = tested;
    }

    /** The same credentials, under the key that is now the first. */
    void resealed(String sealed) {
        this.credentials = sealed;
    }
}
