package app.ascent.migration.pipeline;

import jakarta.persistence.LockModeType;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.springframework.data.jpa.repository.Lock;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

interface PullCheckpoints extends Repository<PullCheckpoint, CheckpointId> {

    PullCheckpoint save(PullCheckpoint checkpoint);

    @Query("select c from PullCheckpoint c where c.id.runId in :runs order by c.position")
    List<PullCheckpoint> findByRuns(Collection<UUID> runs);

    @Query("select c from PullCheckpoint c where c.id = :id")
    PullCheckpoint get(CheckpointId id);

    /** Planning writes to it, too, while pages already come. */
    @Lock(LockModeType.PESSIMISTIC_WRITE)
    @Query("select c from PullCheckpoint c where c.id = :id")
    PullCheckpoint lock(CheckpointId id);
}
