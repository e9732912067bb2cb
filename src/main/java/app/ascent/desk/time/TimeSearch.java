package app.ascent.desk.time;

import app.ascent.crm.ClientId;
import app.ascent.record.search.Searchable;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** How the search over all kinds finds time entries. */
@Configuration(proxyBeanMethods = false)
class TimeSearch {

    /** Enough of a description to know what it is about. */
    private static final String TITLE = "left(regexp_replace(left(c.description, 400), '\\s+', ' ', 'g'), 120)";

    @Bean
    Searchable searchableTime() {
        return Searchable.kind("time-entries", 80, "time_entries.read", "/time-tracking", TimeTables.TIME)
                .titled(TITLE)
                .telling("to_char(c.date, 'FMDD Mon YYYY')", "c.user_name")
                .belongingTo("client_id", ClientId::new)
                .newestBy("date");
    }
}
