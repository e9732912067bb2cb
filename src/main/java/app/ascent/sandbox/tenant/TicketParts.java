package app.ascent.sandbox.tenant;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What belongs to tickets besides notes and time: helpers, further people and devices, tags, lists of what is to be done.
 *
 * @param shares how many of them a ticket has
 * @param edited the field people edit
 */
record TicketParts(Entity entity, Tickets tickets, Shares shares, Content content, String edited) implements Records {

    /** Fills in what is special about a part. */
    interface Content {
        /** @param place among those of its ticket; {@code index} is among all */
        void fill(Row row, long ticket, int place, long index);
    }

    @Override
    public long size() {
        return shares.total(tickets.size());
    }

    @Override
    public long idAt(long index) {
        return 1 + index;
    }

    @Override
    public Row at(long index) {
        long ticket = shares.owner(index);
        Row row = new Row(entity.schema(), idAt(index)).put("ticketID", tickets.idAt(ticket));
        content.fill(row, ticket, (int) (index - shares.first(ticket)), index);
        return row;
    }

    @Override
    public @Nullable List<Span> where(String field, long value) {
        long ticket = field.equals("ticketID") ? tickets.placeOf(value) : -1;
        return ticket < 0 ? null : List.of(shares.span(ticket));
    }

    @Override
    public void edit(Row row, int revision) {
        Object held = row.get(edited);
        row.put(edited, held instanceof Long number ? number + revision : held + " " + revision);
    }
}
