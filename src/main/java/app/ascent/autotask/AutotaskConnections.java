package app.ascent.autotask;

import jakarta.persistence.LockModeType;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.jpa.repository.Lock;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

/** The rows behind {@link Connections}. */
interface AutotaskConnections extends Repository<AutotaskConnection, UUID> {

    AutotaskConnection saveAndFlush(AutotaskConnection connection);

    Optional<AutotaskConnection> findByOrganizationAndId(UUID organization, UUID id);

    List<AutotaskConnection> findByOrganizationAndIdIn(UUID organization, Collection<UUID> ids);

    Optional<AutotaskConnection> findByOrganizationAndDatabase(UUID organization, long database);

    @Lock(LockModeType.PESSIMISTIC_WRITE)
    @Query("select c from AutotaskConnection c order by c.id")
    List<AutotaskConnection> lockAll();

    void delete(AutotaskConnection connection);
}
