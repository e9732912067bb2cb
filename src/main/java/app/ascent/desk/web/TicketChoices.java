package app.ascent.desk.web;

import static app.ascent.record.page.RecordChoices.MOST;

import app.ascent.assets.AssetFilter;
import app.ascent.assets.Assets;
import app.ascent.contracts.ContractFilter;
import app.ascent.contracts.Contracts;
import app.ascent.crm.ClientId;
import app.ascent.crm.ContactFilter;
import app.ascent.crm.Contacts;
import app.ascent.crm.page.WhichClient;
import app.ascent.desk.TicketCategories;
import app.ascent.desk.TicketCategory;
import app.ascent.desk.TicketFields;
import app.ascent.desk.TicketFilter;
import app.ascent.desk.TicketQueues;
import app.ascent.desk.TicketStatus;
import app.ascent.desk.TicketStatusId;
import app.ascent.desk.TicketStatuses;
import app.ascent.desk.TicketType;
import app.ascent.desk.TicketView;
import app.ascent.desk.Tickets;
import app.ascent.identity.CurrentUser;
import app.ascent.identity.OrganizationId;
import app.ascent.projects.ProjectFilter;
import app.ascent.projects.Projects;
import app.ascent.record.Priority;
import app.ascent.record.field.Entered;
import app.ascent.record.page.PeopleChoices;
import app.ascent.record.page.RecordChoices;
import app.ascent.record.page.RecordForms;
import app.ascent.record.page.RecordWords;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.ModelAndView;

/** What the form of a ticket offers to choose from: what its client has, and whatever is chosen already. */
@Component
class TicketChoices implements RecordForms.Surroundings<TicketView> {

    private final Contacts contacts;
    private final Contracts contracts;
    private final Assets assets;
    private final Projects projects;
    private final Tickets tickets;
    private final TicketStatuses statuses;
    private final TicketCategories categories;
    private final TicketQueues queues;
    private final TicketInput input;
    private final PeopleChoices people;
    private final RecordChoices choices;
    private final RecordWords words;
    private final CurrentUser currentUser;

    TicketChoices(
            Contacts contacts,
            Contracts contracts,
            Assets assets,
            Projects projects,
            Tickets tickets,
            TicketStatuses statuses,
            TicketCategories categories,
            TicketQueues queues,
            TicketInput input,
            PeopleChoices people,
            RecordChoices choices,
            RecordWords words,
            CurrentUser currentUser) {
        this.contacts = contacts;
        this.contracts = contracts;
        this.assets = assets;
        this.projects = projects;
        this.tickets = tickets;
        this.statuses = statuses;
        this.categories = categories;
        this.queues = queues;
        this.input = input;
        this.people = people;
        this.choices = choices;
        this.words = words;
        this.currentUser = currentUser;
    }

    /** What a new ticket has. */
    @Nullable
    TicketStatusId preset() {
        return statuses.all(currentUser.organization()).stream()
                .filter(TicketStatus::preset)
                .map(TicketStatus::id)
                .findFirst()
                .orElse(null);
    }

    @Override
    public ModelAndView offer(ModelAndView page, @Nullable TicketView ticket, Entered entered) {
        ClientId client = WhichClient.of(entered);
        TicketFields fields = ticket == null ? null : ticket.fields();
        OrganizationId organization = currentUser.organization();
        page.addObject("ticket", ticket);
        page.addObject("statuses", statuses(organization));
        page.addObject("categories", categories(organization));
        page.addObject("queues", queues.inUse(organization));
        page.addObject("priorities", words.choices("ticket", "priority", Priority.values()));
        page.addObject("types", words.choices("ticket", "type", TicketType.values()));
        page.addObject("clientName", choices.name(client));
        ofTheClient(page, organization, client, ticket);
        page.addObject("chosenContacts", chosen(entered, "contactIds"));
        page.addObject("chosenAssets", chosen(entered, "assetIds"));
        page.addObject("dueTyped", input.dueTyped(entered));
        page.addObject("checklistTyped", input.checklistTyped(entered));
        return people.offer(
                page,
                fields == null ? null : fields.assigneeId(),
                fields == null ? List.of() : fields.people(),
                entered);
    }

    private void ofTheClient(
            ModelAndView page, OrganizationId organization, @Nullable ClientId client, @Nullable TicketView ticket) {
        TicketFields fields = ticket == null ? null : ticket.fields();
        if (client == null) {
            for (String several : List.of("contacts", "contracts", "assets", "projects", "problems")) {
                page.addObject(several, Map.of());
            }
            return;
        }
        page.addObject(
                "contacts",
                choices.of(
                        contacts.list(organization, ContactFilter.of(client), MOST),
                        and(
                                fields == null ? null : fields.contactId(),
                                fields == null ? List.of() : fields.contactIds())));
        page.addObject(
                "contracts",
                choices.of(
                        contracts.list(organization, ContractFilter.of(client), MOST),
                        fields == null ? null : fields.contractId()));
        page.addObject(
                "assets",
                choices.of(
                        assets.list(organization, AssetFilter.of(client), MOST),
                        and(fields == null ? null : fields.assetId(), fields == null ? List.of() : fields.assetIds())));
        page.addObject(
                "projects",
                choices.of(
                        projects.list(organization, ProjectFilter.of(client), MOST),
                        fields == null ? null : fields.projectId()));
        page.addObject("problems", problems(organization, client, ticket));
    }

    /** Problems of the client that are not done yet. */
    private Map<String, String> problems(OrganizationId organization, ClientId client, @Nullable TicketView ticket) {
        Map<String, String> problems = new LinkedHashMap<>(choices.of(
                tickets.list(
                        organization,
                        TicketFilter.builder()
                                .client(client)
                                .type(TicketType.PROBLEM)
                                .standing(TicketFilter.Standing.OPEN)
                                .build(),
                        MOST),
                ticket == null ? null : ticket.problemId()));
        if (ticket != null) {
            problems.remove(ticket.address());
        }
        return problems;
    }

    private static @Nullable Object[] and(@Nullable Object first, List<?> more) {
        return Stream.concat(Stream.ofNullable(first), more.stream()).toArray();
    }

    private static List<String> chosen(Entered entered, String field) {
        return List.of(entered.comparable(field).split("\\s+"));
    }

    private Map<String, String> statuses(OrganizationId organization) {
        Map<String, String> names = new LinkedHashMap<>();
        statuses.all(organization).forEach(status -> names.put(status.id().toString(), status.name()));
        return names;
    }

    private Map<String, String> categories(OrganizationId organization) {
        Map<String, String> names = new LinkedHashMap<>();
        for (TicketCategory category : categories.all(organization)) {
            names.put(category.id().toString(), category.name());
        }
        return names;
    }
}
