package app.ascent.record.table;

import app.ascent.identity.OrganizationId;
import app.ascent.record.RecordRefused;
import app.ascent.record.field.Entered;
import java.util.Optional;
import java.util.UUID;

/**
 * Where people read and change records of one kind, one at a time.
 *
 * @param <I> their ids
 * @param <V> a record as people see it
 */
public interface RecordDesk<I, V extends RecordView> {

    I id(UUID value);

    Optional<V> find(OrganizationId organization, I id);

    /** @throws RecordRefused.Invalid when something was not accepted */
    V create(OrganizationId organization, Entered entered);

    /**
     * @throws RecordRefused.Invalid when something was not accepted
     * @throws RecordRefused.ChangedMeanwhile when somebody else was faster
     * @throws RecordRefused.Unknown also for another organization's record
     */
    V update(OrganizationId organization, I id, Entered entered);

    /** @throws RecordRefused.InUse while others belong to it */
    void delete(OrganizationId organization, I id);
}
