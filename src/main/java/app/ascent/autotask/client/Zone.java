package app.ascent.autotask.client;

import java.net.URI;

/**
 * Where a tenant lives.
 *
 * @param api base address ending in {@code /V1.0}
 * @param web address of the zone's own pages, ending in a slash
 * @param database the tenant's number, {@code ci} in the answer
 * @param entered whether a person named the address; it then stays until a person names another
 */
public record Zone(String name, URI api, URI web, long database, boolean entered) {

    /** As Autotask names it. */
    public Zone(String name, URI api, URI web, long database) {
        this(name, api, web, database, false);
    }
}
