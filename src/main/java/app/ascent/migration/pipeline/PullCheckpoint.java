package app.ascent.migration.pipeline;

import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** How far one entity type of a run is staged, in all its segments; moves only in the transaction that stages the page. */
@Entity
@Table(name = "migration_pull_checkpoint")
class PullCheckpoint {

    @EmbeddedId
    private CheckpointId id;

    private int position;
    private boolean done;
    private @Nullable Long expected;
    private long pulled;
    private long pages;
    private long unreadable;
    private long leftOut;
    private Instant movedAt;
    private @Nullable String refusalCode;
    private @Nullable String refusal;

    @Version
    private long version;

    @SuppressWarnings("NullAway.Init")
    protected PullCheckpoint() {}

    PullCheckpoint(CheckpointId id, int position, Instant at) {
        this.id = id;
        this.position = position;
        this.movedAt = at;
    }

    void expect(long records, long outOfScope) {
        expected = records;
        leftOut = outOfScope;
    }

    void staged(long fresh, long newlyUnreadable, Instant at) {
        pulled += fresh;
        unreadable += newlyUnreadable;
        pages++;
        movedAt = at;
    }

    /** Every segment is done. */
    void end() {
        done = true;
    }

    /** Whether nothing more is pulled. */
    boolean over() {
        return done || refusal != null;
    }

    /** Answers whether this is new. */
    boolean refuse(Refusal why) {
        if (refusal != null) {
            return false;
        }
        refusalCode = why.code();
        refusal = why.reason();
        return true;
    }

    @Nullable
    Refusal refusal() {
        return refusalCode == null || refusal == null ? null : new Refusal(refusalCode, refusal);
    }

    CheckpointId id() {
        return id;
    }

    int position() {
        return position;
    }

    boolean done() {
        return done;
    }

    @Nullable
    Long expected() {
        return expected;
    }

    long pulled() {
        return pulled;
    }

    /** Rows that came and of which nobody can tell which records they are. */
    long unreadable() {
        return unreadable;
    }

    /** Records that the source has and the scope leaves out. */
    long leftOut() {
        return leftOut;
    }

    long pages() {
        return pages;
    }

    Instant movedAt() {
        return movedAt;
    }
}
