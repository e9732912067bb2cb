package app.ascent.desk.time;

import app.ascent.record.Naming;
import app.ascent.record.field.Column;
import app.ascent.record.table.RecordRows;
import app.ascent.record.table.RecordTable;
import app.ascent.record.table.SearchText;
import app.ascent.record.table.SearchTexts;
import app.ascent.record.table.TableNaming;
import app.ascent.text.Folded;
import app.ascent.text.Text;
import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Where time entries lie, and what they are sorted and found by. */
@Configuration(proxyBeanMethods = false)
class TimeTables {

    /** Characters of a description by which it is found. */
    private static final int SEARCHED = 1000;

    static final RecordTable<TimeEntryFields> TIME = RecordTable.of(
                    "desk_time",
                    TimeEntryFields.FIELDS,
                    TimeTables::searchText,
                    List.of(Column.text("sort_key", entry -> Folded.order(entry.description()))))
            .orderedBy("date", "date");

    @Bean
    RecordTable<TimeEntryFields> timeTable() {
        return TIME;
    }

    @Bean
    Naming<TimeEntryId> timeNames(JdbcClient jdbc) {
        return new TableNaming<>(jdbc, TIME, TimeEntryId.class, TimeEntryView::name);
    }

    @Bean
    RecordRows<TimeEntryFields> timeRows(JdbcClient jdbc, SearchTexts searchTexts, Clock clock) {
        return new RecordRows<>(jdbc, TIME, searchTexts, clock);
    }

    private static String searchText(TimeEntryFields entry) {
        return SearchText.of(
                Arrays.asList(Text.cut(entry.description(), SEARCHED), entry.userName(), entry.invoiceNumber()),
                List.of());
    }
}
