package app.ascent.migration.pipeline;

import jakarta.persistence.LockModeType;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.springframework.data.jpa.repository.Lock;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

interface PullSegments extends Repository<PullSegment, SegmentId> {

    PullSegment save(PullSegment segment);

    @Query("select s from PullSegment s where s.id.runId in :runs order by s.id.entity, s.id.wave, s.id.ordinal")
    List<PullSegment> findByRuns(Collection<UUID> runs);

    @Query("select count(s) from PullSegment s where s.id.runId = :run and s.id.entity = :entity")
    long count(UUID run, String entity);

    @Query("select count(s) from PullSegment s where s.id.runId = :run and s.id.entity = :entity and not s.done")
    long open(UUID run, String entity);

    /** Those of a wave that ended because the source said so, and nothing else. */
    @Query("select s from PullSegment s where s.id.runId = :run and s.id.entity = :entity and s.id.wave = :wave"
            + " and s.done and not s.confirmed order by s.id.ordinal")
    List<PullSegment> unconfirmed(UUID run, String entity, int wave);

    @Query("select s from PullSegment s where s.id = :id")
    PullSegment get(SegmentId id);

    /** Before the checkpoint of its type. */
    @Lock(LockModeType.PESSIMISTIC_WRITE)
    @Query("select s from PullSegment s where s.id = :id")
    PullSegment lock(SegmentId id);
}
