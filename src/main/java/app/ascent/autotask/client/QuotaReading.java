package app.ascent.autotask.client;

/** What Autotask answers about calls of all integrations of the tenant. */
public record QuotaReading(int limit, int windowMinutes, int used) {}
