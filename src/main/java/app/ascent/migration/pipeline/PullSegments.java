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

    @Query(
            "select s from PullSegment s where s.id.runId = :run and s.id.entity = :entity order by s.id.wave, s.id.ordinal")
    List<PullSegment> findByType(UUID run, String entity);

    @Query("select s from PullSegment s where s.id = :id")
    PullSegment get(SegmentId id);

    /** Behind the checkpoint of its type, which is locked first. */
    @Lock(LockModeType.PESSIMISTIC_WRITE)
    @Query("select s from PullSegment s where s.id = :id")
    PullSegment lock(SegmentId id);
}
