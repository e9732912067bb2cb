package app.ascent.autotask.client;

/**
 * What Autotask answers about calls of all integrations of the tenant.
 *
 * @param understood whether both numbers are Autotask's; what it left out, or said in a way that cannot be, is assumed
 */
public record QuotaReading(int limit, int windowMinutes, int used, boolean understood) {

    /** A reading that leaves nothing to be assumed. */
    public QuotaReading(int limit, int windowMinutes, int used) {
        this(limit, windowMinutes, used, true);
    }
}
