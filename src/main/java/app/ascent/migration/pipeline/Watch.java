package app.ascent.migration.pipeline;

/** What an execution asks of, and tells, whoever called it. */
public interface Watch {

    /** Whether this node is shutting down, so that the execution has to end at its checkpoints. */
    boolean leaving();

    /** The source answered with a page, so an outage is over. */
    void pageCame();
}
