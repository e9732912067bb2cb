package app.ascent.importing;

import app.ascent.audit.Action;
import app.ascent.identity.CurrentUser;
import app.ascent.identity.SignedInUser;
import app.ascent.migration.MigrationRefused;
import app.ascent.migration.Migrations;
import app.ascent.migration.spi.MigrationId;
import app.ascent.migration.spi.Scope;
import app.ascent.migration.spi.Scope.History;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionOperations;

/** What a migration imports, as its Owner decides between two runs. */
@Service
public class MigrationScope {

    /** Autotask is younger, and its dates do not reach back to any year. */
    private static final LocalDate FIRST = LocalDate.of(1900, 1, 1);

    private final Migrations migrations;
    private final AutotaskEntities entities;
    private final MigrationLog log;
    private final CurrentUser currentUser;
    private final TransactionOperations transactions;
    private final Clock clock;

    MigrationScope(
            Migrations migrations,
            AutotaskEntities entities,
            MigrationLog log,
            CurrentUser currentUser,
            TransactionOperations transactions,
            Clock clock) {
        this.migrations = migrations;
        this.entities = entities;
        this.log = log;
        this.currentUser = currentUser;
        this.transactions = transactions;
        this.clock = clock;
    }

    /**
     * As somebody wishes it.
     *
     * @param since a day as {@code 2024-01-01}
     * @param zone in which that day begins
     */
    public record Wish(History history, @Nullable String since, ZoneId zone, List<Kind> kinds) {}

    /** @param name of its first type */
    public record Kind(String name, boolean included) {}

    public Scope of(MigrationId migration) {
        return migrations
                .find(currentUser.organization(), migration)
                .orElseThrow(MigrationRefused.Unknown::new)
                .scope();
    }

    /** Every kind there is, and whether an import takes it. */
    public List<Kind> kinds(Scope scope) {
        return migrations.kinds().stream()
                .map(kind -> new Kind(kind, !scope.leftOut().contains(kind)))
                .toList();
    }

    /**
     * Holds from the next run on. A kind that is not named is imported, and one of which nothing would come, since all that it hangs on
     * is left out, is left out as well.
     *
     * @throws ScopeRefused when no import could keep to it
     * @throws MigrationRefused.NotInThisState while a run is active
     */
    public Scope change(MigrationId migration, Wish wish) {
        SignedInUser owner = currentUser.get();
        LocalDate since = since(wish);
        Scope scope = new Scope(
                wish.history(),
                since,
                since == null ? null : wish.zone(),
                withWhatHangsOnThem(leftOut(wish.kinds(), migrations.kinds())));
        transactions.executeWithoutResult(status -> {
            migrations.take(owner.organization(), owner.id(), migration, scope);
            log.changed(Action.UPDATE, migration, words(scope));
        });
        return scope;
    }

    private @Nullable LocalDate since(Wish wish) {
        String since = wish.since();
        if (wish.history() != History.SINCE) {
            if (since != null) {
                throw new ScopeRefused("since", "A day goes with SINCE alone.");
            }
            return null;
        }
        if (since == null) {
            throw new ScopeRefused("since", "Name the day from which on history is imported, as 2024-01-01.");
        }
        LocalDate day = day(since);
        if (day.isAfter(LocalDate.now(clock.withZone(wish.zone())))) {
            throw new ScopeRefused("since", "%s has not come yet. Name today or an earlier day.".formatted(since));
        }
        if (day.isBefore(FIRST)) {
            throw new ScopeRefused(
                    "since", "Nothing in Autotask is that old. To import all history, choose everything (ALL).");
        }
        return day;
    }

    private static LocalDate day(String since) {
        try {
            return LocalDate.parse(since);
        } catch (DateTimeException e) {
            throw new ScopeRefused("since", "That is no day. Write it as 2024-01-01.");
        }
    }

    private static Set<String> leftOut(List<Kind> kinds, List<String> known) {
        Map<String, Boolean> said = new LinkedHashMap<>();
        for (Kind kind : kinds) {
            if (!known.contains(kind.name())) {
                throw new ScopeRefused(
                        "entities",
                        "No kind of record is called that. There are: %s.".formatted(String.join(", ", known)));
            }
            if (said.putIfAbsent(kind.name(), kind.included()) != null) {
                throw new ScopeRefused("entities", "%s is named twice.".formatted(kind.name()));
            }
        }
        String first = Owner.CLIENT.type().name();
        if (!said.getOrDefault(first, true)) {
            throw new ScopeRefused("entities", "Companies cannot be left out: everything else belongs to one.");
        }
        return said.entrySet().stream()
                .filter(each -> !each.getValue())
                .map(Map.Entry::getKey)
                .collect(Collectors.toSet());
    }

    private Set<String> withWhatHangsOnThem(Set<String> leftOut) {
        Set<String> all = new TreeSet<>(leftOut);
        entities.hanging().forEach((kind, on) -> {
            if (leftOut.containsAll(on)) {
                all.add(kind);
            }
        });
        return all;
    }

    private static String words(Scope scope) {
        String history =
                switch (scope.history()) {
                    case ALL -> "all history";
                    case SINCE -> "what is open, and history since " + scope.since();
                    case NONE -> "what is open, and no history";
                };
        return scope.leftOut().isEmpty()
                ? "Scope of imports: everything, with " + history
                : "Scope of imports: without %s, with %s"
                        .formatted(String.join(", ", new TreeSet<>(scope.leftOut())), history);
    }
}
