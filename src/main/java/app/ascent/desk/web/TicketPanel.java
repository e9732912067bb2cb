package app.ascent.desk.web;

import app.ascent.crm.ClientId;
import app.ascent.desk.TicketFilter;
import app.ascent.desk.TicketFilter.Standing;
import app.ascent.desk.TicketView;
import app.ascent.desk.Tickets;
import app.ascent.identity.OrganizationId;
import app.ascent.record.page.Panel;
import java.util.List;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.Page;
import org.springframework.data.domain.PageRequest;
import org.springframework.data.domain.Sort;

/**
 * A tab that counts all tickets that belong to a record, and a block with those in which there is still something to do.
 *
 * @param parameter of the list's address that narrows it to the record
 * @param filter which does the same
 * @param client whose record it is
 */
record TicketPanel<I>(
        Class<I> ids,
        String parameter,
        Tickets tickets,
        TicketRows rows,
        BiFunction<TicketFilter.Builder, I, TicketFilter.Builder> filter,
        BiFunction<OrganizationId, I, @Nullable ClientId> client)
        implements Panel<I> {

    private static final PageRequest FEW = PageRequest.of(0, 5, Sort.by(Sort.Direction.DESC, "activity"));
    private static final PageRequest NONE = PageRequest.of(0, 1);

    /**
     * @param all where all of them are, done or not
     * @param added query of the address where another one is created
     */
    record Shown(List<TicketRow> rows, String all, String added) {}

    @Override
    public String authority() {
        return "tickets.read";
    }

    @Override
    public String label() {
        return "nav.tickets";
    }

    @Override
    public String address(I id) {
        return "/tickets?status=any&%s=%s".formatted(parameter, id);
    }

    @Override
    public long count(OrganizationId organization, I id) {
        return tickets.list(organization, narrowed(id, Standing.ANY), NONE).getTotalElements();
    }

    @Override
    public Block block(OrganizationId organization, I id) {
        Page<TicketView> open = tickets.list(organization, narrowed(id, Standing.OPEN), FEW);
        ClientId whose = client.apply(organization, id);
        String added = whose == null || whose.equals(id)
                ? "?client=" + whose
                : "?client=" + whose + "&" + parameter + "=" + id;
        return new Block(
                open.getTotalElements(),
                "/tickets?%s=%s".formatted(parameter, id),
                "desk/some-tickets",
                new Shown(rows.of(organization, open).getContent(), address(id), added));
    }

    private TicketFilter narrowed(I id, Standing standing) {
        return filter.apply(TicketFilter.builder().standing(standing), id).build();
    }
}
