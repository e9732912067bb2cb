package app.ascent.migration;

import static app.ascent.migration.FakeMigration.PARENTS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import app.ascent.migration.MissingParents.MissingParent;
import app.ascent.migration.PartsOfATypeTests.Parts;
import app.ascent.migration.Reports.Outcome;
import app.ascent.migration.Reports.ReasonCount;
import app.ascent.migration.Reports.RecordFilter;
import app.ascent.migration.Reports.RecordView;
import app.ascent.migration.spi.EntityMigration;
import app.ascent.migration.spi.EntityType;
import app.ascent.migration.spi.SourceId;
import app.ascent.migration.spi.SourceRef;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.assertj.core.groups.Tuple;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.data.domain.PageRequest;

/** A type that is read from two entities, which both have a record 12, is one to everybody but the engine. */
@EngineTest
@Import(Parts.class)
class PartsOfATypeTests {

    private static final EntityType LINES = new EntityType("parentLines");
    private static final EntityType BUNDLES = LINES.part("Bundles");
    private static final EntityType SERVICES = LINES.part("Services");
    private static final EntityType NOTES = new EntityType("lineNotes");

    /** Not scanned for, so that other tests have no lines. */
    static class Parts {

        @Bean
        EntityMigration<?, ?> bundles(FakeSource source, FakeTargets targets) {
            return new FakeMigration(BUNDLES, PARENTS, Set.of(PARENTS), source, targets);
        }

        @Bean
        EntityMigration<?, ?> services(FakeSource source, FakeTargets targets) {
            return new FakeMigration(SERVICES, PARENTS, Set.of(PARENTS), source, targets);
        }

        @Bean
        EntityMigration<?, ?> notes(FakeSource source, FakeTargets targets) {
            return new FakeMigration(NOTES, NOTES, Set.of(LINES), source, targets);
        }
    }

    private final Bench bench;
    private final RecordRetries retries;
    private final MissingParents missing;

    PartsOfATypeTests(Bench bench, RecordRetries retries, MissingParents missing) {
        this.bench = bench;
        this.retries = retries;
        this.missing = missing;
    }

    @BeforeEach
    void fillTheSource() {
        bench.fresh().source.parent(1, "P1");
        line(BUNDLES, 12, "B12", 1);
        line(BUNDLES, 13, "reject", 1);
        line(SERVICES, 12, "S12", 1);
        line(SERVICES, 13, "reject", 1);
        line(SERVICES, 14, "S14", 99);
    }

    private void line(EntityType part, long id, String name, long parent) {
        bench.source.put(part, id, FakeSource.json(id, name, null, null, parent, null));
    }

    private void note(long id, String name, EntityType on, long line) {
        bench.source.put(NOTES, id, FakeSource.json(id, name, null, on.name(), line, null));
    }

    @Test
    void losesNothingAndDoublesNothingHoweverOftenItRuns() {
        bench.runOnce();
        bench.runOnce();

        assertThat(lines()).containsExactly("B12", "S12");
        assertThat(bench.progress(LINES))
                .isEqualTo(new EntityProgress(
                        "parentLines",
                        "parents",
                        EntityStatus.DONE,
                        null,
                        5L,
                        5,
                        2,
                        0,
                        0,
                        2,
                        0,
                        1,
                        2,
                        0,
                        0,
                        14L,
                        null));
        assertThat(bench.run().entities()).extracting(EntityProgress::entity).doesNotHaveDuplicates();
    }

    @Test
    void adoptsEachAgainWhenTheMigrationWasDeleted() {
        bench.runOnce();
        bench.migrations.delete(bench.organization, bench.migration);
        bench.create();

        bench.runOnce();

        assertThat(lines()).containsExactly("B12", "S12");
        assertThat(bench.progress(LINES).linked()).isEqualTo(2);
    }

    @Test
    void groupsAndListsThemAsOneTypeWithThePartBeforeTheNumber() {
        bench.runOnce();

        Reports.Report report = bench.reports.report(bench.organization, bench.migration);
        assertThat(report.failures()).contains(new ReasonCount("parentLines", "INVALID_VALUE", 2));
        assertThat(report.skips()).contains(new ReasonCount("parentLines", "PARENT_NOT_IMPORTED", 1));
        assertThat(listed(new RecordFilter("parentLines", null, null, null)))
                .containsExactly(
                        tuple("parentLines", "Bundles:13", Outcome.FAILED),
                        tuple("parentLines", "Services:13", Outcome.FAILED),
                        tuple("parentLines", "Services:14", Outcome.SKIPPED));
        assertThat(listed(new RecordFilter("parentLines", Outcome.LOADED, null, null)))
                .extracting(each -> each.toList().get(1))
                .containsExactly("Bundles:12", "Services:12");
        assertThat(listed(new RecordFilter("parentLines", Outcome.LOADED, null, SourceId.of("Services:12"))))
                .hasSize(1);
        assertThat(listed(new RecordFilter("parentLines", null, null, new SourceId(13))))
                .isEmpty();
        assertThat(listed(new RecordFilter("parentLines", null, null, SourceId.of("Nothing:13"))))
                .isEmpty();
    }

    @Test
    void listsAllTypesOfAKind() {
        note(1, "N1", SERVICES, 12);
        bench.runOnce();

        assertThat(listed(ofKind("parents", Outcome.LOADED)))
                .extracting(each -> each.toList().get(1))
                .containsExactly("Bundles:12", "Services:12", "1");
        assertThat(listed(ofKind("parents", null))).hasSize(3);
        assertThat(listed(ofKind("lineNotes", Outcome.LOADED))).hasSize(1);
        assertThat(listed(ofKind("nothing", Outcome.LOADED))).isEmpty();
        assertThat(bench.reports
                        .pulled(bench.organization, bench.migration, "parents", null, null, PageRequest.of(0, 2))
                        .getTotalElements())
                .isEqualTo(6);
        assertThat(bench.reports
                        .counts(bench.organization, bench.migration, ofKind("parents", null))
                        .failed())
                .isEqualTo(2);
        assertThat(bench.reports
                        .counts(bench.organization, bench.migration, ofKind("lineNotes", null))
                        .failed())
                .isZero();
    }

    private static RecordFilter ofKind(String kind, @Nullable Outcome outcome) {
        return new RecordFilter(kind, null, outcome, null, null, null, null, null);
    }

    /** The keys of pages name the parts, which stand one behind the other. */
    @Test
    void pagesThroughAllOfThem() {
        bench.runOnce();

        List<String> read = new ArrayList<>();
        RecordKey next = null;
        do {
            Reports.RecordPage page = bench.reports.records(
                    bench.organization,
                    bench.migration,
                    new RecordFilter("parentLines", null, null, null),
                    next,
                    PageRequest.of(0, 2));
            page.records().forEach(record -> read.add(record.sourceId().toString()));
            assertThat(page.records().getTotalElements()).isEqualTo(5);
            next = page.next() == null ? null : RecordKey.of(page.next().toString());
        } while (next != null);
        assertThat(read).containsExactly("Bundles:12", "Bundles:13", "Services:12", "Services:13", "Services:14");
    }

    @Test
    void triesTheOneAgainThatWasNamedAndSaysHowTheyAreNamed() {
        bench.runOnce();
        line(BUNDLES, 13, "B13", 1);
        line(SERVICES, 13, "S13", 1);

        retries.one(bench.organization, bench.migration, "parentLines", SourceId.of("Services:13"));
        bench.execute();

        assertThat(lines()).containsExactly("B12", "S12", "S13");
        assertThat(bench.reports.lastRetry(bench.run().id()))
                .hasValueSatisfying(result -> assertThat(result.loaded()).isEqualTo(1));
        assertRefused("parentLines", "13", "There is no 13 among parentLines");
        assertRefused("parentLines", "Nothing:13", "There is no Nothing:13 among parentLines");
        assertRefused("parents", "Services:1", "named by their number alone");
        assertRefused("nothing", "1", "There is no record type nothing");
    }

    private void assertRefused(String entity, String record, String words) {
        assertThatThrownBy(() -> retries.one(bench.organization, bench.migration, entity, SourceId.of(record)))
                .isInstanceOf(MigrationRefused.UnknownRecord.class)
                .hasMessageContaining(words);
    }

    @Test
    void triesAllOfThemAgainForAReason() {
        bench.runOnce();
        line(BUNDLES, 13, "B13", 1);
        line(SERVICES, 13, "S13", 1);

        int tried = retries.allOf(bench.organization, bench.migration, "parentLines", "INVALID_VALUE");
        bench.execute();

        assertThat(tried).isEqualTo(2);
        assertThat(lines()).containsExactly("B12", "B13", "S12", "S13");
    }

    /** Note 1 waits for a bundle and note 2 for a service, both of the number 13. */
    @Test
    void tellsApartWhatWaitsForOneOrTheOther() {
        note(1, "N1", BUNDLES, 13);
        note(2, "N2", SERVICES, 13);
        note(3, "N3", SERVICES, 12);
        bench.runOnce();
        assertThat(bench.progress(NOTES).loaded()).isEqualTo(1);
        assertThat(missing.of(bench.organization, bench.migration, null))
                .extracting(MissingParent::parent, parent -> String.valueOf(parent.id()), MissingParent::entity)
                .contains(
                        tuple("parentLines", "Bundles:13", "lineNotes"),
                        tuple("parentLines", "Services:13", "lineNotes"),
                        tuple("parents", "99", "parentLines"));
        line(SERVICES, 13, "S13", 1);

        retries.one(bench.organization, bench.migration, "parentLines", SourceId.of("Services:13"));
        bench.execute();

        assertThat(bench.records(Outcome.SKIPPED))
                .filteredOn(record -> record.entity().equals("lineNotes"))
                .extracting(RecordView::sourceId, RecordView::parent)
                .containsExactly(tuple(new SourceId(1), new SourceRef(LINES, SourceId.of("Bundles:13"))));
    }

    private List<Tuple> listed(RecordFilter filter) {
        return bench.reports.issues(bench.organization, bench.migration, filter, PageRequest.of(0, 100)).stream()
                .map(record -> tuple(record.entity(), record.sourceId().toString(), record.outcome()))
                .toList();
    }

    private List<@Nullable String> lines() {
        return bench.targets.all(bench.organization).stream()
                .filter(target -> target.entity().startsWith(LINES.name()))
                .<@Nullable String>map(FakeTargets.Target::name)
                .toList();
    }
}
