package app.ascent.migration.pipeline;

import app.ascent.migration.spi.Counts;
import app.ascent.migration.spi.EntityMigration;
import app.ascent.migration.spi.Payload;
import app.ascent.migration.spi.RunContext;
import app.ascent.migration.spi.SourceRow;
import app.ascent.migration.staging.Digest;
import app.ascent.migration.staging.KeptCounts;
import app.ascent.migration.staging.StagedRecord;
import app.ascent.migration.staging.StorableText;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;

/** Keeps beside records that stand for content how much that is, as soon as they are staged: people want to know what comes. */
@Component
class ContentCounts {

    private final KeptCounts kept;

    ContentCounts(KeptCounts kept) {
        this.kept = kept;
    }

    <S> void put(RunContext run, EntityMigration<S, ?> entity, List<SourceRow> rows) {
        Function<S, Counts> counting = entity.content() == null ? null : entity.counting(run.organization());
        if (counting == null || rows.isEmpty()) {
            return;
        }
        List<StagedRecord> records = new ArrayList<>();
        List<Counts> counts = new ArrayList<>();
        for (SourceRow row : rows) {
            records.add(new StagedRecord(row.id(), row.payload(), Digest.of(StorableText.ofJson(row.payload()))));
            counts.add(counted(entity, counting, row));
        }
        kept.put(run.organization(), run.migration(), entity.type(), records, counts);
    }

    private static <S> Counts counted(EntityMigration<S, ?> entity, Function<S, Counts> counting, SourceRow row) {
        try {
            return counting.apply(Payload.read(row.payload(), entity.payload()).source());
        } catch (JacksonException unreadable) {
            return Counts.NOTHING;
        }
    }
}
