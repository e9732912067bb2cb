package app.ascent.record;

import app.ascent.identity.OrganizationId;
import java.util.Collection;
import java.util.Map;

/**
 * Tells what those are called that other records refer to; each kind contributes one for its ids.
 *
 * @param <I> the type of the ids
 */
public interface Naming<I> {

    Class<I> ids();

    /** In one statement; those that are gone are left out. */
    Map<I, String> names(OrganizationId organization, Collection<I> ids);
}
