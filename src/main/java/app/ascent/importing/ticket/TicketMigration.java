package app.ascent.importing.ticket;

import app.ascent.autotask.client.Condition;
import app.ascent.desk.TicketCategories;
import app.ascent.desk.TicketFields;
import app.ascent.desk.TicketId;
import app.ascent.desk.TicketImports;
import app.ascent.desk.TicketProblems;
import app.ascent.desk.TicketStatus;
import app.ascent.desk.TicketStatusId;
import app.ascent.desk.TicketStatuses;
import app.ascent.desk.Tickets;
import app.ascent.identity.OrganizationId;
import app.ascent.importing.AutotaskSource;
import app.ascent.importing.HistoryFilter;
import app.ascent.importing.ImportBatch;
import app.ascent.importing.Link;
import app.ascent.importing.Owner;
import app.ascent.importing.RecordLink;
import app.ascent.importing.RecordMigration;
import app.ascent.importing.Somebody.Work;
import app.ascent.importing.field.Tables;
import app.ascent.migration.spi.Afterwards;
import app.ascent.migration.spi.Counts;
import app.ascent.migration.spi.DecidableField;
import app.ascent.migration.spi.EntityType;
import app.ascent.migration.spi.Lookup;
import app.ascent.migration.spi.Mapped;
import app.ascent.migration.spi.Match;
import app.ascent.migration.spi.Measured;
import app.ascent.migration.spi.References;
import app.ascent.migration.spi.RunContext;
import app.ascent.migration.spi.Save;
import app.ascent.migration.spi.SourceId;
import app.ascent.migration.spi.SourceRef;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** Tickets of Autotask become tickets of the clients their companies became. */
@Component
class TicketMigration extends RecordMigration<AutotaskTicket, TicketFields> {

    private static final HistoryFilter HISTORY =
            HistoryFilter.of(Condition.missing(TicketTimes.COMPLETED), TicketTimes.LAST_ACTIVITY);

    private static final RecordLink.Words PROBLEM = new RecordLink.Words(
            Tickets.AUDITED_AS,
            "Problem",
            "Its problem ticket",
            "The link was left out.",
            "Tickets are one another's problem in a circle, so this link was left out.");

    private final TicketImports tickets;
    private final TicketProblems problems;
    private final TicketStatuses statuses;
    private final TicketCategories categories;

    TicketMigration(
            AutotaskSource autotask,
            TicketImports tickets,
            TicketProblems problems,
            TicketStatuses statuses,
            TicketCategories categories,
            ImportBatch batches) {
        super(autotask, tickets, TicketFields.FIELDS, batches);
        this.tickets = tickets;
        this.problems = problems;
        this.statuses = statuses;
        this.categories = categories;
    }

    @Override
    public EntityType type() {
        return TicketMapper.TYPE;
    }

    @Override
    public Set<EntityType> dependsOn() {
        return Set.of(Owner.CLIENT.type(), Link.CONTACTS, Link.CONTRACTS, TicketMapper.ASSETS, TicketMapper.PROJECTS);
    }

    /** A ticket can do without all that it names but its company. */
    @Override
    public Set<EntityType> needs() {
        return Set.of(Owner.CLIENT.type());
    }

    @Override
    public String path() {
        return "Tickets";
    }

    @Override
    public String becomes() {
        return "tickets";
    }

    @Override
    public Class<TicketId> ids() {
        return TicketId.class;
    }

    @Override
    public String pageCommand() {
        return "Code=OpenTicketDetail&TicketID=";
    }

    @Override
    public Class<AutotaskTicket> payload() {
        return AutotaskTicket.class;
    }

    @Override
    public Set<String> indispensable() {
        return Set.of(Owner.CLIENT.field());
    }

    @Override
    protected HistoryFilter history() {
        return HISTORY;
    }

    @Override
    public List<DecidableField> decidable() {
        return List.of(
                TicketStatusRule.decidable(organization -> statuses.all(organization).stream()
                        .map(TicketStatusRule::target)
                        .toList()),
                TicketMeanings.PRIORITY.decidable(),
                TicketMeanings.TYPE.decidable(),
                IssueTypes.decidable(this::categoryTargets));
    }

    private List<DecidableField.Target> categoryTargets(OrganizationId organization) {
        return Stream.concat(
                        Stream.of(IssueTypes.CREATE, IssueTypes.NONE).map(key -> new DecidableField.Target(key, null)),
                        categories.all(organization).stream().map(IssueTypes::target))
                .toList();
    }

    @Override
    public String name(AutotaskTicket source) {
        return TicketMapper.name(source);
    }

    @Override
    public List<SourceRef> references(AutotaskTicket source) {
        return TicketMapper.references(source);
    }

    @Override
    public List<Lookup.Key> lookUps(AutotaskTicket source) {
        return TicketLookUps.of(source);
    }

    @Override
    public Mapped<TicketFields> map(SourceId id, AutotaskTicket source, References references) {
        return TicketMapper.map(source, references);
    }

    @Override
    public Function<AutotaskTicket, Counts> counting(OrganizationId organization) {
        return source -> Counts.below(Owner.CLIENT.reference(source.companyID()).orElse(null));
    }

    /** What whoever has it has to do. */
    @Override
    public List<Measured> measures(AutotaskTicket source, TicketFields target) {
        return Tables.keys(Tables.RESOURCES, source.assignedResourceID())
                .flatMap(assignee -> Stream.of(
                        new Measured(assignee, Work.TICKETS, 1),
                        new Measured(assignee, Work.OPEN, target.closed() ? 0 : 1)))
                .toList();
    }

    @Override
    public String sourceField(String field) {
        return TicketFieldNames.of(field);
    }

    @Override
    public Set<String> sourceFields(String field) {
        return TicketFieldNames.allOf(field);
    }

    /** A user has a name of their own, and what goes on was neither resolved nor closed. */
    @Override
    public List<List<String>> together() {
        return List.of(List.of("assigneeId", "assigneeName"), List.of("statusId", "closed", "closedAt", "resolvedAt"));
    }

    /** Work on either side moves a ticket on; nobody chooses when. */
    @Override
    public Set<String> settled(TicketFields values) {
        return Set.of("lastActivityAt");
    }

    @Override
    public TicketFields beside(TicketFields comes, TicketFields stands) {
        return TicketTimes.later(comes, stands);
    }

    /** Only the organization knows which of its own statuses end a ticket. */
    @Override
    public UnaryOperator<TicketFields> settings(RunContext run) {
        Map<TicketStatusId, Boolean> ends = statuses.all(run.organization()).stream()
                .collect(Collectors.toMap(TicketStatus::id, TicketStatus::closed));
        return ticket -> TicketTimes.closed(ticket, Boolean.TRUE.equals(ends.get(ticket.statusId())));
    }

    @Override
    public Map<SourceId, Match> match(RunContext run, Map<SourceId, TicketFields> unseen) {
        return adopted(run, unseen);
    }

    @Override
    public void save(RunContext run, List<Save<TicketFields>> batch) {
        categories.ensure(run.organization(), IssueTypes.needed(batch));
        batches.save(
                run,
                batch,
                (records, complete) -> tickets.save(run.organization(), records, complete),
                (organization, deed, overwritten) -> batches.telling()
                        .overwritten(
                                organization,
                                deed,
                                Tickets.AUDITED_AS,
                                TicketFields.FIELDS,
                                TicketFields::subject,
                                overwritten));
    }

    /** A problem may have a larger id than what is part of it. */
    @Override
    public List<Afterwards> afterwards() {
        return List.of(new RecordLink(TicketMapper.PROBLEM, problems, true, TicketId::new, PROBLEM, batches));
    }
}
