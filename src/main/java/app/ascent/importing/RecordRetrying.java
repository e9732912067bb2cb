package app.ascent.importing;

import app.ascent.audit.Action;
import app.ascent.identity.CurrentUser;
import app.ascent.identity.OrganizationId;
import app.ascent.migration.RecordRetries;
import app.ascent.migration.spi.MigrationId;
import app.ascent.migration.spi.SourceId;
import java.util.function.ToIntFunction;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionOperations;

/** Retries of single records as pages and API ask for them, for the signed-in Owner and with an entry in the audit log. */
@Service
public class RecordRetrying {

    private final RecordRetries retries;
    private final MigrationLog log;
    private final CurrentUser currentUser;
    private final TransactionOperations transactions;

    RecordRetrying(
            RecordRetries retries, MigrationLog log, CurrentUser currentUser, TransactionOperations transactions) {
        this.retries = retries;
        this.log = log;
        this.currentUser = currentUser;
        this.transactions = transactions;
    }

    /** Tries one record again that was skipped or failed. */
    public int one(MigrationId migration, String entity, SourceId record) {
        return logged(
                migration,
                "Retry of %s %s".formatted(entity, record),
                organization -> retries.one(organization, migration, entity, record));
    }

    /** Tries all records again that were left out for a reason, of one entity type or of all. */
    public int allOf(MigrationId migration, @Nullable String entity, String code) {
        return logged(
                migration,
                "Retry of all %s with the reason %s".formatted(entity == null ? "records" : entity, code),
                organization -> retries.allOf(organization, migration, entity, code));
    }

    private int logged(MigrationId migration, String what, ToIntFunction<OrganizationId> retry) {
        return transactions.execute(status -> {
            int records = retry.applyAsInt(currentUser.organization());
            log.changed(Action.UPDATE, migration, what);
            return records;
        });
    }
}
