package app.ascent.journey.connect;

import app.ascent.autotask.ConnectionReport.Outcome;
import app.ascent.journey.Gauge;
import app.ascent.journey.Metric;
import app.ascent.web.Texts.Part;
import java.io.Serializable;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a connection test found, in words. It survives a redirect in the session, so it holds texts alone, and nothing of
 * the credentials.
 *
 * @param mayCreate whether a migration can be created with these values
 * @param text what to do, or null where the heading says it all
 * @param advice an ordered list of what to check
 * @param warning amber, below the advice
 * @param existing address of the migration this database already has
 */
record TestView(
        boolean passed,
        boolean mayCreate,
        String heading,
        String when,
        String badge,
        @Nullable String text,
        List<List<Part>> advice,
        @Nullable Warning warning,
        @Nullable String existing,
        List<Check> checks,
        List<Metric> metrics)
        implements Serializable {

    record Warning(String title, String text) implements Serializable {}

    record Check(Outcome outcome, String name, @Nullable String value, @Nullable String text, @Nullable Gauge gauge)
            implements Serializable {}
}
