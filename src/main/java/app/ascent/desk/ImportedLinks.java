package app.ascent.desk;

import app.ascent.assets.Assets;
import app.ascent.contracts.Contracts;
import app.ascent.crm.Contacts;
import app.ascent.identity.OrganizationId;
import app.ascent.projects.Projects;
import app.ascent.record.table.RecordDesk;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Leaves out what imported tickets name and is gone by now; the others nobody deletes before the transaction ends. */
@Component
class ImportedLinks {

    private final TicketStatuses statuses;
    private final TicketCategories categories;
    private final Contacts contacts;
    private final Contracts contracts;
    private final Assets assets;
    private final Projects projects;

    ImportedLinks(
            TicketStatuses statuses,
            TicketCategories categories,
            Contacts contacts,
            Contracts contracts,
            Assets assets,
            Projects projects) {
        this.statuses = statuses;
        this.categories = categories;
        this.contacts = contacts;
        this.contracts = contracts;
        this.assets = assets;
        this.projects = projects;
    }

    /** In their order; a statement for each kind of record that any of them names. A status that is gone becomes Open. */
    List<TicketFields> kept(OrganizationId organization, List<TicketFields> tickets) {
        Map<TicketStatusId, Boolean> closed =
                statuses.closed(organization, named(tickets, ticket -> Stream.of(ticket.statusId())));
        Set<Object> there = new HashSet<>(
                categories.held(organization, named(tickets, ticket -> Stream.ofNullable(ticket.categoryId()))));
        there.addAll(held(
                contacts,
                organization,
                named(
                        tickets,
                        ticket -> Stream.concat(Stream.ofNullable(ticket.contactId()), ticket.contactIds().stream()))));
        there.addAll(held(contracts, organization, named(tickets, ticket -> Stream.ofNullable(ticket.contractId()))));
        there.addAll(held(
                assets,
                organization,
                named(
                        tickets,
                        ticket -> Stream.concat(Stream.ofNullable(ticket.assetId()), ticket.assetIds().stream()))));
        there.addAll(held(projects, organization, named(tickets, ticket -> Stream.ofNullable(ticket.projectId()))));
        return tickets.stream().map(ticket -> kept(ticket, closed, there)).toList();
    }

    private static <I> Set<I> named(List<TicketFields> tickets, Function<TicketFields, Stream<I>> ids) {
        Set<I> named = new HashSet<>();
        tickets.forEach(ticket -> ids.apply(ticket).forEach(named::add));
        return named;
    }

    private static <I extends Record> Set<I> held(
            RecordDesk<I, ?, ?, ?, ?> desk, OrganizationId organization, Collection<I> ids) {
        return ids.isEmpty() ? Set.of() : desk.held(organization, ids);
    }

    private static TicketFields kept(TicketFields ticket, Map<TicketStatusId, Boolean> closed, Set<Object> there) {
        TicketFields kept = ticket;
        Boolean done = closed.get(ticket.statusId());
        if (done == null) {
            kept = TicketFields.FIELDS.with(kept, "statusId", SystemStatus.OPEN.id());
        }
        kept = TicketFields.FIELDS.with(kept, "closed", Boolean.TRUE.equals(done));
        for (String field : List.of("categoryId", "contactId", "contractId", "assetId", "projectId")) {
            @Nullable Object named = TicketFields.FIELDS.value(kept, field);
            if (named != null && !there.contains(named)) {
                kept = TicketFields.FIELDS.with(kept, field, null);
            }
        }
        for (String field : List.of("contactIds", "assetIds")) {
            if (TicketFields.FIELDS.value(kept, field) instanceof List<?> named && !there.containsAll(named)) {
                kept = TicketFields.FIELDS.with(
                        kept, field, named.stream().filter(there::contains).toList());
            }
        }
        return kept;
    }
}
