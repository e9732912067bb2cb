package app.ascent.desk;

import app.ascent.record.Naming;
import app.ascent.record.field.Column;
import app.ascent.record.table.RecordRows;
import app.ascent.record.table.RecordTable;
import app.ascent.record.table.SearchText;
import app.ascent.record.table.SearchTexts;
import app.ascent.record.table.TableNaming;
import app.ascent.text.Folded;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Where tickets lie, and what they are sorted and found by. */
@Configuration(proxyBeanMethods = false)
class TicketTables {

    static final RecordTable<TicketFields> TICKETS = RecordTable.of(
                    "desk_ticket",
                    TicketFields.FIELDS,
                    TicketTables::searchText,
                    List.of(
                            Column.time("due_by", TicketFields::dueBy),
                            Column.text("sort_key", ticket -> Folded.order(ticket.subject()))))
            .orderedBy("activity", "last_activity_at")
            .orderedBy("number", "number")
            .orderedBy("due", "due_by");

    @Bean
    RecordTable<TicketFields> ticketTable() {
        return TICKETS;
    }

    @Bean
    Naming<TicketId> ticketNames(JdbcClient jdbc) {
        return new TableNaming<>(jdbc, TICKETS, TicketId.class, TicketFields::subject);
    }

    @Bean
    RecordRows<TicketFields> ticketRows(JdbcClient jdbc, SearchTexts searchTexts, Clock clock) {
        return new RecordRows<>(jdbc, TICKETS, searchTexts, clock);
    }

    private static String searchText(TicketFields ticket) {
        List<@Nullable String> texts = new ArrayList<>(ticket.tags());
        texts.addAll(Arrays.asList(ticket.subject(), ticket.number(), ticket.sourceNumber(), ticket.assigneeName()));
        return SearchText.of(texts, List.of());
    }
}
