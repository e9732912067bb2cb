package app.ascent.migration;

import app.ascent.identity.OrganizationId;
import app.ascent.migration.pipeline.Counting;
import app.ascent.migration.spi.EntityType;
import app.ascent.migration.spi.MigrationId;
import app.ascent.migration.spi.Source;
import app.ascent.migration.spi.SourceId;
import app.ascent.migration.spi.TargetId;
import app.ascent.migration.staging.SentCounts;
import app.ascent.migration.staging.SourceSide;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** What the source sent of a whole type when it was last read, summed up by what its records count: docs/adr/072. */
@Service
public class SentRecords {

    /** What a run made of a record. */
    public enum Became {
        STAGED,
        LOADED,
        SKIPPED,
        FAILED,
        LEFT_OUT
    }

    /**
     * Records of a month below the same one, or a single record.
     *
     * @param single the record, where it is one alone
     * @param top the record of the source at the top, if there is one
     * @param amounts sums of what each counts, in its order
     */
    public record Sum(
            @Nullable SourceId single,
            @Nullable SourceId top,
            YearMonth month,
            Became became,
            long records,
            List<Long> amounts) {

        private static Stream<Sum> told(SentCounts.Sum sum) {
            YearMonth month = sum.month();
            return month == null
                    ? Stream.empty()
                    : Stream.of(new Sum(
                            sum.id() == null ? null : new SourceId(sum.id()),
                            sum.top() == null ? null : new SourceId(sum.top()),
                            month,
                            Became.valueOf(sum.state().name()),
                            sum.records(),
                            sum.amounts()));
        }
    }

    /**
     * @param untold records that do not say what they add
     */
    public record Sums(List<Sum> sums, long untold) {}

    /**
     * Whose records are summed up.
     *
     * @param ways by which types the record at the top is reached, which those of the last type of a way have above them
     * @param amounts how many amounts each record counts
     */
    public record Summed(EntityType type, List<List<EntityType>> ways, int amounts) {

        private Stream<EntityType> types() {
            return Stream.concat(Stream.of(type), ways.stream().flatMap(List::stream));
        }
    }

    private final SourceSide side;
    private final Counting counting;
    private final SentCounts counts;

    SentRecords(SourceSide side, Counting counting, SentCounts counts) {
        this.side = side;
        this.counting = counting;
        this.counts = counts;
    }

    /**
     * By top and month, what was loaded below one of these; record by record whatever else there is, since it may stand in Ascent by an
     * earlier run. What nobody has counted yet is counted first.
     */
    public Sums sums(
            OrganizationId organization,
            MigrationId migration,
            Summed summed,
            LocalDate from,
            LocalDate to,
            Collection<SourceId> tops) {
        Map<EntityType, List<UUID>> runs = summed.types()
                .distinct()
                .collect(Collectors.toMap(Function.identity(), type -> side.runs(organization, migration, type)));
        SentCounts.Question question = new SentCounts.Question(
                organization, migration, summed.type, summed.ways, runs, from, to, summed.amounts);
        List<Long> known = tops.stream().map(SourceId::value).toList();
        List<SentCounts.Sum> sums = counts.sums(question, known);
        if (!sums.stream().allMatch(SentCounts.Sum::whole)) {
            runs.forEach((type, some) -> counting.complete(organization, migration, type, some));
            sums = counts.sums(question, known);
        }
        return new Sums(
                sums.stream().flatMap(Sum::told).toList(),
                sums.stream()
                        .filter(sum -> sum.month() == null)
                        .mapToLong(SentCounts.Sum::records)
                        .sum());
    }

    /** What records of a type became in Ascent, by whatever run. For types of which there are not many. */
    public Map<SourceId, TargetId> targets(
            OrganizationId organization, MigrationId migration, Source source, EntityType type) {
        Map<SourceId, TargetId> targets = new HashMap<>();
        side.targets(organization, migration, source.system(), source.database(), type)
                .forEach((id, target) -> targets.put(new SourceId(id), new TargetId(target)));
        return targets;
    }
}
