package app.ascent.record;

import app.ascent.identity.OrganizationId;
import app.ascent.record.RecordRefused.Dependents;

/**
 * Tells how many records of one kind belong to a record of another, and so keeps that from being deleted; contributed by the
 * kind that depends, so that no arrow leads back.
 *
 * @param <I> ids of what it belongs to
 */
public interface DependentsOf<I> {

    Class<I> ids();

    Dependents count(OrganizationId organization, I id);
}
