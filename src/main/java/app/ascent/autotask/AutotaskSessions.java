package app.ascent.autotask;

import app.ascent.autotask.client.AutotaskSession;
import app.ascent.identity.OrganizationId;
import org.springframework.stereotype.Service;

/** Opens stored connections. */
@Service
public class AutotaskSessions {

    /** A session with the stored credentials; discovers the zone anew when Autotask answers 401, once. */
    public AutotaskSession open(OrganizationId organization, ConnectionId connection, CallListener listener) {
        throw new UnsupportedOperationException();
    }
}
