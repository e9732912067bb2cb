package app.ascent.record.page;

import app.ascent.identity.OrganizationId;
import app.ascent.record.table.RecordDesk;
import app.ascent.record.table.RecordView;
import java.util.List;
import java.util.function.Function;
import org.springframework.data.domain.Page;
import org.springframework.data.domain.PageRequest;
import org.springframework.data.domain.Sort;

/**
 * A tab and a block that show those records of one kind that belong to a record of another.
 *
 * @param list of the kind that is shown, as it begins addresses, permissions and the name in the navigation
 * @param ids of what they belong to
 * @param parameter of the list's address that narrows it to that
 * @param filter which does the same
 * @param order of the few that the block shows
 * @param template of the block
 * @param shown what the block shows
 */
public record ListPanel<I, V extends RecordView<?, ?>, L, R>(
        String list,
        Class<I> ids,
        String parameter,
        RecordDesk<?, ?, ?, V, L> desk,
        Function<I, L> filter,
        ListRows<V, R> rows,
        Sort order,
        String template,
        Shown<I, R> shown)
        implements Panel<I> {

    private static final int FEW = 5;

    /** What a block shows of some rows, for its template to know. */
    @FunctionalInterface
    public interface Shown<I, R> {

        Object of(OrganizationId organization, I id, List<R> rows);
    }

    @Override
    public String authority() {
        return list + ".read";
    }

    @Override
    public String label() {
        return "nav." + list;
    }

    @Override
    public String address(I id) {
        return "/%s?status=any&%s=%s".formatted(list, parameter, id);
    }

    @Override
    public long count(OrganizationId organization, I id) {
        return desk.list(organization, filter.apply(id), PageRequest.of(0, 1)).getTotalElements();
    }

    @Override
    public Block block(OrganizationId organization, I id) {
        Page<R> some = rows.of(organization, desk.list(organization, filter.apply(id), PageRequest.of(0, FEW, order)));
        return new Block(some.getTotalElements(), address(id), template, shown.of(organization, id, some.getContent()));
    }
}
