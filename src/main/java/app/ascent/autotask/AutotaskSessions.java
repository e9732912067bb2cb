package app.ascent.autotask;

import app.ascent.autotask.client.AutotaskConnector;
import app.ascent.autotask.client.AutotaskFailure.CredentialsUnreadable;
import app.ascent.autotask.client.AutotaskSession;
import app.ascent.autotask.zone.ZoneDiscovery;
import app.ascent.identity.OrganizationId;
import app.ascent.vault.VaultSealed;
import org.springframework.stereotype.Service;

/** Opens stored connections. */
@Service
public class AutotaskSessions {

    private final Connections connections;
    private final AutotaskConnector connector;
    private final ZoneDiscovery discovery;

    AutotaskSessions(Connections connections, AutotaskConnector connector, ZoneDiscovery discovery) {
        this.connections = connections;
        this.connector = connector;
        this.discovery = discovery;
    }

    /**
     * A session with the stored credentials; discovers the zone anew, once, when the tenant seems to have left it. It reads the
     * tenant's quota before its first call, so a run keeps one session rather than opening one a page.
     *
     * @throws CredentialsUnreadable when they were encrypted with a key that is gone
     */
    public AutotaskSession open(OrganizationId organization, ConnectionId connection, CallListener listener) {
        Connections.Opened opened = opened(organization, connection);
        return new MovableSession(
                opened.zone(),
                zone -> connector.connect(zone, opened.credentials().login(), listener::called),
                () -> discovery.find(opened.credentials().apiUser()),
                zone -> connections.moved(organization, connection, zone));
    }

    private Connections.Opened opened(OrganizationId organization, ConnectionId connection) {
        try {
            return connections.open(organization, connection);
        } catch (VaultSealed sealed) {
            throw new CredentialsUnreadable(sealed);
        }
    }
}
