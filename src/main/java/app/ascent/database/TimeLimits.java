package app.ascent.database;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How long PostgreSQL works on one statement for somebody who waits. Imports have no limit: nobody waits for a statement
 * of theirs, and their batches are small.
 *
 * @param pageLimit for what is read; whoever looks for something gets an answer, or is told to look for less
 * @param changeLimit for what is changed, which may have to wait for a batch, and may be much (deleting a migration)
 */
@ConfigurationProperties("ascent.database")
record TimeLimits(@DefaultValue("4s") Duration pageLimit, @DefaultValue("60s") Duration changeLimit) {

    TimeLimits {
        if (pageLimit.toMillis() < 1 || changeLimit.compareTo(pageLimit) < 0) {
            throw new IllegalArgumentException(
                    "ascent.database.page-limit is above 0, and ascent.database.change-limit is not shorter");
        }
    }
}
