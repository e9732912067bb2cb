package app.ascent.desk;

import app.ascent.identity.OrganizationId;
import app.ascent.record.Naming;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.SqlArrayValue;

/** Tells what statuses and categories are called. */
@Configuration(proxyBeanMethods = false)
class LabelNaming {

    /** Names of one table's rows. */
    record Names<I extends Record>(
            JdbcClient jdbc, String table, Class<I> ids, Function<UUID, I> id, Function<I, UUID> value)
            implements Naming<I> {

        @Override
        public Map<I, String> names(OrganizationId organization, Collection<I> some) {
            Map<I, String> names = new HashMap<>();
            jdbc.sql("select id, name from %s where organization_id = :organization and id = any(:ids)"
                            .formatted(table))
                    .param("organization", organization.value())
                    .param(
                            "ids",
                            new SqlArrayValue("uuid", some.stream().map(value).toArray()))
                    .query(row -> {
                        names.put(id.apply(row.getObject("id", UUID.class)), row.getString("name"));
                    });
            return names;
        }
    }

    @Bean
    Naming<TicketStatusId> ticketStatusNames(JdbcClient jdbc) {
        return new Names<>(jdbc, "desk_status", TicketStatusId.class, TicketStatusId::new, TicketStatusId::value);
    }

    @Bean
    Naming<TicketCategoryId> ticketCategoryNames(JdbcClient jdbc) {
        return new Names<>(
                jdbc, "desk_category", TicketCategoryId.class, TicketCategoryId::new, TicketCategoryId::value);
    }
}
