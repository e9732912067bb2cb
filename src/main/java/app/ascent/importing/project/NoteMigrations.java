package app.ascent.importing.project;

import app.ascent.conversation.ConversationImports;
import app.ascent.importing.AutotaskSource;
import app.ascent.importing.ImportBatch;
import app.ascent.importing.note.AutotaskNote;
import app.ascent.importing.note.NoteMigration;
import app.ascent.migration.spi.EntityType;
import app.ascent.projects.ProjectId;
import app.ascent.projects.TaskId;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What was said about projects and tasks. */
@Configuration(proxyBeanMethods = false)
class NoteMigrations {

    @Bean
    NoteMigration projectNotes(AutotaskSource autotask, ConversationImports entries, ImportBatch batches) {
        return new NoteMigration(
                autotask,
                new EntityType("projectNotes"),
                "ProjectNotes",
                new NoteMigration.Subject(
                        ProjectMapper.PROJECT,
                        AutotaskNote::projectID,
                        ProjectMapper.TYPE,
                        "projects",
                        ProjectId.class),
                entries,
                batches);
    }

    @Bean
    NoteMigration taskNotes(AutotaskSource autotask, ConversationImports entries, ImportBatch batches) {
        return new NoteMigration(
                autotask,
                new EntityType("taskNotes"),
                "TaskNotes",
                new NoteMigration.Subject(
                        TaskMapper.TASK, AutotaskNote::taskID, ProjectMapper.TYPE, "tasks", TaskId.class),
                entries,
                batches);
    }
}
