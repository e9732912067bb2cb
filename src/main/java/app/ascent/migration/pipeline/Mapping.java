package app.ascent.migration.pipeline;

import app.ascent.migration.spi.Counts;
import app.ascent.migration.spi.Dictionary;
import app.ascent.migration.spi.EntityMigration;
import app.ascent.migration.spi.Finding;
import app.ascent.migration.spi.Lookup;
import app.ascent.migration.spi.Mapped;
import app.ascent.migration.spi.Measured;
import app.ascent.migration.spi.Payload;
import app.ascent.migration.spi.Reason;
import app.ascent.migration.spi.References;
import app.ascent.migration.spi.RunContext;
import app.ascent.migration.spi.SourceId;
import app.ascent.migration.spi.SourceRef;
import app.ascent.migration.staging.StagedRecord;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;

/** Parses and maps a batch. Whatever goes wrong with one record costs that record only. */
@Component
class Mapping {

    private static final Logger log = LoggerFactory.getLogger(Mapping.class);
    private static final int LONGEST_WHY = 500;

    /** A staged record as far as it could be read. */
    private sealed interface Parsed<S, T> {

        @Nullable
        String name();

        List<SourceRef> references();

        List<Lookup.Key> lookUps();

        record Whole<S, T>(
                StagedRecord record,
                S source,
                String name,
                List<SourceRef> references,
                List<Lookup.Key> lookUps,
                List<Finding> oddities)
                implements Parsed<S, T> {}

        record Refused<S, T>(StagedRecord record, @Nullable String name, Mapped<T> refusal) implements Parsed<S, T> {

            @Override
            public List<SourceRef> references() {
                return List.of();
            }

            @Override
            public List<Lookup.Key> lookUps() {
                return List.of();
            }
        }
    }

    private final Resolutions resolutions;
    private final ChosenParents chosen;
    private final LookUps lookUps;

    Mapping(Resolutions resolutions, ChosenParents chosen, LookUps lookUps) {
        this.resolutions = resolutions;
        this.chosen = chosen;
        this.lookUps = lookUps;
    }

    <S, T> List<Read<T>> map(
            RunContext run, EntityMigration<S, T> entity, List<StagedRecord> batch, Dictionary dictionary) {
        List<Parsed<S, T>> parsed =
                batch.stream().map(record -> parse(entity, record)).toList();
        LookUps.Found found = lookUps.find(
                run,
                entity,
                parsed.stream().flatMap(each -> each.lookUps().stream()).toList());
        List<SourceRef> pointedTo = Stream.concat(
                        parsed.stream().flatMap(each -> each.references().stream()), found.references().stream())
                .toList();
        References references = new References(
                dictionary,
                chosen.over(run, resolutions.resolve(run, pointedTo)),
                found.rows(),
                found.unreadable(),
                run.scope().limits());
        UnaryOperator<T> settings = entity.settings(run);
        Function<S, Counts> counting = entity.counting(run.organization());
        return parsed.stream()
                .map(each -> map(entity, each, references, found.countedFrom(each.lookUps()), settings, counting))
                .toList();
    }

    /** What people call a record that could not be written, if that much can be read. */
    <S> @Nullable String name(EntityMigration<S, ?> entity, StagedRecord record) {
        return parse(entity, record).name();
    }

    private static <S, T> Parsed<S, T> parse(EntityMigration<S, T> entity, StagedRecord record) {
        if (record.lost()) {
            return new Parsed.Refused<>(
                    record,
                    null,
                    new Mapped.Rejected<>(List.of(new Finding(Reason.COPY_DAMAGED, null, null, null, null, null))));
        }
        Payload<S> payload;
        try {
            payload = Payload.read(record.payload(), entity.payload());
        } catch (JacksonException e) {
            // Its message quotes the payload, so only where it stumbled is logged.
            log.warn(
                    "Record {} of {} could not be read: {}",
                    record.id(),
                    entity.type(),
                    e.getClass().getName());
            return new Parsed.Refused<>(record, null, unreadable(record.payload()));
        }
        try {
            S source = payload.source();
            String name = entity.name(source);
            List<Finding> fatal = payload.oddities().stream()
                    .filter(odd -> entity.indispensable().contains(odd.field()))
                    .map(odd -> Finding.of(Reason.SOURCE_ERROR, odd.field(), odd.value()))
                    .toList();
            return fatal.isEmpty()
                    ? new Parsed.Whole<>(
                            record,
                            source,
                            name,
                            entity.references(source),
                            entity.lookUps(source),
                            remarks(payload, record))
                    : new Parsed.Refused<>(record, name, new Mapped.Rejected<>(fatal));
        } catch (RuntimeException e) {
            return new Parsed.Refused<>(record, null, fault(entity, record.id(), e));
        }
    }

    private static List<Finding> remarks(Payload<?> payload, StagedRecord record) {
        List<Finding> remarks = new ArrayList<>(LostCharacters.in(record.payload()));
        payload.oddities().forEach(odd -> remarks.add(Finding.unknownValue(odd.field(), odd.value(), null, null)));
        return remarks;
    }

    /** Where a source has a text in place of a record, it says why there is none. */
    private static <T> Mapped<T> unreadable(String payload) {
        String why =
                payload.startsWith("\"") && payload.length() < LONGEST_WHY ? Json.read(payload, String.class) : null;
        return new Mapped.Rejected<>(List.of(new Finding(Reason.SOURCE_ERROR, null, null, null, null, why)));
    }

    private static <S, T> Read<T> map(
            EntityMigration<S, T> entity,
            Parsed<S, T> parsed,
            References references,
            Set<Lookup.Key> lookedUp,
            UnaryOperator<T> settings,
            @Nullable Function<S, Counts> counting) {
        return switch (parsed) {
            case Parsed.Refused<S, T> refused -> new Read<>(refused.record, refused.name, refused.refusal);
            case Parsed.Whole<S, T> whole -> {
                SourceId id = whole.record.id();
                Mapped<T> mapped =
                        guarded(entity, id, () -> settled(entity.map(id, whole.source, references), settings));
                yield new Read<>(
                        whole.record,
                        whole.name,
                        remarked(withItsParent(mapped, references), whole.oddities),
                        lookedUp,
                        measures(entity, whole.source, mapped, lookedUp),
                        counting == null ? null : counting.apply(whole.source),
                        null);
            }
        };
    }

    private static <S, T> List<Measured> measures(
            EntityMigration<S, T> entity, S source, Mapped<T> mapped, Set<Lookup.Key> lookedUp) {
        return mapped instanceof Mapped.Ready<T> ready && !lookedUp.isEmpty()
                ? entity.measures(source, ready.target()).stream()
                        .filter(measured -> lookedUp.contains(measured.key()))
                        .toList()
                : List.of();
    }

    /** Who waits for a record that the scope leaves out would wait for ever, and tells of nothing that is missing. */
    private static <T> Mapped<T> withItsParent(Mapped<T> mapped, References references) {
        if (mapped instanceof Mapped.Skipped<T> skipped) {
            SourceRef parent = skipped.reason().parent();
            if (parent != null && references.resolve(parent) instanceof References.Resolution.LeftOut) {
                return new Mapped.LeftOut<>();
            }
        }
        return mapped;
    }

    private static <T> Mapped<T> settled(Mapped<T> mapped, UnaryOperator<T> settings) {
        return mapped instanceof Mapped.Ready<T> ready ? ready.as(settings.apply(ready.target())) : mapped;
    }

    private static <T> Mapped<T> remarked(Mapped<T> mapped, List<Finding> oddities) {
        return mapped instanceof Mapped.Ready<T> ready && !oddities.isEmpty() ? ready.and(oddities) : mapped;
    }

    private static <T> Mapped<T> guarded(EntityMigration<?, T> entity, SourceId id, Supplier<Mapped<T>> mapper) {
        try {
            return mapper.get();
        } catch (RuntimeException e) {
            return fault(entity, id, e);
        }
    }

    private static <T> Mapped<T> fault(EntityMigration<?, T> entity, SourceId id, RuntimeException e) {
        // The trace says where; the message might quote what the record holds.
        log.error(
                "Record {} of {} met a fault: {} at {}",
                id,
                entity.type(),
                e.getClass().getName(),
                where(e));
        return new Mapped.Rejected<>(List.of(new Finding(Reason.INTERNAL_ERROR, null, null, null, null, null)));
    }

    private static Object where(RuntimeException e) {
        return e.getStackTrace().length == 0 ? "an unknown place" : e.getStackTrace()[0];
    }
}
