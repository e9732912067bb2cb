package app.ascent.migration;

import static app.ascent.migration.FakeMigration.PARENTS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import app.ascent.migration.MissingParents.MissingParent;
import app.ascent.migration.ParentsOfTwoTypesTests.Wards;
import app.ascent.migration.spi.EntityMigration;
import app.ascent.migration.spi.EntityType;
import app.ascent.migration.spi.SourceId;
import app.ascent.migration.spi.SourceRef;
import app.ascent.migration.spi.TargetId;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.assertj.core.groups.Tuple;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;

/** Records of two types may have one id; what waits for one of them does not wait for the other. */
@EngineTest
@Import(Wards.class)
class ParentsOfTwoTypesTests {

    private static final EntityType GUARDIANS = new EntityType("guardians");
    private static final EntityType WARDS = new EntityType("wards");
    private static final EntityType PETS = new EntityType("pets");
    private static final long ONE_ID = 174;
    private static final SourceRef PARENT = new SourceRef(PARENTS, new SourceId(ONE_ID));
    private static final SourceRef GUARDIAN = new SourceRef(GUARDIANS, new SourceId(ONE_ID));

    /** Not scanned for, so that other tests have no wards. */
    static class Wards {

        @Bean
        EntityMigration<?, ?> guardians(FakeSource source, FakeTargets targets) {
            return new FakeMigration(GUARDIANS, Set.of(), source, targets);
        }

        @Bean
        EntityMigration<?, ?> wards(FakeSource source, FakeTargets targets) {
            return new FakeMigration(WARDS, Set.of(PARENTS, GUARDIANS), source, targets);
        }

        @Bean
        EntityMigration<?, ?> pets(FakeSource source, FakeTargets targets) {
            return new FakeMigration(PETS, Set.of(WARDS), source, targets);
        }
    }

    private final Bench bench;
    private final RecordRetries retries;
    private final MissingParents missing;

    ParentsOfTwoTypesTests(Bench bench, RecordRetries retries, MissingParents missing) {
        this.bench = bench;
        this.retries = retries;
        this.missing = missing;
    }

    /** Ward 1 has a parent, wards 2 and 3 have a guardian, and both failed. */
    @BeforeEach
    void importWardsOfParentsAndOfGuardians() {
        bench.fresh();
        bench.source.parent(ONE_ID, "reject");
        bench.source.parent(5, "P5");
        bench.source.put(GUARDIANS, ONE_ID, FakeSource.json(ONE_ID, "reject", null, null, null, null));
        ward(1, null);
        ward(2, "guardians");
        ward(3, "guardians");
        bench.runOnce();
        assertThat(bench.progress(WARDS).skipped()).isEqualTo(3);
    }

    private void ward(long id, @Nullable String kindOfParent) {
        bench.source.put(WARDS, id, FakeSource.json(id, "W" + id, null, kindOfParent, ONE_ID, null));
    }

    @Test
    void bringsAlongOnlyWhatWaitedForTheOneThatIsTriedAgain() {
        bench.source.parent(ONE_ID, "P174");

        retries.one(bench.organization, bench.migration, "parents", new SourceId(ONE_ID));
        bench.execute();

        assertThat(bench.reports.lastRetry(bench.run().id()))
                .hasValueSatisfying(result -> assertThat(result.tried()).isEqualTo(2));
        assertThat(bench.progress(WARDS).created()).isEqualTo(1);
        assertThat(waiting()).containsExactly(tuple("2", GUARDIAN), tuple("3", GUARDIAN));
    }

    @Test
    void putsOnlyTheRecordsOfTheOneUnderAnother() {
        int reopened = missing.choose(bench.organization, Bench.OWNER, bench.migration, GUARDIAN, inAscent(5));
        bench.execute();

        assertThat(reopened).isEqualTo(2);
        assertThat(bench.progress(WARDS).created()).isEqualTo(2);
        assertThat(waiting()).containsExactly(tuple("1", PARENT));
    }

    @Test
    void listsEachWithWhatWaitsForItAndWhatWasChosen() {
        TargetId chosen = inAscent(5);
        missing.choose(bench.organization, Bench.OWNER, bench.migration, PARENT, chosen);
        bench.execute();

        assertThat(missing.of(bench.organization, bench.migration, null))
                .extracting(
                        MissingParent::parent,
                        MissingParent::id,
                        MissingParent::entity,
                        MissingParent::records,
                        MissingParent::chosen,
                        MissingParent::listed)
                .containsExactly(
                        tuple("guardians", new SourceId(ONE_ID), "wards", 2L, null, true),
                        tuple("parents", new SourceId(ONE_ID), "children", 0L, chosen.value(), true));
    }

    /** It waits for what waits itself, both for the same reason. */
    @Test
    void triesARecordOnceThatIsReachedByWayOfItsParentAsWell() {
        bench.source.put(PETS, 1, FakeSource.json(1, "Rex", null, "wards", 1L, null));
        bench.another().runOnce();
        Bench.Outcome before = bench.outcome();

        retries.allOf(bench.organization, bench.migration, null, "PARENT_NOT_IMPORTED");
        assertThat(bench.progress(PETS).skipped()).isZero();
        bench.execute();

        assertThat(bench.outcome().entities()).isEqualTo(before.entities());
    }

    private List<Tuple> waiting() {
        return bench.records(Reports.Outcome.SKIPPED).stream()
                .map(record -> tuple(record.sourceId().toString(), record.parent()))
                .toList();
    }

    private TargetId inAscent(long parent) {
        return new TargetId(bench.jdbc
                .sql(
                        """
                        select target_id from migration_id_map
                        where organization_id = :organization and entity = 'parents' and source_id = :id
                        """)
                .param("organization", bench.organization.value())
                .param("id", parent)
                .query(UUID.class)
                .single());
    }
}
