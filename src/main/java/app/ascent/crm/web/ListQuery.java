package app.ascent.crm.web;

import app.ascent.crm.ClientFilter;
import app.ascent.crm.ClientId;
import app.ascent.crm.ClientType;
import app.ascent.crm.ContactFilter;
import app.ascent.record.RecordStatus;
import app.ascent.record.table.Origin;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.PageRequest;
import org.springframework.data.domain.Pageable;
import org.springframework.data.domain.Sort;
import org.springframework.web.util.UriComponentsBuilder;

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
        @Nullable String page) {

    private static final int ROWS = 25;
    private static final String ANY = "any";

    public String words() {
        return search == null ? "" : search.strip();
    }

    public @Nullable ClientType chosenType() {
        return constant(ClientType.values(), type);
    }

    public @Nullable RecordStatus chosenStatus() {
        if (ANY.equals(status)) {
            return null;
        }
        RecordStatus chosen = constant(RecordStatus.values(), status);
        return chosen == null ? RecordStatus.ACTIVE : chosen;
    }

    public @Nullable Origin chosenOrigin() {
        return constant(Origin.values(), source);
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

    public boolean byUpdate() {
        return sort != null && sort.startsWith("updated");
    }

    /** Names begin with A, updates with the latest, unless turned round. */
    public boolean ascending() {
        return byUpdate() ? "updated-asc".equals(sort) : !"name-desc".equals(sort);
    }

    /** Where the head of the column leads: to its order, or to the opposite of the present one. */
    public String sortByName() {
        return !byUpdate() && ascending() ? "name-desc" : "name";
    }

    public String sortByUpdate() {
        return byUpdate() && !ascending() ? "updated-asc" : "updated";
    }

    ClientFilter clientFilter() {
        return new ClientFilter(words(), chosenType(), chosenStatus(), chosenOrigin());
    }

    ContactFilter contactFilter() {
        return new ContactFilter(words(), chosenClient(), chosenStatus(), chosenOrigin());
    }

    /** The same with the client that was meant, by its id alone. */
    ListQuery of(@Nullable ClientId meant) {
        String id = meant == null ? null : meant.toString();
        return new ListQuery(search, type, status, source, id, null, sort, page);
    }

    /** The address of the list when this client was meant by what was typed. */
    public String candidate(UUID meant) {
        return of(new ClientId(meant)).address("/contacts");
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

    Pageable pageable() {
        String property = byUpdate() ? "updated" : "name";
        return PageRequest.of(
                number(), ROWS, Sort.by(ascending() ? Sort.Direction.ASC : Sort.Direction.DESC, property));
    }

    private int number() {
        try {
            return page == null ? 0 : Math.clamp(Long.parseLong(page), 0, 1_000_000);
        } catch (NumberFormatException noNumber) {
            return 0;
        }
    }

    /** The address of this view with another order, on its first page. */
    public String address(String path, @Nullable String order) {
        UriComponentsBuilder address = UriComponentsBuilder.fromPath(path);
        add(address, "search", words());
        add(address, "type", type);
        add(address, "status", status);
        add(address, "source", source);
        add(address, "client", client);
        add(address, "clientName", clientName);
        add(address, "sort", order);
        return address.encode().build().toUriString();
    }

    public String address(String path) {
        return address(path, sort);
    }

    /** Values go in as variables, so that none of their characters means anything in an address. */
    private static void add(UriComponentsBuilder address, String name, @Nullable String value) {
        if (value != null && !value.isBlank()) {
            address.queryParam(name, "{" + name + "}").uriVariables(Map.of(name, value));
        }
    }

    private static <E extends Enum<E>> @Nullable E constant(E[] constants, @Nullable String name) {
        String wanted = name == null ? "" : name.toUpperCase(Locale.ROOT);
        return Arrays.stream(constants)
                .filter(constant -> constant.name().equals(wanted))
                .findFirst()
                .orElse(null);
    }
}
