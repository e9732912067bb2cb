package app.ascent.migration.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import app.ascent.migration.spi.EntityType;
import app.ascent.migration.spi.RunId;
import app.ascent.migration.spi.Segment;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class LeadTests {

    private final CheckpointId id = CheckpointId.of(new RunId(UUID.randomUUID()), new EntityType("parents"));
    private final PullSegment lower = new PullSegment(SegmentId.first(id), "", Segment.START);
    private final Lead lead = new Lead(
            10, new PullCheckpoint(id, 0, Instant.EPOCH), new LoadCheckpoint(id, 0, Instant.EPOCH), List.of(lower));

    /** Whoever cut a range tells of the upper one when that is committed, and the lower one may have ended by then. */
    @Test
    void isNotAtItsEndBeforeItHasHeardOfEveryRange() throws InterruptedException {
        PullSegment upper = lower.cut(100, 1);
        lower.staged(100, null, 4, 0);

        lead.pulled(lower, 4, 1);

        assertThat(lead.awaitWork(Segment.START)).isEqualTo(new Lead.Extent(100, false));

        lead.divided(upper);
        upper.end(true);
        lead.pulled(upper, 0, 1);

        assertThat(lead.awaitWork(100)).isEqualTo(new Lead.Extent(100, true));
    }
}
