package app.ascent.record.page;

import app.ascent.identity.OrganizationId;
import java.util.List;
import org.springframework.data.domain.Page;
import org.springframework.data.domain.PageImpl;

/**
 * Makes rows of a list; what they show of other records is read for all of them at once.
 *
 * @param <V> a record as people see it
 * @param <R> a row
 */
public interface ListRows<V, R> {

    Page<R> of(OrganizationId organization, Page<V> records);

    /** The same of one record, for the head of its page. */
    default R of(OrganizationId organization, V record) {
        return of(organization, new PageImpl<>(List.of(record))).getContent().getFirst();
    }
}
