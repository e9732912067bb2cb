package app.ascent.projects.web;

import app.ascent.crm.ClientId;
import app.ascent.projects.ProjectFields;
import app.ascent.projects.ProjectId;
import app.ascent.projects.TaskFields;
import app.ascent.record.search.Match;
import app.ascent.record.search.Searchable;
import app.ascent.record.table.RecordTable;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** How the search over all kinds finds projects and their tasks. */
@Configuration(proxyBeanMethods = false)
class ProjectSearch {

    @Bean
    Searchable searchableProjects(RecordTable<ProjectFields> table) {
        return Searchable.kind("projects", 60, "projects.read", "/projects", table)
                .listed("/projects", "status", "any")
                .telling("c.number", "c.source_number")
                .key(Match.NUMBER, "number")
                .key(Match.OLD_NUMBER, "source_number")
                .belongingTo("client_id", ClientId::new)
                .newestBy("start");
    }

    /** There is no list of the tasks of all projects. */
    @Bean
    Searchable searchableTasks(RecordTable<TaskFields> table) {
        return Searchable.kind("tasks", 70, "projects.read", "/tasks", table)
                .titled("c.title")
                .telling("c.source_number")
                .key(Match.OLD_NUMBER, "source_number")
                .belongingTo("project_id", ProjectId::new)
                .newestBy("updated");
    }
}
