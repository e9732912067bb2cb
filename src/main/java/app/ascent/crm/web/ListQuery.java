package app.ascent.crm.web;

import app.ascent.crm.ClientFilter;
import app.ascent.crm.ClientId;
import app.ascent.crm.ClientType;
import app.ascent.crm.ContactFilter;
import app.ascent.crm.page.NarrowedToClient;
import app.ascent.record.RecordStatus;
import app.ascent.record.page.ListOrder;
import app.ascent.record.page.ListView;
import app.ascent.record.table.Origin;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a list shows, as its address says it, so that a view can be kept and passed on. What makes no sense there does not
 * filter; without a status the active records are shown.
 */
record ListQuery(
        @Nullable String search,
        @Nullable String type,
        @Nullable String status,
        @Nullable String source,
        @Nullable String client,
        @Nullable String clientName,
        @Nullable String sort,
        @Nullable String page)
        implements NarrowedToClient<ListQuery> {

    private static final List<ListOrder> ORDERS = List.of(new ListOrder("name", true), new ListOrder("updated", false));

    public @Nullable ClientType chosenType() {
        return ListView.constant(ClientType.values(), type);
    }

    public @Nullable RecordStatus chosenStatus() {
        return ListView.standing(RecordStatus.values(), status, RecordStatus.ACTIVE);
    }

    public @Nullable Origin chosenOrigin() {
        return ListView.constant(Origin.values(), source);
    }

    @Override
    public boolean senseless() {
        return ListView.isLost(status, RecordStatus.values())
                || ListView.isLost(type, chosenType())
                || ListView.isLost(source, chosenOrigin())
                || ListView.isLost(client, chosenClient());
    }

    @Override
    public boolean filtered() {
        return !words().isEmpty()
                || chosenType() != null
                || chosenOrigin() != null
                || narrowed()
                || chosenStatus() != RecordStatus.ACTIVE;
    }

    @Override
    public List<ListOrder> orders() {
        return ORDERS;
    }

    ClientFilter clientFilter() {
        return new ClientFilter(words(), chosenType(), chosenStatus(), chosenOrigin());
    }

    ContactFilter contactFilter() {
        return new ContactFilter(words(), chosenClient(), chosenStatus(), chosenOrigin());
    }

    @Override
    public ListQuery of(@Nullable ClientId meant) {
        String id = meant == null ? null : meant.toString();
        return new ListQuery(search, type, status, source, id, null, sort, page);
    }

    private ListQuery standing(String other) {
        return new ListQuery(search, type, other, source, client, clientName, sort, null);
    }

    /** First whatever status it has, then whatever else it is. */
    @Override
    public List<Wider<ListQuery>> wider() {
        List<Wider<ListQuery>> wider = new ArrayList<>();
        RecordStatus status = chosenStatus();
        ListQuery anyStatus = standing(ANY);
        if (status != null) {
            String other = (status == RecordStatus.ACTIVE ? RecordStatus.INACTIVE : RecordStatus.ACTIVE).name();
            wider.add(new Wider<>("elsewhere." + other, anyStatus, standing(other)));
        }
        ListQuery unfiltered = new ListQuery(search, null, ANY, null, null, null, sort, null);
        if (!unfiltered.equals(anyStatus)) {
            wider.add(new Wider<>("elsewhere.any", unfiltered, unfiltered));
        }
        return wider;
    }
}
