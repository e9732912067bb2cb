package app.ascent.projects;

import app.ascent.files.AttachmentPanels;
import app.ascent.files.AttachmentsOf;
import app.ascent.files.RecordAttachments;
import app.ascent.files.RecordAttachments.Words;
import app.ascent.record.page.Panel;
import app.ascent.record.table.RecordRows;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;

/** What is attached to projects and their tasks, by whoever may change the project. */
@Configuration(proxyBeanMethods = false)
class FilesInProjects {

    private static final String PROJECTS = "projects";
    private static final String TASKS = "tasks";
    private static final String READ = "projects.read";

    @Bean
    AttachmentsOf projectFiles(ProjectReading reading, RecordRows<ProjectFields> rows) {
        return new RecordAttachments<>(new Words(PROJECTS, PROJECTS, Projects.AUDITED_AS), reading, rows);
    }

    @Bean
    AttachmentsOf taskFiles(TaskReading reading, RecordRows<TaskFields> rows) {
        return new RecordAttachments<>(new Words(TASKS, PROJECTS, Tasks.AUDITED_AS), reading, rows);
    }

    @Bean
    @Order(10)
    Panel<ProjectId> filesOfAProject(AttachmentPanels panels) {
        return panels.of(ProjectId.class, PROJECTS, READ);
    }

    @Bean
    @Order(10)
    Panel<TaskId> filesOfATask(AttachmentPanels panels) {
        return panels.of(TaskId.class, TASKS, READ);
    }
}
