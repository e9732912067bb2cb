package app.ascent.projects.web;

import app.ascent.contracts.ContractId;
import app.ascent.crm.ClientId;
import app.ascent.crm.page.NarrowedToClient;
import app.ascent.identity.UserId;
import app.ascent.projects.ProjectFilter;
import app.ascent.projects.ProjectFilter.Standing;
import app.ascent.record.page.ListOrder;
import app.ascent.record.page.ListView;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What the list of projects shows; without a status those in which there is still something to do. */
record ProjectQuery(
        @Nullable String search,
        @Nullable String status,
        @Nullable String lead,
        @Nullable String client,
        @Nullable String clientName,
        @Nullable String contract,
        @Nullable String sort,
        @Nullable String page)
        implements NarrowedToClient<ProjectQuery> {

    private static final List<ListOrder> ORDERS = List.of(
            new ListOrder("name", true),
            new ListOrder("start", false),
            new ListOrder("end", true),
            new ListOrder("updated", false));

    @Override
    public List<ListOrder> orders() {
        return ORDERS;
    }

    public @Nullable Standing chosenStanding() {
        return ListView.standing(Standing.values(), status, Standing.OPEN);
    }

    public @Nullable UserId chosenLead() {
        return ListView.id(UserId.class, lead);
    }

    public @Nullable ContractId chosenContract() {
        return ListView.id(ContractId.class, contract);
    }

    @Override
    public boolean senseless() {
        return ListView.isLost(status, Standing.values())
                || ListView.isLost(lead, chosenLead())
                || ListView.isLost(contract, chosenContract())
                || ListView.isLost(client, chosenClient());
    }

    @Override
    public boolean filtered() {
        return !words().isEmpty()
                || chosenLead() != null
                || narrowed()
                || chosenContract() != null
                || chosenStanding() != Standing.OPEN;
    }

    ProjectFilter filter() {
        return new ProjectFilter(words(), chosenClient(), chosenContract(), chosenLead(), chosenStanding());
    }

    @Override
    public ProjectQuery of(@Nullable ClientId meant) {
        String id = meant == null ? null : meant.toString();
        return new ProjectQuery(search, status, lead, id, null, contract, sort, page);
    }

    @Override
    public List<Wider<ProjectQuery>> wider() {
        return List.of(Wider.of(new ProjectQuery(search, ANY, null, null, null, null, sort, null)));
    }
}
