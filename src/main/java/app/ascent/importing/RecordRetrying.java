package app.ascent.importing;

import app.ascent.audit.Action;
import app.ascent.identity.CurrentUser;
import app.ascent.identity.OrganizationId;
import app.ascent.migration.RecordRetries;
import app.ascent.migration.Reports;
import app.ascent.migration.Reports.RecordFilter;
import app.ascent.migration.Reports.RecordView;
import app.ascent.migration.spi.MigrationId;
import app.ascent.migration.spi.SourceId;
import java.util.function.ToIntFunction;
import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.PageRequest;
import org.springframework.data.domain.Pageable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionOperations;

/** Retries of single records as pages and API ask for them, for the signed-in Owner and with an entry in the audit log. */
@Service
public class RecordRetrying {

    private static final Pageable FIRST = PageRequest.of(0, 1);

    private final RecordRetries retries;
    private final Reports reports;
    private final MigrationLog log;
    private final LogWords words;
    private final CurrentUser currentUser;
    private final TransactionOperations transactions;

    RecordRetrying(
            RecordRetries retries,
            Reports reports,
            MigrationLog log,
            LogWords words,
            CurrentUser currentUser,
            TransactionOperations transactions) {
        this.retries = retries;
        this.reports = reports;
        this.log = log;
        this.words = words;
        this.currentUser = currentUser;
        this.transactions = transactions;
    }

    /** Tries one record again that was skipped or failed. */
    public int one(MigrationId migration, String entity, SourceId record) {
        return logged(
                migration,
                words.triedAgain(entity, record, listed(migration, entity, record)),
                organization -> retries.one(organization, migration, entity, record));
    }

    /** Tries all records again that were left out for a reason, of one entity type or of all. */
    public int allOf(MigrationId migration, @Nullable String entity, String code) {
        return logged(
                migration,
                words.triedAgain(entity, code),
                organization -> retries.allOf(organization, migration, entity, code));
    }

    /** A record is named before it is tried: from then on the report no longer lists it. */
    private @Nullable RecordView listed(MigrationId migration, String entity, SourceId record) {
        RecordFilter filter = new RecordFilter(entity, null, null, record);
        return reports.issues(currentUser.organization(), migration, filter, FIRST).stream()
                .findFirst()
                .orElse(null);
    }

    private int logged(MigrationId migration, String what, ToIntFunction<OrganizationId> retry) {
        return transactions.execute(status -> {
            int records = retry.applyAsInt(currentUser.organization());
            log.changed(Action.UPDATE, migration, what);
            return records;
        });
    }
}
