package app.ascent.desk.web;

import app.ascent.conversation.Conversations;
import app.ascent.conversation.Owner;
import app.ascent.crm.ContactFields;
import app.ascent.crm.ContactId;
import app.ascent.crm.ContactView;
import app.ascent.crm.Contacts;
import app.ascent.desk.ChecklistLine;
import app.ascent.desk.Label;
import app.ascent.desk.TicketFields;
import app.ascent.desk.TicketFilter;
import app.ascent.desk.TicketId;
import app.ascent.desk.TicketType;
import app.ascent.desk.TicketView;
import app.ascent.desk.Tickets;
import app.ascent.identity.CurrentUser;
import app.ascent.identity.OrganizationId;
import app.ascent.record.RecordNames;
import app.ascent.record.field.Person;
import app.ascent.record.page.Named;
import app.ascent.record.page.Permitted;
import app.ascent.record.page.SourceCard;
import app.ascent.record.page.SourceCards;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.Page;
import org.springframework.data.domain.PageRequest;
import org.springframework.data.domain.Sort;
import org.springframework.stereotype.Component;

/** Collects what the page of one ticket shows. */
@Component
class TicketSheets {

    /** As conversations have it. */
    private static final String KIND = "tickets";

    /** Characters of a long text that are shown at once. */
    private static final int BEGINNING = 20_000;

    private static final PageRequest PARTS = PageRequest.of(0, 10, Sort.by(Sort.Direction.DESC, "activity"));

    private final Tickets tickets;
    private final Contacts contacts;
    private final Conversations conversations;
    private final RecordNames names;
    private final SourceCards sourceCards;
    private final CurrentUser currentUser;

    TicketSheets(
            Tickets tickets,
            Contacts contacts,
            Conversations conversations,
            RecordNames names,
            SourceCards sourceCards,
            CurrentUser currentUser) {
        this.tickets = tickets;
        this.contacts = contacts;
        this.conversations = conversations;
        this.names = names;
        this.sourceCards = sourceCards;
        this.currentUser = currentUser;
    }

    /**
     * A person.
     *
     * @param nameOnly whether it is nobody Ascent knows
     */
    record Worker(String name, boolean nameOnly) {}

    /** @param phone at which the contact is reached, or null */
    record Contact(Named contact, @Nullable String phone, @Nullable String extension) {}

    /** @param kilobytes of all of it, where this is its beginning alone */
    record LongText(String text, @Nullable Long kilobytes) {

        static @Nullable LongText of(@Nullable String text) {
            if (text == null || text.isBlank()) {
                return null;
            }
            if (text.length() <= BEGINNING) {
                return new LongText(text, null);
            }
            int end = Character.isHighSurrogate(text.charAt(BEGINNING - 1)) ? BEGINNING - 1 : BEGINNING;
            long bytes = text.getBytes(StandardCharsets.UTF_8).length;
            return new LongText(text.substring(0, end), Math.ceilDiv(bytes, 1000L));
        }
    }

    /**
     * Everything beneath the head of the page.
     *
     * @param moreContacts beside the first
     * @param people who do it together with the assignee
     * @param parts the latest of the tickets of a problem; null for one that is none and has none
     * @param editable whether whoever looks may change something of it now
     */
    record Sheet(
            TicketFields fields,
            @Nullable LongText description,
            @Nullable LongText resolution,
            @Nullable Contact contact,
            List<Named> moreContacts,
            @Nullable Worker assignee,
            List<Worker> people,
            @Nullable Label category,
            @Nullable Named contract,
            List<Named> assets,
            @Nullable Named project,
            @Nullable Named problem,
            @Nullable Page<TicketView> parts,
            boolean editable,
            @Nullable SourceCard source) {

        /** Whether it was closed already when an import brought it. */
        public boolean arrivedClosed() {
            Instant ended = fields.closedAt() == null ? fields.resolvedAt() : fields.closedAt();
            Instant came = source == null ? null : source.firstImport();
            return ended != null && source != null && (came == null || !ended.isAfter(came));
        }

        public long done() {
            return fields.checklist().stream().filter(ChecklistLine::done).count();
        }
    }

    /** How many notes its conversation has. */
    long notes(TicketId ticket) {
        return conversations.count(currentUser.organization(), new Owner(KIND, ticket.value()));
    }

    Sheet of(TicketView ticket) {
        OrganizationId organization = currentUser.organization();
        TicketFields fields = ticket.fields();
        Map<Object, String> named = names.of(organization, mentioned(ticket));
        SourceCard source =
                sourceCards.of(organization, KIND, ticket.source(), tickets.sourceTrace(organization, ticket.id()));
        return new Sheet(
                fields,
                LongText.of(fields.description()),
                LongText.of(fields.resolution()),
                contact(organization, fields.contactId()),
                fields.contactIds().stream().flatMap(id -> link(id, named)).toList(),
                assignee(ticket, named),
                fields.people().stream()
                        .map(person -> worker(person, ticket, named))
                        .toList(),
                ticket.category(),
                one(fields.contractId(), named),
                Stream.concat(Stream.ofNullable(fields.assetId()), fields.assetIds().stream())
                        .distinct()
                        .flatMap(id -> link(id, named))
                        .toList(),
                one(fields.projectId(), named),
                one(ticket.problemId(), named),
                parts(organization, ticket),
                !fields.closed() && Permitted.to("tickets.update"),
                source == null ? null : source.numbered(fields.sourceNumber()));
    }

    private @Nullable Page<TicketView> parts(OrganizationId organization, TicketView ticket) {
        if (ticket.fields().type() != TicketType.PROBLEM) {
            return null;
        }
        return tickets.list(
                organization, TicketFilter.builder().problem(ticket.id()).build(), PARTS);
    }

    private @Nullable Contact contact(OrganizationId organization, @Nullable ContactId id) {
        ContactView contact =
                id == null ? null : contacts.find(organization, id).orElse(null);
        if (contact == null) {
            return null;
        }
        ContactFields fields = contact.fields();
        boolean phone = fields.phone() != null;
        return new Contact(
                new Named(contact.id().value(), contact.name()),
                phone ? fields.phone() : fields.mobile(),
                phone ? fields.extension() : null);
    }

    private static @Nullable Worker assignee(TicketView ticket, Map<Object, String> named) {
        TicketFields fields = ticket.fields();
        if (fields.assigneeId() != null) {
            return new Worker(
                    named.getOrDefault(fields.assigneeId(), fields.assigneeId().toString()), false);
        }
        return fields.assigneeName() == null ? null : new Worker(fields.assigneeName(), ticket.source() != null);
    }

    private static Worker worker(Person person, TicketView ticket, Map<Object, String> named) {
        return person.userId() == null
                ? new Worker(String.valueOf(person.name()), ticket.source() != null)
                : new Worker(named.getOrDefault(person.userId(), person.userId().toString()), false);
    }

    private static List<Object> mentioned(TicketView ticket) {
        TicketFields fields = ticket.fields();
        List<@Nullable Object> mentioned = new ArrayList<>();
        mentioned.add(fields.assigneeId());
        mentioned.add(fields.contractId());
        mentioned.add(fields.assetId());
        mentioned.add(fields.projectId());
        mentioned.add(ticket.problemId());
        mentioned.addAll(fields.contactIds());
        mentioned.addAll(fields.assetIds());
        fields.people().forEach(person -> mentioned.add(person.userId()));
        return mentioned.stream()
                .filter(Objects::nonNull)
                .map(Object.class::cast)
                .toList();
    }

    private static @Nullable Named one(@Nullable Record id, Map<Object, String> named) {
        return id == null ? null : link(id, named).findFirst().orElse(null);
    }

    /** Nothing where it is gone. */
    private static Stream<Named> link(Record id, Map<Object, String> named) {
        String name = named.get(id);
        return name == null ? Stream.empty() : Stream.of(new Named(UUID.fromString(id.toString()), name));
    }
}
