package app.ascent.importing;

import app.ascent.audit.Action;
import app.ascent.autotask.ConnectionId;
import app.ascent.autotask.Pace;
import app.ascent.autotask.Paces;
import app.ascent.autotask.QuietHours;
import app.ascent.identity.CurrentUser;
import app.ascent.identity.OrganizationId;
import app.ascent.identity.SignedInUser;
import app.ascent.migration.MigrationRefused;
import app.ascent.migration.MigrationView;
import app.ascent.migration.Migrations;
import app.ascent.migration.RunStatus;
import app.ascent.migration.spi.Conflicts;
import app.ascent.migration.spi.MigrationId;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionOperations;

/** How gently a migration calls Autotask, as its Owner decides; also while it runs. */
@Service
public class MigrationPace {

    private final Paces paces;
    private final Migrations migrations;
    private final MigrationLog log;
    private final CurrentUser currentUser;
    private final TransactionOperations transactions;

    MigrationPace(
            Paces paces,
            Migrations migrations,
            MigrationLog log,
            CurrentUser currentUser,
            TransactionOperations transactions) {
        this.paces = paces;
        this.migrations = migrations;
        this.log = log;
        this.currentUser = currentUser;
        this.transactions = transactions;
    }

    public Pace of(MigrationId migration) {
        OrganizationId organization = currentUser.organization();
        return paces.of(organization, connection(existing(organization, migration)));
    }

    /** The largest share that can be chosen. */
    public int mostPercent() {
        return paces.mostPercent();
    }

    /**
     * Changes the pace; it holds from the next call on. A run that waits looks at once whether it still has to.
     *
     * @throws app.ascent.autotask.PaceRefused when it cannot be kept
     */
    public void change(MigrationId migration, Pace pace) {
        SignedInUser owner = currentUser.get();
        transactions.executeWithoutResult(status -> {
            MigrationView view = existing(owner.organization(), migration);
            paces.keep(owner.organization(), connection(view), pace);
            log.changed(Action.UPDATE, migration, "Pace: " + words(pace));
            if (view.status() == RunStatus.WAITING) {
                migrations.start(owner.organization(), owner.id(), migration, Conflicts.KEEP_ASCENT);
            }
        });
    }

    private static String words(Pace pace) {
        QuietHours quiet = pace.quietHours();
        String share = "up to %d%% of the hourly quota".formatted(pace.sharePercent());
        return quiet == null
                ? share + ", no quiet hours"
                : share + ", quiet from %s to %s (%s)".formatted(quiet.from(), quiet.to(), quiet.zone());
    }

    private MigrationView existing(OrganizationId organization, MigrationId migration) {
        return migrations.find(organization, migration).orElseThrow(MigrationRefused.Unknown::new);
    }

    private static ConnectionId connection(MigrationView view) {
        return new ConnectionId(view.source().connection());
    }
}
