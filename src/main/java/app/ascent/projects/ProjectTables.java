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

/** Where projects lie, and what they are sorted and found by. */
@Configuration(proxyBeanMethods = false)
class ProjectTables {

    static final RecordTable<ProjectFields> PROJECTS = RecordTable.of(
                    "project",
                    ProjectFields.FIELDS,
                    ProjectTables::searchText,
                    List.of(
                            Column.date("starts_on", ProjectFields::startsOn),
                            Column.date("ends_on", ProjectFields::endsOn),
                            Column.text("sort_key", project -> Folded.order(project.name()))))
            .orderedBy("start", "starts_on")
            .orderedBy("end", "ends_on");

    @Bean
    RecordTable<ProjectFields> projectTable() {
        return PROJECTS;
    }

    @Bean
    Naming<ProjectId> projectNames(JdbcClient jdbc) {
        return new TableNaming<>(jdbc, PROJECTS, ProjectId.class, ProjectFields::name);
    }

    @Bean
    RecordRows<ProjectFields> projectRows(JdbcClient jdbc, SearchTexts searchTexts, Clock clock) {
        return new RecordRows<>(jdbc, PROJECTS, searchTexts, clock);
    }

    private static String searchText(ProjectFields project) {
        return SearchText.of(
                Arrays.asList(project.name(), project.number(), project.sourceNumber(), project.leadName()), List.of());
    }
}
