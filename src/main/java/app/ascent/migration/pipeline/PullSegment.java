package app.ascent.migration.pipeline;

import app.ascent.migration.spi.Cursor;
import app.ascent.migration.spi.Segment;
import jakarta.persistence.Column;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import org.jspecify.annotations.Nullable;

/** How far one segment of a pull is staged; moves only in the transaction that stages the page. */
@Entity
@Table(name = "migration_pull_segment")
class PullSegment {

    @EmbeddedId
    private SegmentId id;

    private String filter;
    private long after;

    @Column(name = "up_to")
    private @Nullable Long upTo;

    private long readsAfter;

    @Column(name = "cursor")
    private @Nullable String goesOnFrom;

    private boolean done;
    private boolean confirmed;
    private long pulled;
    private long pages;
    private long unreadable;

    @Version
    private long version;

    @SuppressWarnings("NullAway.Init")
    protected PullSegment() {}

    PullSegment(SegmentId id, String filter, long after) {
        this.id = id;
        this.filter = filter;
        this.after = after;
        this.readsAfter = after;
    }

    /** @param next what to go on from; null where nothing lies behind the page, or nobody asks the source */
    void staged(long upToId, @Nullable Cursor next, long fresh, long newlyUnreadable) {
        // An id that comes out of order must not send loading back over pages that were read, and one beyond the end is
        // another's.
        readsAfter = Math.max(readsAfter, upTo == null ? upToId : Math.min(upToId, upTo));
        goesOnFrom = next == null ? goesOnFrom : next.text();
        pulled += fresh;
        unreadable += newlyUnreadable;
        pages++;
        if (upTo != null && readsAfter >= upTo) {
            end(true);
        }
    }

    /** @param sure whether more was seen than that the source says so */
    void end(boolean sure) {
        done = true;
        confirmed |= sure;
    }

    /** Fewer came of the type than were counted. */
    void askOnceMore() {
        if (confirmed) {
            throw new IllegalStateException("Segment " + id + " has nothing left");
        }
        done = false;
    }

    /** An id so far above what came, or, where the segment ends sooner than that, half-way to its end. */
    long middle(long further) {
        return readsAfter + (upTo == null ? further : Math.min(further, (upTo - readsAfter) / 2));
    }

    /** Leaves what lies above that id to a segment of its own. */
    PullSegment cut(long at, int ordinal) {
        PullSegment upper = new PullSegment(new SegmentId(id.runId(), id.entity(), id.wave(), ordinal), filter, at);
        upper.upTo = upTo;
        upTo = at;
        return upper;
    }

    Segment segment() {
        return new Segment(id.wave(), filter, after, upTo == null ? Segment.OPEN : upTo);
    }

    SegmentId id() {
        return id;
    }

    /** Null at its beginning. */
    @Nullable
    Cursor cursor() {
        return goesOnFrom == null ? null : new Cursor(goesOnFrom);
    }

    /** The highest id that came. */
    long readUpTo() {
        return readsAfter;
    }

    boolean done() {
        return done;
    }

    long pulled() {
        return pulled;
    }

    long unreadable() {
        return unreadable;
    }

    long pages() {
        return pages;
    }
}
