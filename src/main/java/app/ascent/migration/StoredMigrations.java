package app.ascent.migration;

import jakarta.persistence.LockModeType;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.domain.Page;
import org.springframework.data.domain.Pageable;
import org.springframework.data.jpa.repository.Lock;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

interface StoredMigrations extends Repository<Migration, UUID> {

    Migration save(Migration migration);

    void flush();

    /** Waits for whoever else creates a migration in that organization, so that the second one finds the first. */
    @Query(
            value = "select 1 from pg_advisory_xact_lock(hashtext('migration_migration'), :organization)",
            nativeQuery = true)
    int oneAfterTheOther(int organization);

    Optional<Migration> findByOrganizationIdAndId(UUID organization, UUID id);

    Optional<Migration> findByOrganizationIdAndSourceSystemAndSourceDatabase(
            UUID organization, String system, long database);

    Page<Migration> findByOrganizationIdOrderByCreatedAtDescIdDesc(UUID organization, Pageable page);

    /** Whoever starts, stops or deletes a migration goes one after the other. */
    @Lock(LockModeType.PESSIMISTIC_WRITE)
    @Query("select m from Migration m where m.organizationId = :organization and m.id = :id")
    Optional<Migration> lock(UUID organization, UUID id);
}
