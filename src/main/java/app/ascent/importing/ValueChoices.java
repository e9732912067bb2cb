package app.ascent.importing;

import app.ascent.audit.Action;
import app.ascent.identity.CurrentUser;
import app.ascent.identity.SignedInUser;
import app.ascent.migration.Migrations;
import app.ascent.migration.Reports;
import app.ascent.migration.Reports.Decision;
import app.ascent.migration.spi.MigrationId;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionOperations;

/**
 * What Autotask's picklist values become, as the Owner chooses it; a choice holds from the next run on, which writes the
 * records again that it changes, and those alone.
 */
@Service
public class ValueChoices {

    /**
     * @param value null for records without one
     * @param target null leaves it to Ascent again
     */
    public record Choice(String entity, String field, @Nullable String value, @Nullable String target) {

        private boolean isAbout(Decision decision) {
            return decision.entity().equals(entity)
                    && decision.field().equals(field)
                    && Objects.equals(decision.value(), value);
        }
    }

    private final Migrations migrations;
    private final Reports reports;
    private final MigrationLog log;
    private final LogWords words;
    private final CurrentUser currentUser;
    private final TransactionOperations transactions;

    ValueChoices(
            Migrations migrations,
            Reports reports,
            MigrationLog log,
            LogWords words,
            CurrentUser currentUser,
            TransactionOperations transactions) {
        this.migrations = migrations;
        this.reports = reports;
        this.log = log;
        this.words = words;
        this.currentUser = currentUser;
        this.transactions = transactions;
    }

    /** All values of all fields that can be chosen for; those that want a look first. */
    public List<Decision> of(MigrationId migration) {
        return reports.decisions(currentUser.organization(), migration);
    }

    /**
     * Takes all of these or none; answers how many differ from what was decided before.
     *
     * @throws app.ascent.migration.MigrationRefused.UnknownValue when there is no such value, or it cannot become that
     */
    public int choose(MigrationId migration, List<Choice> choices) {
        SignedInUser owner = currentUser.get();
        return transactions.execute(status -> {
            List<Decision> decided = reports.decisions(owner.organization(), migration);
            List<Choice> changes =
                    choices.stream().filter(choice -> changes(choice, decided)).toList();
            for (Choice choice : changes) {
                migrations.decide(
                        owner.organization(),
                        owner.id(),
                        migration,
                        choice.entity(),
                        choice.field(),
                        Objects.requireNonNullElse(choice.value(), ""),
                        choice.target());
                decided.stream()
                        .filter(choice::isAbout)
                        .forEach(value -> log.changed(Action.UPDATE, migration, words.chosen(value, choice.target())));
            }
            return changes.size();
        });
    }

    /** Who chooses what was proposed has chosen. What nobody knows changes something, too: it is for the engine to refuse it. */
    private static boolean changes(Choice choice, List<Decision> decided) {
        Optional<Decision> before = decided.stream().filter(choice::isAbout).findFirst();
        return before.isEmpty()
                || !Objects.equals(before.get().byPerson() ? before.get().target() : null, choice.target());
    }
}
