package app.ascent.record.page;

import app.ascent.identity.OrganizationId;
import org.jspecify.annotations.Nullable;

/**
 * What one kind of record shows on the pages of another: a tab that leads to its list, and a block of the overview.
 * Contributed by the kind that shows itself, so that no arrow leads back.
 *
 * @param <I> ids of the records on whose pages it stands
 */
public interface Panel<I> {

    Class<I> ids();

    /** Who sees it. */
    String authority();

    /** Key of the tab's message. */
    String label();

    /** Where all of it is. */
    String address(I id);

    /** How much that is; asked when the page is there already. */
    long count(OrganizationId organization, I id);

    /** How much that is, where it is no number; null where the count tells. */
    default @Nullable String figure(OrganizationId organization, I id) {
        return null;
    }

    Block block(OrganizationId organization, I id);

    /**
     * @param count of what is there
     * @param address where all of it is
     * @param template whose fragment {@code block(panel)} is the block
     * @param shown what the block shows, for that template to know
     * @param top template whose fragment {@code top(panel)} stands above the page, and {@code deed(panel)} among its buttons; null for
     *     neither
     */
    record Block(long count, String address, String template, Object shown, @Nullable String top) {

        public Block(long count, String address, String template, Object shown) {
            this(count, address, template, shown, null);
        }
    }
}
