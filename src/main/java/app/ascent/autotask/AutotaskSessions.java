package app.ascent.autotask;

import app.ascent.autotask.client.AutotaskConnector;
import app.ascent.autotask.client.AutotaskSession;
import app.ascent.autotask.zone.ZoneDiscovery;
import app.ascent.identity.OrganizationId;
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
     * A session with the stored credentials; discovers the zone anew when Autotask answers 401, once. It reads the
     * tenant's quota before its first call, so a run keeps one session rather than opening one a page.
     */
    public AutotaskSession open(OrganizationId organization, ConnectionId connection, CallListener listener) {
        Connections.Opened opened = connections.open(organization, connection);
        return new MovableSession(
                opened.zone(),
                zone -> connector.connect(zone, opened.credentials().login(), listener::called),
                () -> discovery.find(opened.credentials().apiUser()),
                zone -> connections.moved(organization, connection, zone));
    }
}
