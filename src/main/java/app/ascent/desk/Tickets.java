package app.ascent.desk;

import app.ascent.conversation.Conversations;
import app.ascent.conversation.Owner;
import app.ascent.identity.OrganizationId;
import app.ascent.record.RecordNames;
import app.ascent.record.RecordRefused;
import app.ascent.record.RecordRefused.Dependents;
import app.ascent.record.field.Differences;
import app.ascent.record.field.Entered;
import app.ascent.record.table.Checked;
import app.ascent.record.table.DeskServices;
import app.ascent.record.table.RecordDesk;
import app.ascent.record.table.RecordRows;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The tickets of an organization's clients, as people read and change them; each change is checked and leaves an audit entry. Nobody
 * changes one that is closed, until somebody reopens it.
 */
@Service
public class Tickets extends RecordDesk<TicketId, TicketFields, @Nullable TicketId, TicketView, TicketFilter> {

    /** What audit entries call a ticket. */
    public static final String AUDITED_AS = "Ticket";

    /** What audit entries call the problem it is part of. */
    static final String PROBLEM = "Problem ticket";

    private final TicketRules rules;
    private final RecordNames names;
    private final Conversations conversations;

    Tickets(
            RecordRows<TicketFields> rows,
            TicketReading reading,
            TicketRules rules,
            RecordNames names,
            Conversations conversations,
            DeskServices services) {
        super(AUDITED_AS, TicketId.class, TicketFields.FIELDS, rows, reading, services);
        this.rules = rules;
        this.names = names;
        this.conversations = conversations;
    }

    /** Its conversation, as far as it has one, which goes when it goes. */
    @Transactional(readOnly = true)
    public List<Dependents> removedWith(OrganizationId organization, TicketId id) {
        return Stream.of(new Dependents("desk.notes", conversations.count(organization, conversation(id))))
                .filter(some -> some.count() > 0)
                .toList();
    }

    @Override
    @Transactional
    public void delete(OrganizationId organization, TicketId id) {
        super.delete(organization, id);
        conversations.remove(organization, conversation(id));
    }

    private static Owner conversation(TicketId id) {
        return new Owner(TicketConversations.KIND, id.value());
    }

    /** What is said meanwhile waits, since it writes to the ticket, too, and leaves its version. */
    @Override
    @Transactional
    public TicketView update(OrganizationId organization, TicketId id, Entered entered) {
        rules.hold(organization, get(organization, id), entered);
        lock(organization, id);
        return super.update(organization, id, entered);
    }

    /** Makes a closed ticket an open one; one that is open stays as it is. */
    @Transactional
    public TicketView reopen(OrganizationId organization, TicketId id) {
        rules.holdReopened(organization);
        lock(organization, id);
        TicketView ticket = get(organization, id);
        return ticket.fields().closed() ? change(organization, ticket, rules.reopened(ticket)) : ticket;
    }

    @Override
    protected Checked<TicketFields, @Nullable TicketId> check(
            OrganizationId organization, @Nullable TicketView ticket, Entered entered) {
        if (ticket != null && ticket.fields().closed()) {
            throw new RecordRefused.Closed("ticket", ticket.id().value());
        }
        Checked<TicketFields, @Nullable TicketId> checked = rules.check(organization, ticket, entered);
        if (ticket != null
                && !checked.fields().clientId().equals(ticket.fields().clientId())) {
            checkHolds(organization, ticket.id(), "clientId");
        }
        return checked;
    }

    @Override
    protected @Nullable TicketId beside(TicketView ticket) {
        return ticket.problemId();
    }

    @Override
    protected Map<String, ? extends @Nullable Object> columns(@Nullable TicketView before, @Nullable TicketId problem) {
        Map<String, @Nullable Object> columns = new HashMap<>();
        columns.put("problem_id", problem == null ? null : problem.value());
        return columns;
    }

    @Override
    protected void tellBeside(
            OrganizationId organization,
            Differences differences,
            @Nullable TicketView before,
            @Nullable TicketView after) {
        TicketId problemBefore = before == null ? null : before.problemId();
        TicketId problemAfter = after == null ? null : after.problemId();
        Map<Object, String> called = names.of(
                organization,
                Stream.of(problemBefore, problemAfter)
                        .<TicketId>mapMulti((id, some) -> {
                            if (id != null) {
                                some.accept(id);
                            }
                        })
                        .toList());
        differences.and(PROBLEM, called(called, problemBefore), called(called, problemAfter));
    }

    private static @Nullable String called(Map<Object, String> names, @Nullable TicketId ticket) {
        return ticket == null ? null : names.getOrDefault(ticket, ticket.toString());
    }
}
