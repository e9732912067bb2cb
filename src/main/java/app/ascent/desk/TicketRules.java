package app.ascent.desk;

import app.ascent.contracts.OrganizationDays;
import app.ascent.identity.OrganizationId;
import app.ascent.record.field.Entered;
import app.ascent.record.field.Ids;
import app.ascent.record.field.Input;
import app.ascent.record.field.Inputs;
import app.ascent.record.field.Participants;
import app.ascent.record.table.Checked;
import app.ascent.record.table.RecordRows;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What a ticket must be, whoever enters it. */
@Component
class TicketRules {

    /** The problem it is part of is no field: imports write it apart. */
    static final String PROBLEM = "problemTicketId";

    private static final String STATUS = "statusId";
    private static final String CHECKLIST = "checklist";
    private static final int MOST_LINES = 1000;

    private final Inputs inputs;
    private final RecordRows<TicketFields> rows;
    private final TicketStatuses statuses;
    private final TicketCategories categories;
    private final TicketLinkRules links;
    private final TicketProblems problems;
    private final TicketNumbers numbers;
    private final Participants participants;
    private final Ticking ticking;
    private final OrganizationDays days;
    private final Clock clock;

    TicketRules(
            Inputs inputs,
            RecordRows<TicketFields> rows,
            TicketStatuses statuses,
            TicketCategories categories,
            TicketLinkRules links,
            TicketProblems problems,
            TicketNumbers numbers,
            Participants participants,
            Ticking ticking,
            OrganizationDays days,
            Clock clock) {
        this.inputs = inputs;
        this.rows = rows;
        this.statuses = statuses;
        this.categories = categories;
        this.links = links;
        this.problems = problems;
        this.numbers = numbers;
        this.participants = participants;
        this.ticking = ticking;
        this.days = days;
        this.clock = clock;
    }

    /**
     * Right before the ticket is locked: whoever changes a status, or brings problems, reaches for tickets after that, so that this
     * order alone lets nobody wait for one another.
     */
    void hold(OrganizationId organization, TicketView ticket, Entered entered) {
        if (id(entered, STATUS, TicketStatusId.class) instanceof TicketStatusId status) {
            statuses.held(organization, status);
        }
        Object problem = id(entered, PROBLEM, TicketId.class);
        if (problem != null && !problem.equals(ticket.problemId())) {
            problems.lock(organization);
        }
    }

    /** The same before a closed one is opened. */
    void holdReopened(OrganizationId organization) {
        statuses.held(organization, SystemStatus.OPEN.id());
    }

    private static @Nullable Object id(Entered entered, String field, Class<?> type) {
        String text = entered.text(field);
        return text == null ? null : Ids.parsed(type, text);
    }

    /** @param ticket that is changed, or null for a new one, which is given a number */
    Checked<TicketFields, @Nullable TicketId> check(
            OrganizationId organization, @Nullable TicketView ticket, Entered entered) {
        TicketFields present = ticket == null ? null : ticket.fields();
        Entered said = present == null && entered.text(STATUS) == null
                ? entered.with(STATUS, statuses.preset(organization))
                : entered;
        Input<TicketFields> input = inputs.read(TicketFields.FIELDS, said, present);
        TicketStatus status = status(organization, input);
        checkCategory(organization, input, present);
        links.check(organization, input, present);
        participants.check(organization, input, TicketFields.FIELDS, present, "assigneeId", "people");
        List<?> checklist = input.value(CHECKLIST, List.class);
        if (checklist != null && checklist.size() > MOST_LINES) {
            input.refuse(CHECKLIST, "too-many-lines", MOST_LINES);
        }
        TicketId problem = problem(organization, input, ticket, entered);
        TicketFields settled = ticking.ticked(assigned(input.accepted()), present);
        return new Checked<TicketFields, @Nullable TicketId>(
                timed(organization, settled, Objects.requireNonNull(status), ticket, problem), problem);
    }

    /** A closed one that is to be worked on again. */
    Checked<TicketFields, @Nullable TicketId> reopened(TicketView ticket) {
        TicketFields open = with(ticket.fields(), STATUS, SystemStatus.OPEN.id());
        return new Checked<TicketFields, @Nullable TicketId>(
                with(closed(open, false, false, clock.instant()), "lastActivityAt", clock.instant()),
                ticket.problemId());
    }

    private @Nullable TicketStatus status(OrganizationId organization, Input<TicketFields> input) {
        TicketStatusId id = input.value(STATUS, TicketStatusId.class);
        TicketStatus status =
                id == null ? null : statuses.held(organization, id).orElse(null);
        if (id != null && status == null) {
            input.refuse(STATUS, "unknown");
        }
        return status;
    }

    private void checkCategory(OrganizationId organization, Input<TicketFields> input, @Nullable TicketFields present) {
        TicketCategoryId category = input.value("categoryId", TicketCategoryId.class);
        boolean kept = present != null && Objects.equals(category, present.categoryId());
        if (category != null
                && !kept
                && categories.held(organization, List.of(category)).isEmpty()) {
            input.refuse("categoryId", "unknown");
        }
    }

    private @Nullable TicketId problem(
            OrganizationId organization, Input<TicketFields> input, @Nullable TicketView ticket, Entered entered) {
        TicketId problem = inputs.id(input, entered, PROBLEM, TicketId.class);
        if (problem == null || ticket != null && problem.equals(ticket.problemId())) {
            return problem;
        }
        problems.lock(organization);
        if (!rows.exists(organization, problem.value())) {
            input.refuse(PROBLEM, "unknown");
        } else if (ticket != null
                && problems.closesCircle(organization, ticket.id().value(), problem.value())) {
            input.refuse(PROBLEM, "problem-circle");
        }
        return problem;
    }

    /** A user has a name of their own. */
    private static TicketFields assigned(TicketFields ticket) {
        return ticket.assigneeId() == null ? ticket : with(ticket, "assigneeName", null);
    }

    /** What nobody changes was not active either. */
    private TicketFields timed(
            OrganizationId organization,
            TicketFields ticket,
            TicketStatus status,
            @Nullable TicketView before,
            @Nullable TicketId problem) {
        Instant now = clock.instant();
        boolean resolved = status.id().equals(SystemStatus.RESOLVED.id());
        TicketFields timed = closed(ticket, status.closed(), resolved, now);
        if (before == null) {
            timed = with(timed, "number", numbers.next(organization, days.today(organization)));
            timed = with(timed, "openedAt", now);
        } else if (timed.equals(before.fields()) && Objects.equals(problem, before.problemId())) {
            return timed;
        }
        return with(timed, "lastActivityAt", now);
    }

    private static TicketFields closed(TicketFields ticket, boolean closed, boolean resolved, Instant now) {
        if (closed == ticket.closed() && !closed) {
            return ticket;
        }
        TicketFields flagged = with(ticket, "closed", closed);
        return with(with(flagged, "closedAt", closed ? now : null), "resolvedAt", resolved ? now : null);
    }

    private static TicketFields with(TicketFields ticket, String field, @Nullable Object value) {
        return TicketFields.FIELDS.with(ticket, field, value);
    }
}
