package app.ascent.projects;

import app.ascent.record.Naming;
import app.ascent.record.field.Column;
import app.ascent.record.table.RecordRows;
import app.ascent.record.table.RecordTable;
import app.ascent.record.table.SearchText;
import app.ascent.record.table.SearchTexts;
import app.ascent.record.table.TableNaming;
import app.ascent.text.Folded;
import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Where tasks lie, and what they are sorted and found by. */
@Configuration(proxyBeanMethods = false)
class TaskTables {

    static final RecordTable<TaskFields> TASKS = RecordTable.of(
                    "project_task",
                    TaskFields.FIELDS,
                    TaskTables::searchText,
                    List.of(
                            Column.date("ends_on", TaskFields::endsOn),
                            Column.text("sort_key", task -> Folded.order(task.title()))))
            .orderedBy("number", "number")
            .orderedBy("end", "ends_on");

    @Bean
    RecordTable<TaskFields> taskTable() {
        return TASKS;
    }

    @Bean
    Naming<TaskId> taskNames(JdbcClient jdbc) {
        return new TableNaming<>(jdbc, TASKS, TaskId.class, TaskFields::title);
    }

    @Bean
    RecordRows<TaskFields> taskRows(JdbcClient jdbc, SearchTexts searchTexts, Clock clock) {
        return new RecordRows<>(jdbc, TASKS, searchTexts, clock);
    }

    private static String searchText(TaskFields task) {
        return SearchText.of(Arrays.asList(task.title(), task.sourceNumber(), task.assigneeName()), List.of());
    }
}
