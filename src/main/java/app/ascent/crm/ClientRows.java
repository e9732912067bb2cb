package app.ascent.crm;

import jakarta.persistence.LockModeType;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.jpa.repository.Lock;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;
import org.springframework.data.repository.query.Param;

/** The rows of {@code crm_client}, one at a time. */
interface ClientRows extends Repository<Client, UUID> {

    Client saveAndFlush(Client client);

    void delete(Client client);

    void flush();

    Optional<Client> findByOrganizationIdAndId(UUID organizationId, UUID id);

    boolean existsByOrganizationIdAndId(UUID organizationId, UUID id);

    long countByOrganizationIdAndParentId(UUID organizationId, UUID parentId);

    /** Makes those who choose the client's primary contact wait for one another, and for an import that elects one. */
    @Lock(LockModeType.PESSIMISTIC_WRITE)
    @Query("select c from Client c where c.organizationId = :organizationId and c.id = :id")
    Optional<Client> lock(@Param("organizationId") UUID organizationId, @Param("id") UUID id);
}
