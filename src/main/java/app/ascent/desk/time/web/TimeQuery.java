package app.ascent.desk.time.web;

import app.ascent.contracts.ContractId;
import app.ascent.crm.ClientId;
import app.ascent.crm.page.NarrowedToClient;
import app.ascent.desk.TicketId;
import app.ascent.desk.time.BillingState;
import app.ascent.desk.time.TimeFilter;
import app.ascent.desk.time.web.TimeRange.Days;
import app.ascent.identity.UserId;
import app.ascent.projects.ProjectId;
import app.ascent.projects.TaskId;
import app.ascent.record.page.ListOrder;
import app.ascent.record.page.ListView;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What the list of time entries shows; without a range those of the last seven days. */
record TimeQuery(
        @Nullable String search,
        @Nullable String range,
        @Nullable String from,
        @Nullable String to,
        @Nullable String user,
        @Nullable String client,
        @Nullable String clientName,
        @Nullable String state,
        @Nullable String ticket,
        @Nullable String task,
        @Nullable String project,
        @Nullable String contract,
        @Nullable String sort,
        @Nullable String page)
        implements NarrowedToClient<TimeQuery> {

    private static final List<ListOrder> ORDERS = List.of(new ListOrder("date", false));

    @Override
    public List<ListOrder> orders() {
        return ORDERS;
    }

    /** Null for all time; whoever says days without more means these. */
    public @Nullable TimeRange chosenRange() {
        boolean own = (range == null || range.isBlank()) && (date(from) != null || date(to) != null);
        return ListView.standing(TimeRange.values(), range, own ? TimeRange.OWN : TimeRange.LAST_7_DAYS);
    }

    Days days(LocalDate today) {
        TimeRange chosen = chosenRange();
        return chosen == null ? Days.ALL : chosen.days(today, new Days(date(from), date(to)));
    }

    public @Nullable UserId chosenUser() {
        return ListView.id(UserId.class, user);
    }

    public @Nullable BillingState chosenState() {
        return ListView.constant(BillingState.values(), state);
    }

    @Nullable
    TicketId chosenTicket() {
        return ListView.id(TicketId.class, ticket);
    }

    @Nullable
    TaskId chosenTask() {
        return ListView.id(TaskId.class, task);
    }

    @Nullable
    ProjectId chosenProject() {
        return ListView.id(ProjectId.class, project);
    }

    @Nullable
    ContractId chosenContract() {
        return ListView.id(ContractId.class, contract);
    }

    @Override
    public boolean senseless() {
        return ListView.isLost(range, TimeRange.values())
                || ListView.isLost(from, date(from))
                || ListView.isLost(to, date(to))
                || ListView.isLost(user, chosenUser())
                || ListView.isLost(state, chosenState())
                || ListView.isLost(ticket, chosenTicket())
                || ListView.isLost(task, chosenTask())
                || ListView.isLost(project, chosenProject())
                || ListView.isLost(contract, chosenContract())
                || ListView.isLost(client, chosenClient());
    }

    @Override
    public boolean filtered() {
        return !words().isEmpty()
                || narrowed()
                || chosenRange() != null
                || Stream.of(
                                chosenUser(),
                                chosenState(),
                                chosenTicket(),
                                chosenTask(),
                                chosenProject(),
                                chosenContract())
                        .anyMatch(chosen -> chosen != null);
    }

    TimeFilter filter(LocalDate today) {
        Days days = days(today);
        return new TimeFilter(
                words(),
                chosenClient(),
                chosenTicket(),
                chosenTask(),
                chosenProject(),
                chosenContract(),
                chosenUser(),
                null,
                chosenState(),
                days.from(),
                days.to());
    }

    @Override
    public TimeQuery of(@Nullable ClientId meant) {
        String id = meant == null ? null : meant.toString();
        return new TimeQuery(
                search, range, from, to, user, id, null, state, ticket, task, project, contract, sort, page);
    }

    /** The same entries as far as they stand in this state. */
    public TimeQuery in(BillingState wanted) {
        return new TimeQuery(
                search,
                range,
                from,
                to,
                user,
                client,
                clientName,
                wanted.name(),
                ticket,
                task,
                project,
                contract,
                sort,
                null);
    }

    @Override
    public List<Wider<TimeQuery>> wider() {
        return List.of(Wider.of(
                new TimeQuery(search, ANY, null, null, null, null, null, null, null, null, null, null, sort, null)));
    }

    private static @Nullable LocalDate date(@Nullable String text) {
        try {
            return text == null || text.isBlank() ? null : LocalDate.parse(text.strip());
        } catch (DateTimeParseException none) {
            return null;
        }
    }
}
