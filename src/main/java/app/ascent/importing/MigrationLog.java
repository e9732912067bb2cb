package app.ascent.importing;

import app.ascent.audit.Action;
import app.ascent.audit.Audit;
import app.ascent.audit.AuditedRecord;
import app.ascent.autotask.ConnectionReport;
import app.ascent.autotask.ConnectionReport.Outcome;
import app.ascent.autotask.ConnectionReport.Problem;
import app.ascent.migration.Migrations;
import app.ascent.migration.spi.MigrationId;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** What the Owner does with a migration, for the audit log: deeds and results, never a credential. */
@Component
class MigrationLog {

    private static final String NAME = "Autotask Migration";

    private final Audit audit;

    MigrationLog(Audit audit) {
        this.audit = audit;
    }

    void tested(ConnectionReport report) {
        audit.record(
                Action.UPDATE,
                new AuditedRecord(Migrations.AUDITED_AS, null, NAME),
                Map.of(Audit.HAPPENED, result(report)));
    }

    void changed(Action action, MigrationId migration, String what) {
        audit.record(
                action,
                new AuditedRecord(Migrations.AUDITED_AS, migration.toString(), NAME),
                Map.of(Audit.HAPPENED, what));
    }

    private static String result(ConnectionReport report) {
        return switch (report.problem()) {
            case null -> "Connection test passed" + without(report);
            case Problem.UnknownApiUser _ -> "Connection test failed: Autotask does not know the API user";
            case Problem.CredentialsRejected _ -> "Connection test failed: Autotask rejected the credentials";
            case Problem.ZoneNotAllowed zone ->
                "Connection test failed: %s an address Ascent does not trust"
                        .formatted(zone.entered() ? "somebody entered" : "Autotask named");
            case Problem.EntityNotReadable unreadable ->
                "Connection test failed: the API user may not read " + unreadable.entity();
            case Problem.Unavailable trouble -> "Connection test failed: " + trouble.what();
            case Problem.NotUnderstood odd -> "Connection test failed: " + odd.what();
            case Problem.BudgetExhausted _ -> "Connection test failed: no calls are free for Ascent";
        };
    }

    private static String without(ConnectionReport report) {
        return without(report, Outcome.FAILED, "; not readable: ")
                + without(report, Outcome.UNPROVEN, "; not answered: ");
    }

    private static String without(ConnectionReport report, Outcome outcome, String as) {
        String names = report.checks().stream()
                .filter(check -> check.outcome() == outcome)
                .map(ConnectionReport.Check::name)
                .collect(Collectors.joining(", "));
        return names.isEmpty() ? "" : as + names;
    }
}
