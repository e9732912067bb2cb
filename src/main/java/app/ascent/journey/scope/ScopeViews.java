package app.ascent.journey.scope;

import app.ascent.importing.AutotaskEntities;
import app.ascent.importing.AutotaskEntity;
import app.ascent.importing.MigrationScope;
import app.ascent.importing.ScopeCounts.Counted;
import app.ascent.journey.Estimate;
import app.ascent.journey.Fact;
import app.ascent.journey.Figure;
import app.ascent.journey.Megabytes;
import app.ascent.journey.RecordTypes;
import app.ascent.journey.scope.ScopeView.Cell;
import app.ascent.journey.scope.ScopeView.Choice;
import app.ascent.journey.scope.ScopeView.Limits;
import app.ascent.journey.scope.ScopeView.Problem;
import app.ascent.journey.scope.ScopeView.Row;
import app.ascent.migration.MigrationView;
import app.ascent.migration.RunView;
import app.ascent.migration.spi.Scope;
import app.ascent.migration.spi.Scope.History;
import app.ascent.web.Formats;
import app.ascent.web.Texts;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Prepares the choices of what imports take, with what each would bring and cost. */
@Component
class ScopeViews {

    /** As it stands in the form. */
    record Entered(History history, String since, Set<String> taken, String filesSince, String filesUpTo) {

        static Entered of(Scope scope, String since, List<String> kinds) {
            return new Entered(
                    scope.history(),
                    scope.since() == null ? since : scope.since().toString(),
                    kinds.stream()
                            .filter(kind -> !scope.leftOut().contains(kind))
                            .collect(Collectors.toSet()),
                    scope.limits().since() == null ? "" : scope.limits().since().toString(),
                    scope.limits().upTo() == null
                            ? ""
                            : Megabytes.of(scope.limits().upTo()));
        }
    }

    private final AutotaskEntities entities;
    private final RecordTypes types;
    private final Formats formats;
    private final Texts texts;
    private final Clock clock;
    private final String most;

    ScopeViews(
            AutotaskEntities entities,
            MigrationScope scopes,
            RecordTypes types,
            Formats formats,
            Texts texts,
            Clock clock) {
        this.entities = entities;
        this.types = types;
        this.formats = formats;
        this.texts = texts;
        this.clock = clock;
        this.most = Megabytes.of(scopes.largest());
    }

    /** The day that stands there while nobody has chosen one: the first of a year, two years ago. */
    LocalDate usual() {
        return LocalDate.now(clock.withZone(formats.zone())).minusYears(2).withDayOfYear(1);
    }

    ScopeView of(MigrationView migration, Entered entered, @Nullable Counted counted, @Nullable Problem problem) {
        Set<String> kinds = new LinkedHashSet<>();
        entities.all().forEach(entity -> kinds.add(entity.kind().name()));
        String first = kinds.iterator().next();
        return new ScopeView(
                Arrays.stream(History.values())
                        .map(history -> choice(history, entered, counted))
                        .toList(),
                entered.since(),
                texts.say("scope.head.SINCE", counted == null ? entered.since() : formats.date(counted.since())),
                counted == null
                        ? texts.say("scope.uncounted")
                        : texts.say("scope.counted", formats.inText(counted.at())),
                counted != null,
                kinds.stream()
                        .map(kind -> row(
                                kind,
                                types.plural(kind),
                                note(kind),
                                entered.taken().contains(kind) || kind.equals(first),
                                kind.equals(first),
                                entered,
                                counted))
                        .toList(),
                row("", texts.say("total"), null, true, true, entered, counted),
                migration.status().active() ? texts.say("scope.locked") : null,
                changed(migration),
                problem);
    }

    private @Nullable String changed(MigrationView migration) {
        RunView run = migration.run();
        return run == null || !run.kind().reads() || run.scope().equals(migration.scope())
                ? null
                : texts.say("scope.changed", Integer.toString(run.number()));
    }

    private @Nullable String note(String kind) {
        List<String> parts = entities.all().stream()
                .filter(entity -> entity.kind().name().equals(kind))
                .map(entity -> entity.type().whole().name())
                .distinct()
                .toList();
        String note = texts.sayOr("scope.note." + kind, "");
        String with = parts.size() < 2
                ? ""
                : texts.say(
                        "scope.parts",
                        types.list(parts.stream()
                                .filter(part -> !part.equals(kind))
                                .toList()));
        String both = (with + " " + note).strip();
        return both.isEmpty() ? null : both;
    }

    private Choice choice(History history, Entered entered, @Nullable Counted counted) {
        List<Fact> facts = new ArrayList<>();
        boolean otherDay = counted != null
                && history == History.SINCE
                && !counted.since().toString().equals(entered.since());
        if (counted != null && !otherDay) {
            List<AutotaskEntity> taken = taken(entered);
            facts.add(fact("records", records(taken, history, counted)));
            facts.add(fact("calls", andFiles(taken, formats.count(calls(taken, history, counted)))));
            facts.add(fact("time", andFiles(taken, time(minutes(taken, history, counted)))));
        }
        return new Choice(
                history,
                texts.say("scope.choice." + history),
                texts.say("scope.choice." + history + ".text"),
                history == entered.history(),
                facts,
                otherDay ? texts.say("scope.other-day") : null);
    }

    private Fact fact(String name, String value) {
        return new Fact(name, texts.say("scope.fact." + name), value);
    }

    private List<AutotaskEntity> taken(Entered entered) {
        String first = entities.all().getFirst().kind().name();
        return entities(entity -> entity.kind().name().equals(first)
                || entered.taken().contains(entity.kind().name()));
    }

    private List<AutotaskEntity> entities(Predicate<AutotaskEntity> which) {
        return entities.all().stream().filter(which).toList();
    }

    private String records(List<AutotaskEntity> of, History history, Counted counted) {
        return formats.count(
                counts(of, history, counted).stream().mapToLong(Long::longValue).sum());
    }

    private static List<Long> counts(List<AutotaskEntity> of, History history, Counted counted) {
        return of.stream()
                .map(entity -> counted.counts().get(entity.path()))
                .filter(Objects::nonNull)
                .map(count -> count.of(history))
                .filter(Objects::nonNull)
                .toList();
    }

    private long calls(List<AutotaskEntity> of, History history, Counted counted) {
        Set<String> kinds = of.stream().map(entity -> entity.kind().name()).collect(Collectors.toSet());
        Set<String> out = entities.all().stream()
                .map(entity -> entity.kind().name())
                .filter(kind -> !kinds.contains(kind))
                .collect(Collectors.toSet());
        return Estimate.calls(counts(of, history, counted), entities.within(new Scope(History.ALL, null, null, out)));
    }

    private static long minutes(List<AutotaskEntity> of, History history, Counted counted) {
        return Estimate.minutes(counts(of, history, counted), counted.answer());
    }

    private String time(long minutes) {
        return minutes < 2 ? texts.say("scope.minute") : formats.duration(Duration.ofMinutes(minutes));
    }

    private Row row(
            String kind,
            String name,
            @Nullable String note,
            boolean taken,
            boolean always,
            Entered entered,
            @Nullable Counted counted) {
        List<AutotaskEntity> of = kind.isEmpty()
                ? taken(entered)
                : entities(entity -> entity.kind().name().equals(kind));
        List<Cell> cells = Arrays.stream(History.values())
                .map(history -> new Cell(history, figure(of, history, counted), history == entered.history()))
                .toList();
        List<String> needs = entities.hanging().getOrDefault(kind, Set.of()).stream()
                .sorted()
                .toList();
        return new Row(
                kind,
                name,
                note,
                taken,
                always,
                needs.isEmpty() ? null : String.join(" ", needs),
                needs.isEmpty() ? null : texts.say("scope.unticked", types.list(needs)),
                !kind.isEmpty() && of.stream().anyMatch(AutotaskEntity::hasContent)
                        ? new Limits(entered.filesSince(), entered.filesUpTo(), texts.say("scope.files.hint", most))
                        : null,
                cells,
                counted == null ? "" : andFiles(of, formats.count(calls(of, entered.history(), counted))),
                counted == null ? "" : andFiles(of, time(minutes(of, entered.history(), counted))));
    }

    /** Each file takes a call, and nobody knows how many there are. */
    private String andFiles(List<AutotaskEntity> of, String estimate) {
        return of.stream().anyMatch(AutotaskEntity::hasContent) ? texts.say("scope.and-files", estimate) : estimate;
    }

    /** Where one of them could not be counted, nobody knows how many there are between them. */
    private Figure figure(List<AutotaskEntity> of, History history, @Nullable Counted counted) {
        if (counted == null) {
            return Figure.UNKNOWN;
        }
        List<Long> counts = counts(of, history, counted);
        long countable = of.stream().filter(AutotaskEntity::counted).count();
        return counts.isEmpty() || counts.size() < countable
                ? Figure.UNKNOWN
                : Figure.of(counts.stream().mapToLong(Long::longValue).sum(), formats);
    }
}
