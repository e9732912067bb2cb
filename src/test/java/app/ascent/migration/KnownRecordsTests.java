package app.ascent.migration;

import static app.ascent.migration.FakeMigration.CHILDREN;
import static app.ascent.migration.FakeMigration.PARENTS;
import static org.assertj.core.api.Assertions.assertThat;

import app.ascent.identity.OrganizationId;
import app.ascent.migration.idmap.IdMap;
import app.ascent.migration.idmap.IdMapEntry;
import app.ascent.migration.idmap.KnownRecord;
import app.ascent.migration.idmap.Written;
import app.ascent.migration.spi.Conflicts;
import app.ascent.migration.spi.EntityType;
import app.ascent.migration.spi.MigrationId;
import app.ascent.migration.spi.RunContext;
import app.ascent.migration.spi.RunId;
import app.ascent.migration.spi.Source;
import app.ascent.migration.spi.SourceId;
import app.ascent.migration.spi.SourceRow;
import app.ascent.migration.spi.TargetId;
import app.ascent.migration.staging.Outcome;
import app.ascent.migration.staging.StagedRecords;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/** Batches of which nothing is known are told by one look; what was known at an earlier look is no answer to a later one. */
@EngineTest
class KnownRecordsTests {

    private final RunContext run = new RunContext(
            new OrganizationId(UUID.randomUUID()),
            new MigrationId(UUID.randomUUID()),
            new RunId(UUID.randomUUID()),
            new Source("FAKE", 1, UUID.randomUUID()),
            Conflicts.KEEP_ASCENT);
    private final RunContext elsewhere = new RunContext(
            run.organization(), run.migration(), new RunId(UUID.randomUUID()), run.source(), run.conflicts());
    private final IdMap idMap;
    private final StagedRecords staging;

    KnownRecordsTests(IdMap idMap, StagedRecords staging) {
        this.idMap = idMap;
        this.staging = staging;
    }

    @Test
    void seesWhatAnotherExecutionHasLoadedSinceItLastLooked() {
        assertThat(known(PARENTS, 4, 5, 6)).isEmpty();
        idMap.add(elsewhere, PARENTS, List.of(entry(5)));

        assertThat(known(PARENTS, 4, 5, 6)).containsExactly(5L);
        assertThat(known(PARENTS, 5)).containsExactly(5L);
    }

    @Test
    void knowsNothingOfRecordsAroundAndBetweenThoseItKnows() {
        idMap.add(run, PARENTS, List.of(entry(5), entry(9)));

        assertThat(known(PARENTS, 1, 4)).isEmpty();
        assertThat(known(PARENTS, 6, 8)).isEmpty();
        assertThat(known(PARENTS, 10, Long.MAX_VALUE)).isEmpty();
        assertThat(known(PARENTS, 4, 6, 8)).isEmpty();
        assertThat(known(CHILDREN, 4, 5, 9)).isEmpty();
        assertThat(known(PARENTS)).isEmpty();
    }

    @Test
    void stagesNothingTwiceThatCameSinceItLastLooked() {
        assertThat(stage(run, 1, 2)).isEqualTo(2);
        assertThat(stage(run, 4, 5)).isEqualTo(2);

        assertThat(stage(run, 2, 3, 4)).isEqualTo(1);
        assertThat(stage(elsewhere, 3, 6)).isEqualTo(2);
        assertThat(staging.next(elsewhere, PARENTS, 0, 9, 9)).hasSize(2);
        assertThat(staging.next(run, PARENTS, 0, 9, 9)).hasSize(4);
    }

    private Set<Long> known(EntityType type, long... ids) {
        return Set.copyOf(
                idMap.find(run, type, LongStream.of(ids).mapToObj(SourceId::new).toList()).keySet().stream()
                        .map(SourceId::value)
                        .toList());
    }

    private long stage(RunContext by, long... ids) {
        return staging.put(
                        by,
                        PARENTS,
                        LongStream.of(ids)
                                .mapToObj(id -> new SourceRow(new SourceId(id), "{\"id\":" + id + "}"))
                                .toList())
                .fresh();
    }

    private IdMapEntry entry(long id) {
        return new IdMapEntry(
                new KnownRecord(
                        new SourceId(id),
                        new TargetId(UUID.randomUUID()),
                        new byte[] {1},
                        new byte[] {2},
                        run.run(),
                        run.run(),
                        Outcome.CREATED),
                new Written("{}", Set.of()));
    }
}
