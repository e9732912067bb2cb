package app.ascent.journey.inbox;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One record beside itself: as it came, and as it was written.
 *
 * @param address of this record's own page
 * @param links to the record in Ascent, to the one it belongs to, or to what can be done where that is missing
 * @param source address of the record in Autotask
 * @param raw the payload, with the field in question marked
 * @param folded the empty fields of the payload
 * @param gone whether it was written, and is neither kept nor in Ascent any more
 * @param mend what to do when nothing was written
 * @param retry null where the record cannot be tried again
 */
record RecordDetail(
        String address,
        String sentence,
        @Nullable String code,
        List<Link> links,
        @Nullable String source,
        String read,
        List<RawLine> raw,
        List<RawLine> folded,
        @Nullable String foldedText,
        boolean closes,
        List<Written> written,
        boolean gone,
        @Nullable String writtenHow,
        @Nullable String mend,
        @Nullable Retry retry) {

    /**
     * The record, to be tried again.
     *
     * @param back where one stays
     */
    record Retry(String entity, String sourceId, String code, String back) {}

    record Link(String href, String label, String icon) {}

    record RawLine(String text, boolean marked) {}

    /** @param href where the value is a record of Ascent with a page of its own */
    record Written(String label, List<String> lines, boolean marked, @Nullable String remark, @Nullable String href) {}
}
