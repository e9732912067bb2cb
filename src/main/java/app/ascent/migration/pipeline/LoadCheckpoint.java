package app.ascent.migration.pipeline;

import app.ascent.migration.staging.Tally;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** How far one entity type of a run is loaded; moves only in the transaction that loads the batch. */
@Entity
@Table(name = "migration_load_checkpoint")
class LoadCheckpoint {

    @EmbeddedId
    private CheckpointId id;

    private int wave;
    private @Nullable Long loadedUpTo;
    private boolean done;
    private long created;
    private long updated;
    private long unchanged;
    private long linked;
    private long skipped;
    private long failed;
    private long leftOut;
    private long warnings;
    private int settled;
    private @Nullable Long settledUpTo;
    private Instant movedAt;

    @Version
    private long version;

    @SuppressWarnings("NullAway.Init")
    protected LoadCheckpoint() {}

    /** @param wave the first one in which records of the type come */
    LoadCheckpoint(CheckpointId id, int wave, Instant at) {
        this.id = id;
        this.wave = wave;
        this.movedAt = at;
    }

    void loaded(Tally batch, long upTo, Instant at) {
        count(tally().plus(batch));
        loadedUpTo = loadedUpTo == null ? upTo : Math.max(loadedUpTo, upTo);
        movedAt = at;
    }

    /** Takes back what was counted of records that came again and wait to be processed once more. */
    void withdraw(Tally records) {
        count(tally().minus(records));
    }

    /** Goes on after its end with records that are to be tried once more. */
    void reopen(Tally records, Instant at) {
        withdraw(records);
        done = false;
        unsettle();
        movedAt = at;
    }

    /**
     * The records are not tried once more. Where none was, it has ended after all; else the steps behind the last batch are
     * taken anew.
     */
    void putBack(Tally records, boolean noneWas, Instant at) {
        count(tally().plus(records));
        done |= noneWas;
        settled = 0;
        movedAt = at;
    }

    /**
     * A part of a step behind the last batch is done.
     *
     * @param upTo where the step goes on, or null where it has come to its end
     */
    void settled(@Nullable Long upTo) {
        settledUpTo = upTo;
        if (upTo == null) {
            settled++;
        }
    }

    /** Goes on with the next wave, from its first record. */
    void nextWave(Tally recount, Instant at) {
        count(recount);
        wave++;
        loadedUpTo = null;
        unsettle();
        movedAt = at;
    }

    /** The steps behind the last batch are taken once more. */
    void settleAgain() {
        unsettle();
    }

    /** Ends with the count of the records themselves. */
    void finish(Tally recount, Instant at) {
        count(recount);
        done = true;
        movedAt = at;
    }

    private void count(Tally tally) {
        created = tally.created();
        updated = tally.updated();
        unchanged = tally.unchanged();
        linked = tally.linked();
        skipped = tally.skipped();
        failed = tally.failed();
        leftOut = tally.leftOut();
        warnings = tally.warnings();
    }

    Tally tally() {
        return new Tally(created, updated, unchanged, linked, skipped, failed, leftOut, warnings);
    }

    int wave() {
        return wave;
    }

    CheckpointId id() {
        return id;
    }

    @Nullable
    Long loadedUpTo() {
        return loadedUpTo;
    }

    int settled() {
        return settled;
    }

    @Nullable
    Long settledUpTo() {
        return settledUpTo;
    }

    private void unsettle() {
        settled = 0;
        settledUpTo = null;
    }

    boolean done() {
        return done;
    }

    Instant movedAt() {
        return movedAt;
    }
}
