package app.ascent.crm;

import java.util.Optional;
import java.util.UUID;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;
import org.springframework.data.repository.query.Param;

/** The rows of {@code crm_contact}, one at a time. */
interface ContactRows extends Repository<Contact, UUID> {

    Contact saveAndFlush(Contact contact);

    void delete(Contact contact);

    void flush();

    Optional<Contact> findByOrganizationIdAndId(UUID organizationId, UUID id);

    @Query("select count(c) from Contact c where c.organizationId = :organizationId and c.fields.client = :client")
    long countOf(@Param("organizationId") UUID organizationId, @Param("client") ClientId client);

    @Query(
            "select c from Contact c where c.organizationId = :organizationId and c.fields.client = :client and c.primary")
    Optional<Contact> primaryOf(@Param("organizationId") UUID organizationId, @Param("client") ClientId client);
}
