package app.ascent.desk;

import app.ascent.identity.OrganizationId;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What tickets of an organization can be about. */
@Service
public class TicketCategories {

    private final JdbcClient jdbc;

    TicketCategories(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** By name. */
    @Transactional(readOnly = true)
    public List<TicketCategory> all(OrganizationId organization) {
        return jdbc.sql("select * from desk_category where organization_id = :organization order by name_key, id")
                .param("organization", organization.value())
                .query((row, _) -> new TicketCategory(
                        new TicketCategoryId(row.getObject("id", UUID.class)),
                        row.getString("name"),
                        Colour.valueOf(row.getString("colour")),
                        row.getLong("version")))
                .list();
    }

    boolean isThere(OrganizationId organization, TicketCategoryId id) {
        return jdbc.sql("select exists (select from desk_category where organization_id = :organization and id = :id)")
                .param("organization", organization.value())
                .param("id", id.value())
                .query(Boolean.class)
                .single();
    }
}
