package app.ascent.migration.pipeline;

import jakarta.persistence.LockModeType;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.springframework.data.jpa.repository.Lock;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

interface LoadCheckpoints extends Repository<LoadCheckpoint, CheckpointId> {

    LoadCheckpoint save(LoadCheckpoint checkpoint);

    @Query("select c from LoadCheckpoint c where c.id.runId in :runs")
    List<LoadCheckpoint> findByRuns(Collection<UUID> runs);

    @Query("select c.id from LoadCheckpoint c where c.id.runId = :run")
    List<CheckpointId> idsOf(UUID run);

    @Query("select c from LoadCheckpoint c where c.id = :id")
    LoadCheckpoint get(CheckpointId id);

    /** Taken last in a transaction, behind the staged records: pulling withdraws counts in that order, too. */
    @Lock(LockModeType.PESSIMISTIC_WRITE)
    @Query("select c from LoadCheckpoint c where c.id = :id")
    LoadCheckpoint lock(CheckpointId id);
}
