package app.ascent.record.table;

import app.ascent.identity.OrganizationId;
import app.ascent.record.DependentsOf;
import app.ascent.record.RecordRefused.Dependents;
import java.util.function.Function;
import org.springframework.data.domain.Pageable;

/**
 * Records of one kind that keep what they belong to from being deleted.
 *
 * @param <I> ids of what they belong to
 * @param <L> what a list of them is narrowed to
 */
public abstract class BelongingRecords<I, L> implements DependentsOf<I> {

    private final Class<I> ids;
    private final String words;
    private final RecordReading<?, ?, L> records;
    private final Function<I, L> filter;

    /** @param words key of the message that tells how many there are */
    protected BelongingRecords(Class<I> ids, String words, RecordReading<?, ?, L> records, Function<I, L> filter) {
        this.ids = ids;
        this.words = words;
        this.records = records;
        this.filter = filter;
    }

    @Override
    public final Class<I> ids() {
        return ids;
    }

    @Override
    public final Dependents count(OrganizationId organization, I id) {
        return new Dependents(
                words,
                records.all(organization, filter.apply(id), Pageable.ofSize(1)).getTotalElements());
    }
}
