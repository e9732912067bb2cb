package app.ascent.importing.time;

import app.ascent.autotask.client.Condition;
import app.ascent.autotask.client.EntityQuery;
import app.ascent.contracts.OrganizationDays;
import app.ascent.desk.time.BillingState;
import app.ascent.desk.time.TimeEntries;
import app.ascent.desk.time.TimeEntryFields;
import app.ascent.desk.time.TimeEntryId;
import app.ascent.desk.time.TimeImports;
import app.ascent.identity.OrganizationId;
import app.ascent.importing.AutotaskSource;
import app.ascent.importing.AutotaskSource.Presence;
import app.ascent.importing.ImportBatch;
import app.ascent.importing.Link;
import app.ascent.importing.RecordMigration;
import app.ascent.importing.Somebody.Work;
import app.ascent.importing.field.Tables;
import app.ascent.migration.spi.Counts;
import app.ascent.migration.spi.Dictionary;
import app.ascent.migration.spi.EntityType;
import app.ascent.migration.spi.Lookup;
import app.ascent.migration.spi.Mapped;
import app.ascent.migration.spi.Match;
import app.ascent.migration.spi.Measured;
import app.ascent.migration.spi.Reason;
import app.ascent.migration.spi.References;
import app.ascent.migration.spi.RunContext;
import app.ascent.migration.spi.Save;
import app.ascent.migration.spi.SourceId;
import app.ascent.migration.spi.SourcePlan;
import app.ascent.migration.spi.SourceRef;
import app.ascent.text.Text;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.springframework.stereotype.Component;

/** Time entries of Autotask become time entries of the tickets and tasks they were worked on. */
@Component
class TimeMigration extends RecordMigration<AutotaskTimeEntry, TimeEntryFields> {

    /** A tenant with so many entries has worked for nothing, too. */
    private static final long MANY = 1_000;

    private static final String STATE = "billingState";

    private final AutotaskSource autotask;
    private final TimeImports times;
    private final OrganizationDays days;

    TimeMigration(AutotaskSource autotask, TimeImports times, ImportBatch batches, OrganizationDays days) {
        super(autotask, times, TimeEntryFields.FIELDS, batches);
        this.autotask = autotask;
        this.times = times;
        this.days = days;
    }

    @Override
    public EntityType type() {
        return TimeEntryMapper.TYPE;
    }

    @Override
    public Set<EntityType> dependsOn() {
        return Set.of(TimeEntryMapper.TICKET.type(), TimeEntryMapper.TASK.type(), Link.CONTRACTS);
    }

    /** Time on tasks is little beside time on tickets; where tasks cannot be read, it is told entry by entry. */
    @Override
    public Set<EntityType> needs() {
        return Set.of(TimeEntryMapper.TICKET.type());
    }

    /** Of time on anything else nothing is kept. */
    @Override
    public Set<EntityType> hangsOn() {
        return Set.of(TimeEntryMapper.TICKET.type(), TimeEntryMapper.TASK.type());
    }

    @Override
    public String path() {
        return "TimeEntries";
    }

    @Override
    public String becomes() {
        return "time-tracking";
    }

    @Override
    public Class<TimeEntryId> ids() {
        return TimeEntryId.class;
    }

    @Override
    public String pageCommand() {
        return "";
    }

    @Override
    public Class<AutotaskTimeEntry> payload() {
        return AutotaskTimeEntry.class;
    }

    @Override
    public Set<String> indispensable() {
        return Set.of(TimeEntryMapper.TICKET.field(), TimeEntryMapper.TASK.field());
    }

    /**
     * Autotask hides time that is not billable from those who may not see it, and says nothing of it: that many entries without a
     * single one of these are told of. Where Autotask refuses to tell, nobody is alarmed.
     */
    @Override
    public SourcePlan plan(RunContext run) throws InterruptedException {
        SourcePlan plan = super.plan(run);
        return plan.expected() > MANY
                        && autotask.presence(run, EntityQuery.of(path(), Condition.eq("isNonBillable", true)))
                                == Presence.NONE
                ? plan.and(maybeHidden(plan.expected()))
                : plan;
    }

    private static SourcePlan.Notice maybeHidden(long entries) {
        return new SourcePlan.Notice(
                "MAYBE_HIDDEN",
                String.format(
                        Locale.ENGLISH,
                        "Non-billable time may be hidden: Autotask has %,d time entries and none is non-billable. It hides these from"
                                + " users without the right to view non-billable time, and does not say so. Give the API user"
                                + " that right, then run again; if there really are none, nothing is missing.",
                        entries));
    }

    /** An entry that does not say how long it took counts nothing. */
    @Override
    public Function<AutotaskTimeEntry, Counts> counting(OrganizationId organization) {
        ZoneId zone = days.zone(organization);
        return entry -> Worked.counts(entry, zone);
    }

    /** With the zone of the organization, in which days are told that Autotask does not name. */
    @Override
    public Dictionary dictionary(RunContext run) throws InterruptedException {
        return super.dictionary(run).and(RunZone.table(days.zone(run.organization())));
    }

    @Override
    public Set<String> indispensableTables() {
        return RunZone.TABLES;
    }

    @Override
    public Set<Reason> reasons() {
        return TimeEntryMapper.REASONS;
    }

    @Override
    public String name(AutotaskTimeEntry source) {
        return TimeEntryMapper.name(source);
    }

    @Override
    public List<SourceRef> references(AutotaskTimeEntry source) {
        return TimeEntryMapper.references(source);
    }

    @Override
    public List<Lookup.Key> lookUps(AutotaskTimeEntry source) {
        return TimeLookUps.of(source);
    }

    @Override
    public Mapped<TimeEntryFields> map(SourceId id, AutotaskTimeEntry source, References references) {
        return TimeEntryMapper.map(source, references);
    }

    @Override
    public List<Measured> measures(AutotaskTimeEntry source, TimeEntryFields target) {
        return Tables.keys(Tables.RESOURCES, source.resourceID())
                .map(worker -> new Measured(worker, Work.MINUTES, target.minutes()))
                .toList();
    }

    @Override
    public String sourceField(String field) {
        return TimeFieldNames.of(field);
    }

    @Override
    public Set<String> sourceFields(String field) {
        return TimeFieldNames.allOf(field);
    }

    /** A user has a name of their own, what is not billable waits for no invoice, and time is worked on a ticket or on a task. */
    @Override
    public List<List<String>> together() {
        return List.of(List.of("userId", "userName"), List.of("billable", STATE), List.of("ticketId", "taskId"));
    }

    /** What Autotask has approved or invoiced is so, whatever people chose for it in Ascent: nobody is to be billed twice. */
    @Override
    public Set<String> settled(TimeEntryFields values) {
        return values.billingState().isSettled() ? Set.of(STATE, "invoiceNumber") : Set.of();
    }

    /** What was approved since is not billed in Ascent, although nobody knows whether Autotask has posted it. It never goes back. */
    @Override
    public Set<String> safer(TimeEntryFields values, TimeEntryFields stands) {
        return stands.billingState() == BillingState.UNBILLED
                        && values.billingState().isSettled()
                ? Set.of(STATE)
                : Set.of();
    }

    @Override
    public Map<SourceId, Match> match(RunContext run, Map<SourceId, TimeEntryFields> unseen) {
        return adopted(run, unseen);
    }

    @Override
    public void save(RunContext run, List<Save<TimeEntryFields>> batch) {
        batches.save(
                run,
                batch,
                (records, complete) -> times.save(run.organization(), records, complete),
                (organization, deed, overwritten) -> batches.telling()
                        .overwritten(
                                organization,
                                deed,
                                TimeEntries.AUDITED_AS,
                                TimeEntryFields.FIELDS,
                                entry -> Text.cut(entry.description(), 100),
                                overwritten));
    }
}
