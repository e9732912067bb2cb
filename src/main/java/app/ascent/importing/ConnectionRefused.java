package app.ascent.importing;

import app.ascent.autotask.ConnectionReport;

/** Credentials that did not pass their test; nothing was stored. */
@SuppressWarnings("serial") // thrown and caught, never written to a stream
public final class ConnectionRefused extends RuntimeException {

    private final transient ConnectionReport report;

    public ConnectionRefused(ConnectionReport report) {
        super("The connection test did not pass");
        this.report = report;
    }

    public ConnectionReport report() {
        return report;
    }
}
