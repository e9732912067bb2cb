package app.ascent.migration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.ascent.identity.OrganizationId;
import app.ascent.migration.spi.Conflicts;
import app.ascent.migration.spi.EntityType;
import app.ascent.migration.spi.MigrationId;
import app.ascent.migration.spi.RunContext;
import app.ascent.migration.spi.RunId;
import app.ascent.migration.spi.Source;
import app.ascent.migration.spi.SourceId;
import app.ascent.migration.spi.SourceRow;
import app.ascent.migration.staging.Outcome;
import app.ascent.migration.staging.PayloadReplaced;
import app.ascent.migration.staging.Processed;
import app.ascent.migration.staging.Processing;
import app.ascent.migration.staging.RecordState;
import app.ascent.migration.staging.StagedRecord;
import app.ascent.migration.staging.StagedRecords;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Records are read for loading without a lock, so that a page with another version of one may come in between. */
@EngineTest
class PayloadReplacedTests {

    private static final EntityType PARENTS = new EntityType("parents");

    private final RunContext run = new RunContext(
            new OrganizationId(UUID.randomUUID()),
            new MigrationId(UUID.randomUUID()),
            new RunId(UUID.randomUUID()),
            new Source("FAKE", 1, UUID.randomUUID()),
            Conflicts.KEEP_ASCENT);
    private final StagedRecords staging;
    private final Processing processing;

    PayloadReplacedTests(StagedRecords staging, Processing processing) {
        this.staging = staging;
        this.processing = processing;
    }

    @Test
    void noticesThatAnotherPayloadCameWhileABatchWasLoaded() {
        stage("{\"name\":\"old\"}");
        List<StagedRecord> batch = next();
        stage("{\"name\":\"new\"}");

        assertThatThrownBy(() -> load(batch)).isInstanceOf(PayloadReplaced.class);

        assertThat(next()).extracting(StagedRecord::payload).containsExactly("{\"name\":\"new\"}");
        load(next());
        assertThat(next()).isEmpty();
    }

    @Test
    void loadsARecordThatCameAgainAsItWas() {
        stage("{\"name\":\"same\"}");
        List<StagedRecord> batch = next();
        stage("{\"name\":\"same\"}");

        load(batch);

        assertThat(next()).isEmpty();
    }

    @Test
    void doesNotLoadARecordTwice() {
        stage("{\"name\":\"one\"}");
        List<StagedRecord> batch = next();
        load(batch);

        assertThatThrownBy(() -> load(batch)).isInstanceOf(PayloadReplaced.class);
    }

    private void stage(String payload) {
        staging.put(run, PARENTS, List.of(new SourceRow(new SourceId(1), payload)));
    }

    private List<StagedRecord> next() {
        return staging.next(run, PARENTS, Long.MIN_VALUE, Long.MAX_VALUE, 10);
    }

    private void load(List<StagedRecord> batch) {
        processing.put(
                run,
                PARENTS,
                batch.stream()
                        .map(record -> new Processed(
                                record.id(), RecordState.LOADED, Outcome.CREATED, "Name", "{}", "{}", List.of()))
                        .toList(),
                batch.stream().map(StagedRecord::hash).toList(),
                Collections.nCopies(batch.size(), null));
    }
}
