package app.ascent.migration.pipeline;

import app.ascent.migration.spi.EntityType;
import app.ascent.migration.spi.RunContext;
import java.util.Map;
import java.util.concurrent.Callable;

/** What the threads of one wave of an execution share. */
record Work(Lease lease, int wave, Stop stop, Map<EntityType, Lead> leads, Watch watch, PipelineProperties properties) {

    RunContext run() {
        return lease.run();
    }

    Lead lead(EntityType type) {
        Lead lead = leads.get(type);
        if (lead == null) {
            throw new IllegalStateException("There is no entity type " + type + " in this run");
        }
        return lead;
    }

    /** Something that is waited for and answers nothing. */
    interface Wait {
        void until() throws InterruptedException;
    }

    void waitFor(Wait wait) throws InterruptedException {
        this.<Boolean>waitFor(() -> {
            wait.until();
            return true;
        });
    }

    /** Waits for the source or another thread; this, and nothing else, may be interrupted. */
    <T> T waitFor(Callable<T> answer) throws InterruptedException {
        try {
            return stop.during(answer);
        } catch (InterruptedException | RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw new IllegalStateException("An entity type threw what it does not declare", e);
        }
    }
}
