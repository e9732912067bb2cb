package app.ascent.importing.ticket;

import app.ascent.assets.AssetId;
import app.ascent.contracts.ContractId;
import app.ascent.crm.ClientId;
import app.ascent.crm.ContactId;
import app.ascent.desk.TicketFields;
import app.ascent.desk.TicketType;
import app.ascent.identity.UserId;
import app.ascent.importing.Link;
import app.ascent.importing.Owner;
import app.ascent.importing.field.FieldReading;
import app.ascent.importing.field.Tables.Resource;
import app.ascent.importing.work.MorePeople;
import app.ascent.migration.spi.EntityType;
import app.ascent.migration.spi.Finding;
import app.ascent.migration.spi.Mapped;
import app.ascent.migration.spi.Reason;
import app.ascent.migration.spi.References;
import app.ascent.migration.spi.SourceRef;
import app.ascent.projects.ProjectId;
import app.ascent.record.Priority;
import app.ascent.text.Text;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** What a ticket is made of when it comes from an Autotask ticket. The rules are told in docs/mapping.md. */
final class TicketMapper {

    static final EntityType TYPE = new EntityType("tickets");
    static final EntityType ASSETS = new EntityType("assets");
    static final EntityType PROJECTS = new EntityType("projects");

    static final Owner TICKET = new Owner(TYPE, "ticketID", "ticket", "ticket");

    static final String ASSIGNEE = "assignedResourceID";
    static final String PROBLEM = "problemTicketId";

    private static final String NO_SUBJECT = "(no subject)";

    private static final MorePeople MORE_PEOPLE = new MorePeople(TicketFieldNames.PEOPLE, "ticket", 50);

    private TicketMapper() {}

    static List<SourceRef> references(AutotaskTicket source) {
        return Stream.of(
                        Owner.CLIENT.reference(source.companyID()),
                        contact(source).reference(),
                        contract(source).reference(),
                        asset(source).reference(),
                        project(source).reference())
                .flatMap(Optional::stream)
                .toList();
    }

    private static Link contact(AutotaskTicket source) {
        return new Link("contactID", Link.CONTACTS, source.contactID(), "contact");
    }

    private static Link contract(AutotaskTicket source) {
        return new Link("contractID", Link.CONTRACTS, source.contractID(), "contract");
    }

    private static Link asset(AutotaskTicket source) {
        return new Link("configurationItemID", ASSETS, source.configurationItemID(), "device");
    }

    private static Link project(AutotaskTicket source) {
        return new Link("projectID", PROJECTS, source.projectID(), "project");
    }

    static String name(AutotaskTicket source) {
        String title = Text.name(source.title());
        return title == null
                ? NO_SUBJECT
                : Text.cut(title, TicketFields.FIELDS.named("subject").limit());
    }

    static Mapped<TicketFields> map(AutotaskTicket source, References references) {
        return Owner.CLIENT.map(source.companyID(), references, client -> {
            FieldReading reading = new FieldReading(TYPE.name(), references);
            TicketFields ticket = reading.fitted(
                    TicketFields.FIELDS,
                    ticket(source, new ClientId(client.value()), reading, references),
                    TicketFieldNames::of);
            TicketOriginals.keep(source, reading);
            Map<String, SourceRef> links = problem(source, reading);
            return new Mapped.Ready<>(ticket, reading.details(), reading.findings(), Map.of(), links, reading.unsaid());
        });
    }

    private static TicketFields ticket(
            AutotaskTicket source, ClientId client, FieldReading reading, References references) {
        TicketTimes times = TicketTimes.of(source, reading);
        TicketStatusRule.Chosen status = TicketStatusRule.of(source, times.completed() != null, reading);
        if (!status.mayBeClosed()) {
            reading.keepTime(TicketTimes.COMPLETED, times.completed() == null ? null : source.completedDate());
        }
        Optional<Resource> assignee = reading.person(ASSIGNEE, source.assignedResourceID(), "assignee");
        UserId member = assignee.map(Resource::member).orElse(null);
        ContactId contact = contact(source).in(references, reading, ContactId::new);
        AssetId asset = asset(source).in(references, reading, AssetId::new);
        var lists = new TicketLists(source, reading, references);
        return new TicketFields(
                subject(source, reading),
                null,
                Text.name(source.ticketNumber()),
                Text.clean(source.description()),
                Text.clean(source.resolution()),
                client,
                contact,
                status.id(),
                status.isClosed(),
                Priority.valueOf(TicketMeanings.PRIORITY.of(source.priority(), reading, Priority.MEDIUM.name())),
                TicketType.valueOf(
                        TicketMeanings.TYPE.of(source.ticketType(), reading, TicketType.SERVICE_REQUEST.name())),
                IssueTypes.of(source, reading),
                reading.label("queueID", source.queueID()),
                member,
                member == null ? assignee.map(Resource::label).orElse(null) : null,
                MORE_PEOPLE.of(
                        reading.look(TicketLookUps.MORE_PEOPLE, source.id()), source.assignedResourceID(), reading),
                times.due(),
                times.opened(),
                times.firstResponse(),
                times.resolved(),
                times.closed(status),
                times.lastActivity(),
                contract(source).in(references, reading, ContractId::new),
                asset,
                project(source).in(references, reading, ProjectId::new),
                lists.contacts(contact),
                lists.assets(asset),
                lists.tags(),
                Checklist.of(source, reading));
    }

    private static String subject(AutotaskTicket source, FieldReading reading) {
        String title = Text.name(source.title());
        if (title != null) {
            return title;
        }
        reading.substituted("title", null, NO_SUBJECT);
        return NO_SUBJECT;
    }

    /** A problem may have a larger id than what is part of it. */
    private static Map<String, SourceRef> problem(AutotaskTicket source, FieldReading reading) {
        Optional<SourceRef> problem = new Link(PROBLEM, TYPE, source.problemTicketId(), "problem").reference();
        if (problem.isPresent()) {
            return Map.of(PROBLEM, problem.get());
        }
        String unreadable = Text.clean(source.problemTicketId());
        if (unreadable != null) {
            reading.remark(Finding.of(Reason.REFERENCE_MISSING, PROBLEM, FieldReading.shown(unreadable))
                    .saying("The id of its problem ticket cannot be read, so no problem comes from there."));
        }
        return Map.of();
    }
}
