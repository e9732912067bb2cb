package app.ascent.migration;

import static app.ascent.migration.FakeMigration.NOTES;
import static org.assertj.core.api.Assertions.assertThat;

import app.ascent.migration.UneditedRecordsTests.Notes;
import app.ascent.migration.spi.Conflicts;
import app.ascent.migration.spi.EntityMigration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;

/** Of records that nobody edits nothing is compared and nothing remembered but whether they changed: their source wins. */
@EngineTest
@Import(Notes.class)
class UneditedRecordsTests {

    /** Not scanned for, so that other tests have no notes. */
    static class Notes {

        @Bean
        EntityMigration<?, ?> notes(FakeSource source, FakeTargets targets) {
            return new FakeMigration(NOTES, source, targets);
        }
    }

    /** What the id map holds of a note. */
    record Known(boolean written, boolean found, boolean created) {}

    private final Bench bench;

    UneditedRecordsTests(Bench bench) {
        this.bench = bench;
    }

    @BeforeEach
    void importANote() {
        bench.fresh();
        bench.source.parent(5, "P5");
        note("as sent");
        bench.runOnce();
    }

    @Test
    void areRememberedWithoutTheirFields() {
        assertThat(bench.progress(NOTES).created()).isEqualTo(1);
        assertThat(known()).isEqualTo(new Known(false, false, true));
    }

    @ParameterizedTest
    @EnumSource
    void areLeftAloneWhileTheSourceSaysTheSame(Conflicts conflicts) {
        bench.targets.edit(bench.organization, NOTES, 1, "note", "changed by nobody we know");

        bench.runOnce(conflicts);

        assertThat(bench.progress(NOTES).unchanged()).isEqualTo(1);
        assertThat(inAscent()).isEqualTo("changed by nobody we know");
    }

    @ParameterizedTest
    @EnumSource
    void getWhatTheSourceSaysNow(Conflicts conflicts) {
        bench.targets.edit(bench.organization, NOTES, 1, "note", "changed by nobody we know");
        note("sent anew");

        bench.runOnce(conflicts);

        assertThat(bench.progress(NOTES).updated()).isEqualTo(1);
        assertThat(inAscent()).isEqualTo("sent anew");
        assertThat(bench.remarks()).isEmpty();
        assertThat(bench.changes()).isEmpty();
        assertThat(known()).isEqualTo(new Known(false, false, true));
    }

    @Test
    void areEmptiedWhereTheSourceHasNothingAnyMore() {
        note(null);

        bench.runOnce();

        assertThat(inAscent()).isNull();
    }

    @Test
    void areTakenOverByALaterMigrationAsTheSourceHasThem() {
        bench.migrations.delete(bench.organization, bench.migration);
        bench.create();
        note("sent anew");

        bench.runOnce();

        assertThat(bench.progress(NOTES).linked()).isEqualTo(1);
        assertThat(inAscent()).isEqualTo("sent anew");
        assertThat(known()).isEqualTo(new Known(false, false, false));
        bench.runOnce();
        assertThat(bench.progress(NOTES).unchanged()).isEqualTo(1);
    }

    @Test
    void areNotBroughtBackWhenTheyAreGone() {
        bench.targets.delete(bench.organization, NOTES, 1);
        note("sent anew");

        bench.runOnce();

        assertThat(bench.remarks()).containsExactly("notes 1 SKIPPED DELETED_IN_ASCENT null");
    }

    private void note(@Nullable String text) {
        bench.source.put(NOTES, 1, FakeSource.json(1, "N1", text, null, 5L, null));
    }

    private @Nullable String inAscent() {
        List<FakeTargets.Target> notes = bench.targets.all(bench.organization).stream()
                .filter(target -> target.entity().equals(NOTES.name()))
                .toList();
        assertThat(notes).hasSize(1);
        return notes.getFirst().note();
    }

    private Known known() {
        return bench.jdbc
                .sql(
                        """
                        select written is not null as written, found is not null as found,
                            created_run_id is not null as created
                        from migration_id_map where organization_id = ? and entity = 'notes'
                        """)
                .param(bench.organization.value())
                .query(Known.class)
                .single();
    }
}
