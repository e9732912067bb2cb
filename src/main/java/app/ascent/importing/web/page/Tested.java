package app.ascent.importing.web.page;

import java.io.Serializable;
import java.time.Instant;
import java.util.Map;

/**
 * What the last passed test of this session counted, so that the page after creation can show what will be imported
 * without asking Autotask once more.
 */
record Tested(long database, Instant at, Map<String, Long> counts, long calls, long minutes) implements Serializable {

    static final String ATTRIBUTE = "autotask-tested";
}
