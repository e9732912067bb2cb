package app.ascent.autotask;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.repository.Repository;

/** The rows behind {@link Connections}. */
interface AutotaskConnections extends Repository<AutotaskConnection, UUID> {

    AutotaskConnection saveAndFlush(AutotaskConnection connection);

    Optional<AutotaskConnection> findByOrganizationAndId(UUID organization, UUID id);

    Optional<AutotaskConnection> findByOrganizationAndDatabase(UUID organization, long database);

    List<AutotaskConnection> findAll();

    void delete(AutotaskConnection connection);
}
