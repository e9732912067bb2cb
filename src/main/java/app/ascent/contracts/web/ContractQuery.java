package app.ascent.contracts.web;

import app.ascent.contracts.ContractFilter;
import app.ascent.contracts.ContractFilter.Standing;
import app.ascent.contracts.ContractType;
import app.ascent.crm.ClientId;
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

/** What the list of contracts shows; without a status those that people work under. */
record ContractQuery(
        @Nullable String search,
        @Nullable String type,
        @Nullable String status,
        @Nullable String client,
        @Nullable String clientName,
        @Nullable String sort,
        @Nullable String page)
        implements ListView {

    private static final List<ListOrder> ORDERS = List.of(new ListOrder("name", true), new ListOrder("end", true));
    private static final String ANY = "any";

    @Override
    public List<ListOrder> orders() {
        return ORDERS;
    }

    public @Nullable ContractType chosenType() {
        return ListView.constant(ContractType.values(), type);
    }

    public @Nullable Standing chosenStanding() {
        if (ANY.equals(status)) {
            return null;
        }
        Standing chosen = ListView.constant(Standing.values(), status);
        return chosen == null ? Standing.RUNNING : chosen;
    }

    @Nullable
    ClientId chosenClient() {
        return client == null ? null : (ClientId) Ids.parsed(ClientId.class, client);
    }

    /** What was typed to name the client whose contracts are wanted; null when the address says nothing of it. */
    @Nullable
    String typedClient() {
        return clientName == null ? null : clientName.strip();
    }

    /** Whether anything but the usual view was asked for. */
    public boolean filtered() {
        return !words().isEmpty()
                || chosenType() != null
                || chosenClient() != null
                || clientName != null && !clientName.isBlank()
                || chosenStanding() != Standing.RUNNING;
    }

    ContractFilter filter() {
        return new ContractFilter(words(), chosenClient(), chosenType(), chosenStanding());
    }

    /** The same with the client that was meant, by its id alone. */
    ContractQuery of(@Nullable ClientId meant) {
        String id = meant == null ? null : meant.toString();
        return new ContractQuery(search, type, status, id, null, sort, page);
    }

    /** The address of the list when this client was meant by what was typed. */
    public String candidate(ClientId meant) {
        return of(meant).address("/contracts");
    }

    /** What the search would find however it stands; null where nothing was searched, or nothing fits. */
    @Nullable
    Elsewhere elsewhere(Function<ContractQuery, Page<Named>> search) {
        ContractQuery anywhere = new ContractQuery(this.search, null, ANY, null, null, sort, null);
        return words().isEmpty()
                ? null
                : Elsewhere.of("contracts.elsewhere", search.apply(anywhere), anywhere.address("/contracts"));
    }

    /** The address of this view with another order, on its first page. */
    public String address(String path, @Nullable String order) {
        return new ListAddress(path)
                .with("search", words())
                .with("type", type)
                .with("status", status)
                .with("client", client)
                .with("clientName", clientName)
                .with("sort", order)
                .toString();
    }

    public String address(String path) {
        return address(path, sort);
    }
}
