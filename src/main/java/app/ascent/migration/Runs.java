package app.ascent.migration;

import jakarta.persistence.LockModeType;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.domain.Page;
import org.springframework.data.domain.Pageable;
import org.springframework.data.jpa.repository.Lock;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

interface Runs extends Repository<Run, UUID> {

    Run save(Run run);

    void flush();

    Optional<Run> findById(UUID id);

    Optional<Run> findByOrganizationIdAndMigrationIdAndId(UUID organization, UUID migration, UUID id);

    Optional<Run> findFirstByMigrationIdOrderByNumberDesc(UUID migration);

    Optional<Run> findFirstByMigrationIdAndCompletedAtIsNotNullOrderByNumberDesc(UUID migration);

    Optional<Run> findByMigrationIdAndNumber(UUID migration, int number);

    Page<Run> findByOrganizationIdAndMigrationIdOrderByNumberDesc(UUID organization, UUID migration, Pageable page);

    @Query(
            """
            select r from Run r where r.migrationId in :migrations
            and r.number = (select max(l.number) from Run l where l.migrationId = r.migrationId)
            """)
    List<Run> findLatest(Collection<UUID> migrations);

    /** Waits for the worker's transactions that hold the fence. */
    @Lock(LockModeType.PESSIMISTIC_WRITE)
    @Query("select r from Run r where r.id = :id")
    Optional<Run> lock(UUID id);

    @Lock(LockModeType.PESSIMISTIC_WRITE)
    @Query(
            """
            select r from Run r where r.migrationId = :migration
            and r.number = (select max(l.number) from Run l where l.migrationId = :migration)
            """)
    Optional<Run> lockLatest(UUID migration);
}
