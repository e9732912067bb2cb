package app.ascent.autotask;

import app.ascent.autotask.client.Zone;
import app.ascent.identity.OrganizationId;
import java.time.Instant;
import java.util.Optional;
import org.springframework.stereotype.Service;

/** The stored connections: zone in the clear, credentials encrypted and bound to their row. */
@Service
public class Connections {

    /** What may be shown of a connection. */
    public record ConnectionView(ConnectionId id, Zone zone, Instant testedAt) {}

    /** Stores tested credentials; one connection an organization and database (a second is a constraint violation). */
    public ConnectionId store(OrganizationId organization, Credentials credentials, Zone zone) {
        throw new UnsupportedOperationException();
    }

    /** Replaces credentials by tested ones of the same database. */
    public void replace(OrganizationId organization, ConnectionId connection, Credentials credentials, Zone zone) {
        throw new UnsupportedOperationException();
    }

    public Optional<ConnectionView> find(OrganizationId organization, ConnectionId connection) {
        throw new UnsupportedOperationException();
    }

    public Optional<ConnectionView> find(OrganizationId organization, long database) {
        throw new UnsupportedOperationException();
    }

    public void delete(OrganizationId organization, ConnectionId connection) {
        throw new UnsupportedOperationException();
    }
}
