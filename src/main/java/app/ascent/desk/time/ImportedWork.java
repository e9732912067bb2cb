package app.ascent.desk.time;

import app.ascent.crm.ClientId;
import app.ascent.desk.TicketId;
import app.ascent.identity.OrganizationId;
import app.ascent.projects.ProjectFields;
import app.ascent.projects.ProjectId;
import app.ascent.projects.ProjectImports;
import app.ascent.projects.TaskFields;
import app.ascent.projects.TaskId;
import app.ascent.projects.TaskImports;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.SqlArrayValue;
import org.springframework.stereotype.Component;

/** What the time of a batch was spent on, in a statement for each kind of it; until the transaction ends it stays where it is. */
@Component
class ImportedWork {

    private final JdbcClient jdbc;
    private final TaskImports tasks;
    private final ProjectImports projects;

    ImportedWork(JdbcClient jdbc, TaskImports tasks, ProjectImports projects) {
        this.jdbc = jdbc;
        this.tasks = tasks;
        this.projects = projects;
    }

    /** Whatever is missing was deleted meanwhile. */
    record Found(Map<UUID, ClientId> tickets, Map<UUID, TaskFields> tasks, Map<UUID, ProjectFields> projects) {

        /**
         * The entry with the client, and of a task the project, that it belongs to, where time of a ticket is of no task; null where
         * what it was worked on is gone.
         */
        @Nullable
        TimeEntryFields settled(TimeEntryFields entry) {
            TicketId ticket = entry.ticketId();
            if (ticket != null) {
                return of(TimeEntryFields.FIELDS.with(entry, "taskId", null), null, tickets.get(ticket.value()));
            }
            ProjectId project = project(entry);
            if (project != null) {
                ProjectFields found = projects.get(project.value());
                return of(entry, project, found == null ? null : found.clientId());
            }
            return entry.taskId() == null ? of(entry, null, entry.clientId()) : null;
        }

        private @Nullable ProjectId project(TimeEntryFields entry) {
            TaskId task = entry.taskId();
            if (task == null) {
                return entry.projectId();
            }
            TaskFields found = tasks.get(task.value());
            return found == null ? null : found.projectId();
        }

        private static @Nullable TimeEntryFields of(
                TimeEntryFields entry, @Nullable ProjectId project, @Nullable ClientId client) {
            return client == null
                    ? null
                    : TimeEntryFields.FIELDS.with(
                            TimeEntryFields.FIELDS.with(entry, "projectId", project), "clientId", client);
        }
    }

    Found find(OrganizationId organization, List<TimeEntryFields> entries) {
        List<UUID> askedTasks =
                ids(entries.stream().map(TimeEntryFields::taskId).map(task -> task == null ? null : task.value()));
        Map<UUID, TaskFields> foundTasks = askedTasks.isEmpty() ? Map.of() : tasks.held(organization, askedTasks);
        List<UUID> askedProjects = ids(Stream.concat(
                        entries.stream().map(TimeEntryFields::projectId),
                        foundTasks.values().stream().map(TaskFields::projectId))
                .map(project -> project == null ? null : project.value()));
        return new Found(
                clients(
                        organization,
                        ids(entries.stream()
                                .map(entry -> entry.ticketId() == null
                                        ? null
                                        : entry.ticketId().value()))),
                foundTasks,
                askedProjects.isEmpty() ? Map.of() : projects.held(organization, askedProjects));
    }

    private static List<UUID> ids(Stream<@Nullable UUID> some) {
        return some.filter(Objects::nonNull).distinct().collect(Collectors.toList());
    }

    /** Of tickets that are there; until the transaction ends none of them is deleted or goes to another client. */
    private Map<UUID, ClientId> clients(OrganizationId organization, Collection<UUID> tickets) {
        Map<UUID, ClientId> clients = new HashMap<>();
        if (tickets.isEmpty()) {
            return clients;
        }
        jdbc.sql(
                        """
                        select id, client_id from desk_ticket
                        where organization_id = :organization and id = any(:ids) order by id for key share
                        """)
                .param("organization", organization.value())
                .param("ids", new SqlArrayValue("uuid", tickets.toArray()))
                .query(row -> {
                    clients.put(row.getObject("id", UUID.class), new ClientId(row.getObject("client_id", UUID.class)));
                });
        return clients;
    }
}
