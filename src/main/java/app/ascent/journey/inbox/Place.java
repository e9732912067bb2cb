package app.ascent.journey.inbox;

import app.ascent.autotask.client.Zone;
import app.ascent.identity.OrganizationId;
import app.ascent.migration.Reports.RecordView;
import app.ascent.migration.RetryRows;
import app.ascent.migration.spi.MigrationId;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a list of records belongs to.
 *
 * @param run number of the run whose list it is, where that is not the one people see by themselves
 * @param ended whether the run has ended with something left out, so that it can be tried again
 * @param current whether something can be decided now, since no run is under way
 * @param next how a record that was left out is tried once more
 * @param retried which of the records shown were tried again
 */
record Place(
        OrganizationId organization,
        MigrationId migration,
        Zone zone,
        @Nullable Integer run,
        boolean ended,
        boolean current,
        Next next,
        Map<RetryRows.Key, RetryRows.Retried> retried,
        String root) {

    /** How records that were left out are tried once more: alone, by another run, or not before this one has ended. */
    enum Next {
        RETRY,
        RUN,
        WAIT
    }

    String issues() {
        return root + "/issues";
    }

    /** The page of one record. */
    String record(RecordView found) {
        String address = issues() + "/" + found.entity() + "/" + found.sourceId();
        return run == null ? address : address + "?run=" + run;
    }
}
