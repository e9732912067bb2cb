package app.ascent.record;

import app.ascent.identity.OrganizationId;
import app.ascent.record.RecordRefused.Dependents;

/**
 * Tells which records of one kind name a record of another and can do without it, unlike {@link DependentsOf}; contributed by
 * the kind that names it.
 *
 * @param <I> ids of what is named
 */
public interface MentionsOf<I> {

    Class<I> ids();

    Dependents count(OrganizationId organization, I id);

    /**
     * Takes it out of them before it is deleted; each tells so in its activity. In the caller's transaction.
     *
     * @param name what it was called
     */
    void forget(OrganizationId organization, I id, String name);
}
