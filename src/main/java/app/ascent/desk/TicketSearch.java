package app.ascent.desk;

import app.ascent.crm.ClientId;
import app.ascent.record.search.Match;
import app.ascent.record.search.Searchable;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** How the search over all kinds finds tickets. */
@Configuration(proxyBeanMethods = false)
class TicketSearch {

    @Bean
    Searchable searchableTickets() {
        return Searchable.kind("tickets", 30, "tickets.read", "/tickets", TicketTables.TICKETS)
                .listed("/tickets", "status", "any")
                .titled("c.subject")
                .telling("c.number", "c.source_number")
                .key(Match.NUMBER, "number")
                .key(Match.OLD_NUMBER, "source_number")
                .belongingTo("client_id", ClientId::new)
                .newestBy("activity");
    }
}
