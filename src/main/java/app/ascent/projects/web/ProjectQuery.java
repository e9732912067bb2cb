package app.ascent.projects.web;

import app.ascent.contracts.ContractId;
import app.ascent.crm.ClientId;
import app.ascent.identity.UserId;
import app.ascent.projects.ProjectFilter;
import app.ascent.projects.ProjectFilter.Standing;
import app.ascent.record.field.Ids;
import app.ascent.record.page.Elsewhere;
import app.ascent.record.page.ListAddress;
import app.ascent.record.page.ListOrder;
import app.ascent.record.page.ListView;
import app.ascent.record.page.Named;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.Page;

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
        implements ListView {

    private static final List<ListOrder> ORDERS = List.of(
            new ListOrder("name", true),
            new ListOrder("start", false),
            new ListOrder("end", true),
            new ListOrder("updated", false));
    private static final String ANY = "any";

    @Override
    public List<ListOrder> orders() {
        return ORDERS;
    }

    public @Nullable Standing chosenStanding() {
        if (ANY.equals(status)) {
            return null;
        }
        Standing chosen = ListView.constant(Standing.values(), status);
        return chosen == null ? Standing.OPEN : chosen;
    }

    public @Nullable UserId chosenLead() {
        return id(UserId.class, lead);
    }

    @Nullable
    ClientId chosenClient() {
        return id(ClientId.class, client);
    }

    public @Nullable ContractId chosenContract() {
        return id(ContractId.class, contract);
    }

    private static <I> @Nullable I id(Class<I> type, @Nullable String text) {
        return text == null ? null : type.cast(Ids.parsed(type, text));
    }

    /** What was typed to name the client whose projects are wanted; null when the address says nothing of it. */
    @Nullable
    String typedClient() {
        return clientName == null ? null : clientName.strip();
    }

    /** Whether anything but the usual view was asked for. */
    public boolean filtered() {
        return !words().isEmpty()
                || chosenLead() != null
                || chosenClient() != null
                || clientName != null && !clientName.isBlank()
                || chosenContract() != null
                || chosenStanding() != Standing.OPEN;
    }

    ProjectFilter filter() {
        return new ProjectFilter(words(), chosenClient(), chosenContract(), chosenLead(), chosenStanding());
    }

    /** The same with the client that was meant, by its id alone. */
    ProjectQuery of(@Nullable ClientId meant) {
        String id = meant == null ? null : meant.toString();
        return new ProjectQuery(search, status, lead, id, null, contract, sort, page);
    }

    /** The address of the list when this client was meant by what was typed. */
    public String candidate(ClientId meant) {
        return of(meant).address("/projects");
    }

    /** What the search would find however it stands; null where nothing was searched, or nothing fits. */
    @Nullable
    Elsewhere elsewhere(Function<ProjectQuery, Page<Named>> search) {
        ProjectQuery anywhere = new ProjectQuery(this.search, ANY, null, null, null, null, sort, null);
        return words().isEmpty()
                ? null
                : Elsewhere.of("projects.elsewhere", search.apply(anywhere), anywhere.address("/projects"));
    }

    /** The address of this view with another order, on its first page. */
    public String address(String path, @Nullable String order) {
        return new ListAddress(path)
                .with("search", words())
                .with("status", status)
                .with("lead", lead)
                .with("client", client)
                .with("clientName", clientName)
                .with("contract", contract)
                .with("sort", order)
                .toString();
    }

    public String address(String path) {
        return address(path, sort);
    }
}
