package app.ascent.autotask;

import app.ascent.autotask.client.Zone;
import app.ascent.identity.OrganizationId;
import app.ascent.vault.SealedRows;
import app.ascent.vault.VaultSealed;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.hibernate.id.uuid.UuidVersion7Strategy;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The stored connections: zone in the clear, credentials encrypted and bound to their row. */
@Service
@Transactional
public class Connections implements SealedRows {

    private static final Logger log = LoggerFactory.getLogger(Connections.class);

    private final AutotaskConnections rows;
    private final SealedCredentials sealed;
    private final Clock clock;

    Connections(AutotaskConnections rows, SealedCredentials sealed, Clock clock) {
        this.rows = rows;
        this.sealed = sealed;
        this.clock = clock;
    }

    /** What may be shown of a connection. */
    public record ConnectionView(ConnectionId id, Zone zone, Instant testedAt) {}

    /** What a session is made of. */
    record Opened(Zone zone, Credentials credentials) {}

    /** Stores tested credentials; one connection an organization and database (a second is a constraint violation). */
    public ConnectionId store(OrganizationId organization, Credentials credentials, Zone zone) {
        ConnectionId id = new ConnectionId(UuidVersion7Strategy.INSTANCE.generateUuid(null));
        rows.saveAndFlush(new AutotaskConnection(
                id, organization, zone, sealed.seal(credentials, organization, id), clock.instant()));
        return id;
    }

    /** Replaces credentials by tested ones of the same database. */
    public void replace(OrganizationId organization, ConnectionId connection, Credentials credentials, Zone zone) {
        AutotaskConnection row = required(organization, connection);
        row.moveTo(zone);
        row.replaceCredentials(sealed.seal(credentials, organization, connection), clock.instant());
    }

    @Transactional(readOnly = true)
    public Optional<ConnectionView> find(OrganizationId organization, ConnectionId connection) {
        return rows.findByOrganizationAndId(organization.value(), connection.value())
                .map(Connections::view);
    }

    /** Those there are, in no order. */
    @Transactional(readOnly = true)
    public List<ConnectionView> find(OrganizationId organization, Collection<ConnectionId> connections) {
        return rows
                .findByOrganizationAndIdIn(
                        organization.value(),
                        connections.stream().map(ConnectionId::value).toList())
                .stream()
                .map(Connections::view)
                .toList();
    }

    @Transactional(readOnly = true)
    public Optional<ConnectionView> find(OrganizationId organization, long database) {
        return rows.findByOrganizationAndDatabase(organization.value(), database)
                .map(Connections::view);
    }

    public void delete(OrganizationId organization, ConnectionId connection) {
        rows.findByOrganizationAndId(organization.value(), connection.value()).ifPresent(rows::delete);
    }

    @Transactional(readOnly = true)
    Opened open(OrganizationId organization, ConnectionId connection) {
        AutotaskConnection row = required(organization, connection);
        return new Opened(row.zone(), sealed.open(row));
    }

    /** Notes that Autotask moved the tenant. */
    void moved(OrganizationId organization, ConnectionId connection, Zone zone) {
        required(organization, connection).moveTo(zone);
    }

    /** The rows are locked: what another node resealed meanwhile is seen as it is now. */
    @Override
    public int reseal() {
        return (int) rows.lockAll().stream().filter(this::reseal).count();
    }

    /** A row that was damaged concerns its owner, who replaces the credentials, and not the start of everyone's Ascent. */
    private boolean reseal(AutotaskConnection row) {
        try {
            return sealed.reseal(row);
        } catch (VaultSealed damaged) {
            log.error("The credentials of connection {} do not open and must be replaced", row.id(), damaged);
            return false;
        }
    }

    private AutotaskConnection required(OrganizationId organization, ConnectionId connection) {
        return rows.findByOrganizationAndId(organization.value(), connection.value())
                .orElseThrow(() -> new IllegalStateException("There is no connection " + connection));
    }

    private static ConnectionView view(AutotaskConnection row) {
        return new ConnectionView(row.id(), row.zone(), row.testedAt());
    }
}
