package app.ascent.record.page;

import app.ascent.identity.OrganizationId;

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

    Content of(OrganizationId organization, I id);

    /**
     * @param label key of the tab's message
     * @param count of what is there
     * @param address where all of it is
     * @param template whose fragment {@code block(panel)} is the block
     * @param shown what the block shows, for that template to know
     */
    record Content(String label, long count, String address, String template, Object shown) {}
}
