package app.ascent.importing;

import app.ascent.audit.Action;
import app.ascent.files.FilesProperties;
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
    private final FilesProperties limits;
    private final CurrentUser currentUser;
    private final TransactionOperations transactions;
    private final Clock clock;

    MigrationScope(
            Migrations migrations,
            AutotaskEntities entities,
            MigrationLog log,
            FilesProperties limits,
            CurrentUser currentUser,
            TransactionOperations transactions,
            Clock clock) {
        this.migrations = migrations;
        this.entities = entities;
        this.log = log;
        this.limits = limits;
        this.currentUser = currentUser;
        this.transactions = transactions;
        this.clock = clock;
    }

    /**
     * As somebody wishes it.
     *
     * @param since a day as {@code 2024-01-01}
     * @param zone in which days begin
     */
    public record Wish(History history, @Nullable String since, ZoneId zone, List<Kind> kinds, Files files) {}

    /**
     * Limits of files.
     *
     * @param since a day as {@code 2024-01-01}, or null
     * @param upTo bytes, or null
     */
    public record Files(@Nullable String since, @Nullable Long upTo) {

        public static final Files ALL = new Files(null, null);
    }

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

    /** Bytes of a file that Ascent keeps, whatever the scope. */
    public long largest() {
        return limits.maxSize().toBytes();
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
                withWhatHangsOnThem(leftOut(wish.kinds(), migrations.kinds())),
                limits(wish.files(), wish.zone()));
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
        return day("since", since, wish.zone(), "To import all history, choose everything (ALL).");
    }

    /** @param rather what to do in place of naming a day before all others */
    private LocalDate day(String field, String text, ZoneId zone, String rather) {
        LocalDate day;
        try {
            day = LocalDate.parse(text);
        } catch (DateTimeException e) {
            throw new ScopeRefused(field, "That is no day. Write it as 2024-01-01.");
        }
        if (day.isAfter(LocalDate.now(clock.withZone(zone)))) {
            throw new ScopeRefused(field, "%s has not come yet. Name today or an earlier day.".formatted(text));
        }
        if (day.isBefore(FIRST)) {
            throw new ScopeRefused(field, "Nothing in Autotask is that old. " + rather);
        }
        return day;
    }

    private Scope.Limits limits(Files files, ZoneId zone) {
        LocalDate since = files.since() == null
                ? null
                : day("files.since", files.since(), zone, "To import files of any age, name no day.");
        Long upTo = files.upTo();
        if (upTo != null && upTo <= 0) {
            throw new ScopeRefused("files.upTo", "A file has at least one byte. For files of any size, name none.");
        }
        if (upTo != null && upTo > limits.maxSize().toBytes()) {
            throw new ScopeRefused(
                    "files.upTo",
                    "Ascent keeps no file above %,d MB. Name that or less, or none."
                            .formatted(limits.maxSize().toMegabytes()));
        }
        return new Scope.Limits(since, since == null ? null : zone, upTo);
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
        String kinds = scope.leftOut().isEmpty()
                ? "Scope of imports: everything, with " + history
                : "Scope of imports: without %s, with %s"
                        .formatted(String.join(", ", new TreeSet<>(scope.leftOut())), history);
        return kinds + words(scope.limits());
    }

    private static String words(Scope.Limits limits) {
        return (limits.since() == null ? "" : "; files since " + limits.since())
                + (limits.upTo() == null ? "" : "; files of at most %,d bytes".formatted(limits.upTo()));
    }
}
