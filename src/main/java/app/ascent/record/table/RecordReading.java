package app.ascent.record.table;

import app.ascent.identity.OrganizationId;
import app.ascent.record.Provenance;
import app.ascent.record.SourceTrace;
import app.ascent.record.table.PageQuery.Criteria;
import java.util.Collection;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.domain.Page;
import org.springframework.data.domain.PageRequest;
import org.springframework.data.domain.Pageable;
import org.springframework.jdbc.support.SqlArrayValue;

/**
 * Reads records of one kind as everybody sees them, without the details of their source.
 *
 * @param <V> a record as people see it
 * @param <L> what a list is narrowed to
 */
public abstract class RecordReading<F extends Record, V, L> {

    /** How a record of the organization is read at present. */
    protected abstract PageQuery<F, V> query(OrganizationId organization);

    protected abstract Criteria criteria(OrganizationId organization, L filter);

    public final Optional<V> find(OrganizationId organization, UUID id) {
        return query(organization).one(organization, id);
    }

    public final Optional<V> find(OrganizationId organization, Provenance source) {
        return those(organization, new Criteria(organization, null).from(source), PageRequest.of(0, 1)).stream()
                .findFirst();
    }

    public final Optional<SourceTrace> trace(OrganizationId organization, UUID id) {
        return query(organization).trace(organization, id);
    }

    public final Page<V> all(OrganizationId organization, L filter, Pageable pageable) {
        return those(organization, criteria(organization, filter), pageable);
    }

    public final Found<V> some(OrganizationId organization, L filter, Pageable pageable) {
        return query(organization).some(criteria(organization, filter), pageable);
    }

    /** Of these, those that are there. */
    public final Page<V> among(OrganizationId organization, Collection<UUID> ids, Pageable pageable) {
        Criteria criteria = new Criteria(organization, null)
                .and("c.id = any(:ids)")
                .parameter("ids", new SqlArrayValue("uuid", ids.toArray()));
        return those(organization, criteria, pageable);
    }

    protected final Page<V> those(OrganizationId organization, Criteria criteria, Pageable pageable) {
        return query(organization).all(criteria, pageable);
    }
}
