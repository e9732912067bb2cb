package app.ascent.desk;

import app.ascent.identity.OrganizationId;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The queues that tickets of an organization are in: whatever is written there, since Ascent has no list of them. */
@Service
public class TicketQueues {

    /** So many are offered. */
    private static final int MOST = 200;

    private final JdbcClient jdbc;

    TicketQueues(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** By name; it costs a step in the index for each of them, however many tickets there are. */
    @Transactional(readOnly = true)
    public List<String> inUse(OrganizationId organization) {
        return jdbc.sql(
                        """
                        with recursive used as (
                            (select queue from desk_ticket
                            where organization_id = :organization and queue is not null order by queue limit 1)
                            union all
                            select (select t.queue from desk_ticket t
                                where t.organization_id = :organization and t.queue > used.queue order by t.queue limit 1)
                            from used where used.queue is not null
                        )
                        select queue from used where queue is not null limit :most
                        """)
                .param("organization", organization.value())
                .param("most", MOST)
                .query(String.class)
                .list();
    }
}
