package app.ascent.crm.web;

import app.ascent.crm.ClientFilter;
import app.ascent.crm.ClientId;
import app.ascent.crm.ClientType;
import app.ascent.crm.ContactFilter;
import app.ascent.record.RecordStatus;
import app.ascent.record.page.Elsewhere;
import app.ascent.record.page.ListOrder;
import app.ascent.record.page.ListView;
import app.ascent.record.page.Named;
import app.ascent.record.table.Origin;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.Page;

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
        implements ListView {

    private static final List<ListOrder> ORDERS = List.of(new ListOrder("name", true), new ListOrder("updated", false));

    public @Nullable ClientType chosenType() {
        return ListView.constant(ClientType.values(), type);
    }

    public @Nullable RecordStatus chosenStatus() {
        if (ANY.equals(status)) {
            return null;
        }
        RecordStatus chosen = ListView.constant(RecordStatus.values(), status);
        return chosen == null ? RecordStatus.ACTIVE : chosen;
    }

    public @Nullable Origin chosenOrigin() {
        return ListView.constant(Origin.values(), source);
    }

    public @Nullable ClientId chosenClient() {
        try {
            return client == null ? null : new ClientId(UUID.fromString(client));
        } catch (IllegalArgumentException noId) {
            return null;
        }
    }

    /** What was typed to name the client whose contacts are wanted; null when the address says nothing of it. */
    public @Nullable String typedClient() {
        return clientName == null ? null : clientName.strip();
    }

    /** Whether anything but the usual view was asked for. */
    public boolean filtered() {
        return !words().isEmpty()
                || chosenType() != null
                || chosenOrigin() != null
                || chosenClient() != null
                || clientName != null && !clientName.isBlank()
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

    /** The same with the client that was meant, by its id alone. */
    public ListQuery of(@Nullable ClientId meant) {
        String id = meant == null ? null : meant.toString();
        return new ListQuery(search, type, status, source, id, null, sort, page);
    }

    ListQuery withStatus(RecordStatus other) {
        return new ListQuery(search, type, other.name(), source, client, clientName, sort, null);
    }

    ListQuery withAnyStatus() {
        return new ListQuery(search, type, ANY, source, client, clientName, sort, null);
    }

    /** What is searched for, wherever it is. */
    ListQuery withoutFilters() {
        return new ListQuery(search, null, ANY, null, null, null, sort, null);
    }

    /**
     * What the search would find first whatever status it has, then whatever else it is; null where nothing was searched, or
     * nothing fits.
     */
    @Nullable
    Elsewhere elsewhere(String list, Function<ListQuery, Page<Named>> search) {
        if (words().isEmpty()) {
            return null;
        }
        RecordStatus status = chosenStatus();
        ListQuery anyStatus = withAnyStatus();
        Page<Named> found = status == null ? Page.empty() : search.apply(anyStatus);
        if (found.hasContent()) {
            RecordStatus other = status == RecordStatus.ACTIVE ? RecordStatus.INACTIVE : RecordStatus.ACTIVE;
            return elsewhere(list, other.name(), found, withStatus(other));
        }
        ListQuery unfiltered = withoutFilters();
        return unfiltered.equals(anyStatus) ? null : elsewhere(list, "any", search.apply(unfiltered), unfiltered);
    }

    private static @Nullable Elsewhere elsewhere(String list, String hidden, Page<Named> found, ListQuery query) {
        return Elsewhere.of(list + ".elsewhere." + hidden, found, query.address("/" + list));
    }
}
