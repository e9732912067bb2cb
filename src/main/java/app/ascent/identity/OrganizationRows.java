package app.ascent.identity;

import jakarta.persistence.LockModeType;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.jpa.repository.Lock;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;
import org.springframework.data.repository.query.Param;

/** The rows of {@code identity_organization}. */
interface OrganizationRows extends Repository<Organization, UUID> {

    Organization save(Organization organization);

    Optional<Organization> findById(UUID id);

    /** Makes changes to the organization's owners wait for one another. */
    @Lock(LockModeType.PESSIMISTIC_WRITE)
    @Query("select o from Organization o where o.id = :id")
    Optional<Organization> lock(@Param("id") UUID id);
}
