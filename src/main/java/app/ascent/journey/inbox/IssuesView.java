package app.ascent.journey.inbox;

import app.ascent.journey.Status;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The records of a run that were skipped, failed or loaded with a remark.
 *
 * @param single whether one record is shown, at an address of its own, instead of a list
 * @param here this very page, with what is open
 * @param run number of the run, where one was asked for
 * @param csv address of the same list as a table, null where there is no such table; {@code some} when filters narrow it
 * @param retry null where nothing can be tried again
 * @param address of the list with its filters, without the page
 */
record IssuesView(
        boolean single,
        String address,
        String here,
        @Nullable Integer run,
        @Nullable String csv,
        boolean some,
        List<Tab> tabs,
        List<Choices> entities,
        List<Choice> codes,
        String outcome,
        boolean filtered,
        @Nullable Retry retry,
        String clear,
        List<Row> rows) {

    record Tab(String href, String label, String count, boolean current) {}

    /**
     * All that were left out for the reason the list is filtered by.
     *
     * @param back where one stays
     */
    record Retry(@Nullable String entity, String code, String label, String back) {}

    /** @param kind what they are types of, or null for a type that is a kind by itself */
    record Choices(@Nullable String kind, List<Choice> types) {}

    record Choice(String value, String label, boolean chosen) {}

    /**
     * @param href opens the row in place, or closes it
     * @param tried what came of trying it again, or null
     * @param open what the row shows when it is open
     */
    record Row(
            String id,
            String href,
            @Nullable String name,
            String unnamed,
            String sourceId,
            String entity,
            Status status,
            @Nullable String reason,
            @Nullable String field,
            @Nullable String tried,
            @Nullable RecordDetail open) {}
}
