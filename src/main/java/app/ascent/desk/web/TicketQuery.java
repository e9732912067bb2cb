package app.ascent.desk.web;

import app.ascent.assets.AssetId;
import app.ascent.contracts.ContractId;
import app.ascent.crm.ClientId;
import app.ascent.crm.ContactId;
import app.ascent.crm.page.NarrowedToClient;
import app.ascent.desk.DateRange;
import app.ascent.desk.TicketCategoryId;
import app.ascent.desk.TicketFilter;
import app.ascent.desk.TicketFilter.Standing;
import app.ascent.desk.TicketId;
import app.ascent.desk.TicketStatusId;
import app.ascent.desk.TicketType;
import app.ascent.identity.UserId;
import app.ascent.projects.ProjectId;
import app.ascent.record.Priority;
import app.ascent.record.page.ListOrder;
import app.ascent.record.page.ListView;
import app.ascent.record.table.Origin;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What the list of tickets shows; without a status those in which there is still something to do.
 *
 * @param status open, closed, any, or the id of one
 * @param assignee the id of one, or none
 * @param due today, or late, which is what should be done by now
 * @param view as a list, or as a grid
 */
record TicketQuery(
        @Nullable String search,
        @Nullable String status,
        @Nullable String priority,
        @Nullable String assignee,
        @Nullable String client,
        @Nullable String clientName,
        @Nullable String category,
        @Nullable String queue,
        @Nullable String type,
        @Nullable String tag,
        @Nullable String createdFrom,
        @Nullable String createdTo,
        @Nullable String updatedFrom,
        @Nullable String updatedTo,
        @Nullable String source,
        @Nullable String due,
        @Nullable String contact,
        @Nullable String contract,
        @Nullable String asset,
        @Nullable String project,
        @Nullable String problem,
        @Nullable String view,
        @Nullable String sort,
        @Nullable String page)
        implements NarrowedToClient<TicketQuery> {

    /** What an address says of an assignee when nobody is meant. */
    static final String NOBODY = "none";

    static final String GRID = "grid";

    private static final List<ListOrder> ORDERS = List.of(
            new ListOrder("activity", false),
            new ListOrder("number", false),
            new ListOrder("name", true),
            new ListOrder("due", true));

    /** When something is to be done. */
    enum Due {
        TODAY,
        LATE
    }

    @Override
    public List<ListOrder> orders() {
        return ORDERS;
    }

    public @Nullable Standing chosenStanding() {
        return chosenStatus() != null
                ? null
                : Objects.requireNonNullElse(ListView.constant(Standing.values(), status), Standing.OPEN);
    }

    public @Nullable TicketStatusId chosenStatus() {
        return ListView.id(TicketStatusId.class, status);
    }

    public @Nullable Priority chosenPriority() {
        return ListView.constant(Priority.values(), priority);
    }

    public @Nullable UserId chosenAssignee() {
        return ListView.id(UserId.class, assignee);
    }

    public boolean unassigned() {
        return NOBODY.equals(assignee);
    }

    public @Nullable TicketCategoryId chosenCategory() {
        return ListView.id(TicketCategoryId.class, category);
    }

    public @Nullable TicketType chosenType() {
        return ListView.constant(TicketType.values(), type);
    }

    public @Nullable Origin chosenOrigin() {
        return ListView.constant(Origin.values(), source);
    }

    public @Nullable Due chosenDue() {
        return ListView.constant(Due.values(), due);
    }

    @Nullable
    ContactId chosenContact() {
        return ListView.id(ContactId.class, contact);
    }

    @Nullable
    ContractId chosenContract() {
        return ListView.id(ContractId.class, contract);
    }

    @Nullable
    AssetId chosenAsset() {
        return ListView.id(AssetId.class, asset);
    }

    @Nullable
    ProjectId chosenProject() {
        return ListView.id(ProjectId.class, project);
    }

    @Nullable
    TicketId chosenProblem() {
        return ListView.id(TicketId.class, problem);
    }

    public boolean grid() {
        return GRID.equals(view);
    }

    /** How many of the filters behind the button are set. */
    public long more() {
        return Stream.of(
                        narrowed(),
                        chosenCategory() != null,
                        !text(queue).isEmpty(),
                        chosenType() != null,
                        !text(tag).isEmpty(),
                        !created().equals(DateRange.ANY),
                        !updated().equals(DateRange.ANY),
                        chosenOrigin() != null,
                        chosenDue() != null)
                .filter(set -> set)
                .count();
    }

    @Override
    public boolean senseless() {
        return chosenStatus() == null && ListView.isLost(status, Standing.values())
                || ListView.isLost(priority, chosenPriority())
                || !unassigned() && ListView.isLost(assignee, chosenAssignee())
                || ListView.isLost(category, chosenCategory())
                || ListView.isLost(type, chosenType())
                || ListView.isLost(createdFrom, day(createdFrom))
                || ListView.isLost(createdTo, day(createdTo))
                || ListView.isLost(updatedFrom, day(updatedFrom))
                || ListView.isLost(updatedTo, day(updatedTo))
                || ListView.isLost(source, chosenOrigin())
                || ListView.isLost(due, chosenDue())
                || ListView.isLost(contact, chosenContact())
                || ListView.isLost(contract, chosenContract())
                || ListView.isLost(asset, chosenAsset())
                || ListView.isLost(project, chosenProject())
                || ListView.isLost(problem, chosenProblem())
                || ListView.isLost(client, chosenClient());
    }

    @Override
    public boolean filtered() {
        return !words().isEmpty()
                || chosenStanding() != Standing.OPEN
                || chosenPriority() != null
                || chosenAssignee() != null
                || unassigned()
                || more() > 0
                || Stream.of(chosenContact(), chosenContract(), chosenAsset(), chosenProject(), chosenProblem())
                        .anyMatch(Objects::nonNull);
    }

    /** @param days which day it is, and where one begins */
    TicketFilter filter(DueDays days) {
        Due wanted = chosenDue();
        return TicketFilter.builder()
                .search(words())
                .standing(standing())
                .status(chosenStatus())
                .priority(chosenPriority())
                .client(chosenClient())
                .assignee(chosenAssignee())
                .unassigned(unassigned())
                .contact(chosenContact())
                .contract(chosenContract())
                .asset(chosenAsset())
                .project(chosenProject())
                .problem(chosenProblem())
                .category(chosenCategory())
                .queue(blank(queue))
                .type(chosenType())
                .tag(blank(tag))
                .created(created())
                .updated(updated())
                .origin(chosenOrigin())
                .dueFrom(wanted == Due.TODAY ? days.today() : null)
                .dueBefore(wanted == null ? null : wanted == Due.LATE ? days.now() : days.tomorrow())
                .build();
    }

    private Standing standing() {
        Standing standing = chosenStanding();
        return chosenDue() != null ? Standing.OPEN : standing == null ? Standing.ANY : standing;
    }

    private DateRange created() {
        return new DateRange(day(createdFrom), day(createdTo));
    }

    private DateRange updated() {
        return new DateRange(day(updatedFrom), day(updatedTo));
    }

    /** What is no day does not filter. */
    private static @Nullable LocalDate day(@Nullable String typed) {
        try {
            return text(typed).isEmpty() ? null : LocalDate.parse(text(typed));
        } catch (DateTimeParseException none) {
            return null;
        }
    }

    private static String text(@Nullable String typed) {
        return typed == null ? "" : typed.strip();
    }

    private static @Nullable String blank(@Nullable String typed) {
        return text(typed).isEmpty() ? null : text(typed);
    }

    @Override
    public TicketQuery of(@Nullable ClientId meant) {
        return with(meant == null ? null : meant.toString(), null, due, view);
    }

    /** The same tickets, shown the other way. */
    public TicketQuery viewed(@Nullable String other) {
        return with(client, clientName, due, other);
    }

    /** The same tickets whenever they are due. */
    public TicketQuery dueAtAnyTime() {
        return with(client, clientName, null, view);
    }

    private TicketQuery with(
            @Nullable String client, @Nullable String clientName, @Nullable String due, @Nullable String view) {
        return new TicketQuery(
                search,
                status,
                priority,
                assignee,
                client,
                clientName,
                category,
                queue,
                type,
                tag,
                createdFrom,
                createdTo,
                updatedFrom,
                updatedTo,
                source,
                due,
                contact,
                contract,
                asset,
                project,
                problem,
                view,
                sort,
                page);
    }

    @Override
    public List<Wider<TicketQuery>> wider() {
        return List.of(Wider.of(new TicketQuery(
                search, ANY, null, null, null, null, null, null, null, null, null, null, null, null, null, null, null,
                null, null, null, null, view, sort, null)));
    }
}
