package app.ascent.projects;

import app.ascent.conversation.ConversationsOf;
import app.ascent.conversation.RecordConversations;
import app.ascent.conversation.RecordConversations.Words;
import app.ascent.record.table.RecordRows;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What is said about projects and their tasks, by whoever may change the project; always, since none of them is closed. */
@Configuration(proxyBeanMethods = false)
class ConversationsInProjects {

    static final String PROJECTS = "projects";
    static final String TASKS = "tasks";

    @Bean
    ConversationsOf projectConversations(ProjectReading reading, RecordRows<ProjectFields> rows) {
        return new RecordConversations<>(
                new Words(PROJECTS, PROJECTS, Projects.AUDITED_AS), reading, rows, project -> false);
    }

    @Bean
    ConversationsOf taskConversations(TaskReading reading, RecordRows<TaskFields> rows) {
        return new RecordConversations<>(new Words(TASKS, PROJECTS, Tasks.AUDITED_AS), reading, rows, task -> false);
    }
}
