package app.ascent.record;

import app.ascent.identity.OrganizationId;
import app.ascent.record.RecordRefused.Dependents;

/**
 * Tells how many records of one kind hold a record of another with the client that it has; contributed by the kind that hangs on
 * it, as with {@link DependentsOf}.
 *
 * @param <I> ids of what is held
 */
public interface HoldsOf<I> {

    Class<I> ids();

    Dependents count(OrganizationId organization, I id);
}
