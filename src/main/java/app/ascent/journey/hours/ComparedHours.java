package app.ascent.journey.hours;

import app.ascent.importing.SourceHours;
import app.ascent.importing.SourceHours.Standing;
import app.ascent.importing.SourceHours.Sum;
import app.ascent.migration.SentRecords.Became;
import app.ascent.migration.spi.MigrationId;
import java.time.YearMonth;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Sets the hours that Autotask has against those that stand in Ascent, with what explains where they differ. */
@Component
class ComparedHours {

    /**
     * One client's month, or all of them.
     *
     * @param source minutes in Autotask
     * @param out minutes that were not imported, by why
     * @param target minutes in Ascent
     * @param edited entries that people changed in Ascent
     */
    record Line(
            @Nullable String client,
            @Nullable YearMonth month,
            long source,
            Map<Became, Long> out,
            long target,
            long edited) {

        long missing() {
            return target - source;
        }

        /** What neither the scope nor a skip or a failure tells. */
        long unexplained() {
            return missing() + out.values().stream().mapToLong(Long::longValue).sum();
        }
    }

    /** @param unmeasured entries that do not say how long they took */
    record Comparison(Line all, List<Line> lines, long unmeasured) {

        List<Line> differing() {
            return lines.stream().filter(line -> line.missing() != 0).toList();
        }
    }

    private record Key(@Nullable UUID client, YearMonth month) {}

    private static final class Counting {
        private long source;
        private long target;
        private long edited;
        private final Map<Became, Long> out = new EnumMap<>(Became.class);

        void add(Sum sum) {
            source += sum.minutes();
            if (sum.became() != Became.LOADED) {
                out.merge(sum.became(), sum.minutes(), Long::sum);
            }
        }

        void add(Standing standing) {
            target += standing.minutes();
            edited += standing.edited();
        }

        Line line(@Nullable String client, @Nullable YearMonth month) {
            return new Line(client, month, source, Map.copyOf(out), target, edited);
        }
    }

    private final SourceHours hours;

    ComparedHours(SourceHours hours) {
        this.hours = hours;
    }

    Comparison of(MigrationId migration) {
        Counting all = new Counting();
        Map<Key, Counting> counted = new HashMap<>();
        SourceHours.Hours sent = hours.of(migration, null, null);
        for (Sum sum : sent.sums()) {
            all.add(sum);
            counted.computeIfAbsent(new Key(sum.client(), sum.month()), key -> new Counting())
                    .add(sum);
        }
        for (Standing standing : hours.standing(migration, null, null)) {
            all.add(standing);
            counted.computeIfAbsent(new Key(standing.client(), standing.month()), key -> new Counting())
                    .add(standing);
        }
        Map<UUID, String> names = names(counted.keySet());
        List<Line> lines = counted.entrySet().stream()
                .map(each -> each.getValue()
                        .line(
                                each.getKey().client() == null
                                        ? null
                                        : names.get(each.getKey().client()),
                                each.getKey().month()))
                .sorted(Comparator.comparing(Line::client, Comparator.nullsLast(String.CASE_INSENSITIVE_ORDER))
                        .thenComparing(Line::month, Comparator.nullsLast(Comparator.naturalOrder())))
                .toList();
        return new Comparison(all.line(null, null), lines, sent.unmeasured());
    }

    private Map<UUID, String> names(Collection<Key> keys) {
        Set<UUID> clients =
                keys.stream().map(Key::client).filter(Objects::nonNull).collect(Collectors.toSet());
        return clients.isEmpty() ? Map.of() : hours.names(clients);
    }
}
