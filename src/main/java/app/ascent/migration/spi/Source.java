package app.ascent.migration.spi;

import java.util.UUID;

/**
 * Where a migration reads from.
 *
 * @param system name of the product, {@code AUTOTASK}
 * @param database the tenant's number there; with the organization it identifies a migration
 * @param connection opaque to the engine; the entity types find their credentials by it
 */
public record Source(String system, long database, UUID connection) {}
