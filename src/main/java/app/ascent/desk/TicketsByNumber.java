package app.ascent.desk;

import app.ascent.identity.OrganizationId;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Finds the ticket that somebody means who has its number, the present one or that of its source. */
@Service
public class TicketsByNumber {

    private final JdbcClient jdbc;

    TicketsByNumber(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Empty also where several have it. */
    @Transactional(readOnly = true)
    public Optional<TicketId> find(OrganizationId organization, String typed) {
        String number = typed.strip();
        if (number.isEmpty() || number.length() > 50 || number.indexOf(' ') >= 0) {
            return Optional.empty();
        }
        List<UUID> found = jdbc.sql(
                        """
                        select id from desk_ticket where organization_id = :organization and number = :upper
                        union
                        select id from desk_ticket
                        where organization_id = :organization and source_number is not null and source_number in (:number, :upper)
                        limit 2
                        """)
                .param("organization", organization.value())
                .param("number", number)
                .param("upper", number.toUpperCase(Locale.ROOT))
                .query(UUID.class)
                .list();
        return found.size() == 1 ? Optional.of(new TicketId(found.getFirst())) : Optional.empty();
    }
}
