package app.ascent.desk.time;

import app.ascent.contracts.ContractId;
import app.ascent.crm.ClientId;
import app.ascent.desk.TicketId;
import app.ascent.identity.OrganizationId;
import app.ascent.projects.ProjectFields;
import app.ascent.projects.ProjectId;
import app.ascent.projects.Projects;
import app.ascent.projects.TaskId;
import app.ascent.projects.Tasks;
import app.ascent.record.table.PageQuery;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.PageRequest;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.SqlArrayValue;
import org.springframework.stereotype.Component;

/** What time is spent on: tickets, tasks and projects, as far as their time needs to know them. */
@Component
public class WorkItems {

    private final JdbcClient jdbc;
    private final Projects projects;
    private final Tasks tasks;
    private final Clock clock;

    WorkItems(JdbcClient jdbc, Projects projects, Tasks tasks, Clock clock) {
        this.jdbc = jdbc;
        this.projects = projects;
        this.tasks = tasks;
        this.clock = clock;
    }

    /** Whose work it is, and under which contract it is done. */
    public record Belonging(ClientId client, @Nullable ContractId contract) {}

    /** Nobody makes it another client's before the transaction ends, so that time which is logged now follows. */
    public Optional<Belonging> of(OrganizationId organization, TicketId ticket) {
        return jdbc.sql(
                        """
                        select client_id, contract_id from desk_ticket
                        where organization_id = :organization and id = :ticket for key share
                        """)
                .param("organization", organization.value())
                .param("ticket", ticket.value())
                .query((row, _) -> {
                    UUID contract = row.getObject("contract_id", UUID.class);
                    return new Belonging(
                            new ClientId(row.getObject("client_id", UUID.class)),
                            contract == null ? null : new ContractId(contract));
                })
                .optional();
    }

    public Optional<Belonging> of(OrganizationId organization, ProjectId project) {
        return projects.find(organization, project).map(found -> {
            ProjectFields fields = found.fields();
            return new Belonging(fields.clientId(), fields.contractId());
        });
    }

    public Optional<ProjectId> projectOf(OrganizationId organization, TaskId task) {
        return tasks.find(organization, task).map(found -> found.fields().projectId());
    }

    /** Of those that are there, the numbers by which people know them. */
    public Map<Object, String> numbers(
            OrganizationId organization, Collection<TicketId> tickets, Collection<TaskId> tasks) {
        Map<Object, String> numbers = new HashMap<>();
        if (!tickets.isEmpty()) {
            jdbc.sql("select c.id, c.number from unnest(:ids) asked (id) cross join %s c"
                            .formatted(PageQuery.lookup("desk_ticket", ":organization", "asked.id")))
                    .param("organization", organization.value())
                    .param(
                            "ids",
                            new SqlArrayValue(
                                    "uuid",
                                    tickets.stream().map(TicketId::value).toArray()))
                    .query(row -> {
                        numbers.put(new TicketId(row.getObject("id", UUID.class)), row.getString("number"));
                    });
        }
        if (!tasks.isEmpty()) {
            this.tasks
                    .some(organization, tasks, PageRequest.of(0, tasks.size()))
                    .forEach(task ->
                            numbers.put(task.id(), String.valueOf(task.fields().number())));
        }
        return numbers;
    }

    /** Something was done about it just now. */
    void touch(OrganizationId organization, TicketId ticket) {
        jdbc.sql(
                        """
                        update desk_ticket set last_activity_at = greatest(last_activity_at, :now)
                        where organization_id = :organization and id = :ticket
                        """)
                .param("organization", organization.value())
                .param("ticket", ticket.value())
                .param("now", Timestamp.from(clock.instant()))
                .update();
    }
}
