package app.ascent.contracts.web;

import app.ascent.contracts.ContractFilter;
import app.ascent.contracts.ContractFilter.Standing;
import app.ascent.contracts.ContractType;
import app.ascent.crm.ClientId;
import app.ascent.crm.page.NarrowedToClient;
import app.ascent.record.page.ListOrder;
import app.ascent.record.page.ListView;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What the list of contracts shows; without a status those that people work under. */
record ContractQuery(
        @Nullable String search,
        @Nullable String type,
        @Nullable String status,
        @Nullable String client,
        @Nullable String clientName,
        @Nullable String sort,
        @Nullable String page)
        implements NarrowedToClient<ContractQuery> {

    private static final List<ListOrder> ORDERS = List.of(new ListOrder("name", true), new ListOrder("end", true));

    @Override
    public List<ListOrder> orders() {
        return ORDERS;
    }

    public @Nullable ContractType chosenType() {
        return ListView.constant(ContractType.values(), type);
    }

    public @Nullable Standing chosenStanding() {
        return ListView.standing(Standing.values(), status, Standing.RUNNING);
    }

    @Override
    public boolean senseless() {
        return ListView.isLost(status, Standing.values())
                || ListView.isLost(type, chosenType())
                || ListView.isLost(client, chosenClient());
    }

    @Override
    public boolean filtered() {
        return !words().isEmpty() || chosenType() != null || narrowed() || chosenStanding() != Standing.RUNNING;
    }

    ContractFilter filter() {
        return new ContractFilter(words(), chosenClient(), chosenType(), chosenStanding());
    }

    @Override
    public ContractQuery of(@Nullable ClientId meant) {
        String id = meant == null ? null : meant.toString();
        return new ContractQuery(search, type, status, id, null, sort, page);
    }

    @Override
    public List<Wider<ContractQuery>> wider() {
        return List.of(Wider.of(new ContractQuery(search, null, ANY, null, null, sort, null)));
    }
}
