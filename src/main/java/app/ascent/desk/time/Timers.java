package app.ascent.desk.time;

import app.ascent.desk.TicketId;
import app.ascent.identity.OrganizationId;
import app.ascent.identity.UserId;
import app.ascent.projects.TaskId;
import app.ascent.projects.Tasks;
import app.ascent.record.FieldProblem;
import app.ascent.record.RecordRefused;
import app.ascent.record.field.Entered;
import app.ascent.record.field.Ids;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The timers that run, one a person; nobody sees those of others. A timer ends when its time is logged, or when it is discarded. */
@Service
public class Timers {

    /** What a form that logs the time of a timer calls it by; blank once that has ended. */
    public static final String TIMER = "timer";

    private final JdbcClient jdbc;
    private final TimeEntries entries;
    private final WorkItems items;
    private final Tasks tasks;
    private final Clock clock;

    Timers(JdbcClient jdbc, TimeEntries entries, WorkItems items, Tasks tasks, Clock clock) {
        this.jdbc = jdbc;
        this.entries = entries;
        this.items = items;
        this.tasks = tasks;
        this.clock = clock;
    }

    @Transactional(readOnly = true)
    public Optional<Timer> running(OrganizationId organization, UserId user) {
        return whose("select id, ticket_id, task_id, started_at from desk_timer", organization, user)
                .query(Timers::timer)
                .optional();
    }

    /**
     * On a ticket or on a task.
     *
     * @throws TimerRunning when one runs already
     * @throws RecordRefused.Invalid when it is to run on nothing, on two things, or on one that is not there
     */
    @Transactional
    public Timer start(OrganizationId organization, UserId user, @Nullable TicketId ticket, @Nullable TaskId task) {
        check(organization, ticket, task);
        Optional<Timer> started = jdbc.sql(
                        """
                        insert into desk_timer (organization_id, user_id, id, ticket_id, task_id, started_at)
                        values (:organization, :user, :id, :ticket, :task, :now)
                        on conflict on constraint desk_timer_pkey do nothing
                        returning id, ticket_id, task_id, started_at
                        """)
                .param("organization", organization.value())
                .param("user", user.value())
                .param("id", UUID.randomUUID())
                .param("ticket", ticket == null ? null : ticket.value())
                .param("task", task == null ? null : task.value())
                .param("now", Timestamp.from(clock.instant()))
                .query(Timers::timer)
                .optional();
        if (started.isPresent()) {
            return started.get();
        }
        // One that has ended since is in nobody's way.
        running(organization, user).ifPresent(timer -> {
            throw new TimerRunning(timer);
        });
        return start(organization, user, ticket, task);
    }

    /** It stays there until the transaction ends. */
    private void check(OrganizationId organization, @Nullable TicketId ticket, @Nullable TaskId task) {
        if (ticket != null && task != null) {
            throw refused("ticketId", "time-one-work-item");
        }
        if (ticket == null && task == null) {
            throw refused("ticketId", "timer-on-what");
        }
        if (ticket != null && items.of(organization, ticket).isEmpty()) {
            throw refused("ticketId", "unknown");
        }
        if (task != null && tasks.held(organization, Set.of(task)).isEmpty()) {
            throw refused("taskId", "unknown");
        }
    }

    private static RecordRefused.Invalid refused(String field, String code) {
        return new RecordRefused.Invalid(List.of(FieldProblem.of(field, code)));
    }

    /** Whichever runs; where none does, nothing is left to do. */
    @Transactional
    public void discard(OrganizationId organization, UserId user) {
        whose("delete from desk_timer", organization, user).update();
    }

    /**
     * This one alone.
     *
     * @return whether it ran until now
     */
    @Transactional
    public boolean discard(OrganizationId organization, UserId user, TimerId timer) {
        return whose("delete from desk_timer", " and id = :id", organization, user)
                        .param("id", timer.value())
                        .update()
                > 0;
    }

    /**
     * Logs time, and ends the timer that measured it, if one did; in one transaction, so that it runs on when the entry is refused. The
     * ticket is locked before its timer, as it is when it is deleted.
     *
     * @throws RecordRefused.Invalid when something was not accepted, or when the timer has ended meanwhile: its time may be logged
     *     already
     */
    @Transactional
    public TimeEntryView log(OrganizationId organization, UserId user, Entered entered) {
        TimeEntryView created = entries.create(organization, entered);
        String named = entered.text(TIMER);
        if (named != null
                && !(Ids.parsed(TimerId.class, named) instanceof TimerId timer && discard(organization, user, timer))) {
            throw refused("minutes", "timer-ended");
        }
        return created;
    }

    private JdbcClient.StatementSpec whose(String sql, OrganizationId organization, UserId user) {
        return whose(sql, "", organization, user);
    }

    private JdbcClient.StatementSpec whose(String sql, String which, OrganizationId organization, UserId user) {
        return jdbc.sql(sql + " where organization_id = :organization and user_id = :user" + which)
                .param("organization", organization.value())
                .param("user", user.value());
    }

    private static Timer timer(ResultSet row, int at) throws SQLException {
        UUID ticket = row.getObject("ticket_id", UUID.class);
        return new Timer(
                new TimerId(row.getObject("id", UUID.class)),
                ticket == null ? new TaskId(row.getObject("task_id", UUID.class)) : new TicketId(ticket),
                row.getTimestamp("started_at").toInstant());
    }
}
