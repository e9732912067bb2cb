package app.ascent.importing.contract;

import app.ascent.autotask.client.Condition;
import app.ascent.autotask.client.EntityQuery;
import app.ascent.contracts.ContractActivity;
import app.ascent.contracts.ContractExclusions;
import app.ascent.contracts.ContractFields;
import app.ascent.contracts.ContractId;
import app.ascent.contracts.ContractImports;
import app.ascent.contracts.ContractRenewals;
import app.ascent.contracts.Contracts;
import app.ascent.contracts.OrganizationDays;
import app.ascent.importing.AutotaskSource;
import app.ascent.importing.AutotaskSource.Presence;
import app.ascent.importing.ImportBatch;
import app.ascent.importing.Owner;
import app.ascent.importing.RecordLink;
import app.ascent.importing.RecordMigration;
import app.ascent.migration.spi.Afterwards;
import app.ascent.migration.spi.DecidableField;
import app.ascent.migration.spi.Dictionary;
import app.ascent.migration.spi.EntityType;
import app.ascent.migration.spi.Lookup;
import app.ascent.migration.spi.Mapped;
import app.ascent.migration.spi.Match;
import app.ascent.migration.spi.Reason;
import app.ascent.migration.spi.References;
import app.ascent.migration.spi.RunContext;
import app.ascent.migration.spi.Save;
import app.ascent.migration.spi.SourceId;
import app.ascent.migration.spi.SourcePlan;
import app.ascent.migration.spi.SourceRef;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Component;

/** Contracts of Autotask become contracts with the clients their companies became. */
@Component
class ContractMigration extends RecordMigration<AutotaskContract, ContractFields> {

    private static final List<String> PARTS = List.of(
            "ContractServices",
            "ContractBlocks",
            "ContractServiceBundles",
            "ContractRetainers",
            "ContractTicketPurchases",
            "ContractMilestones");

    private static final SourcePlan.Notice MAYBE_HIDDEN = new SourcePlan.Notice(
            "MAYBE_HIDDEN",
            "Autotask has contracts of recurring services or blocks of hours, and sent no service, block of hours, retainer or ticket purchase of any of them. It hides these "
                    + "from users who may see contracts only in part. Let the API user see contracts without limits, then run again; "
                    + "if there really are none, nothing is missing.");

    private static final RecordLink.Words RENEWED_BY = new RecordLink.Words(
            Contracts.AUDITED_AS,
            "Renewed by",
            "The contract it names",
            "It stands without that link.",
            "Contracts renew one another in a circle, so this link was left out.");

    private static final RecordLink.Words EXCLUSION = new RecordLink.Words(
            Contracts.AUDITED_AS, "Exclusion contract", "The contract it names", "It stands without that link.", null);

    private final AutotaskSource autotask;
    private final ContractImports contracts;
    private final ContractActivity activity;
    private final ContractRenewals renewals;
    private final ContractExclusions exclusions;
    private final OrganizationDays days;

    ContractMigration(
            AutotaskSource autotask,
            ContractImports contracts,
            ContractActivity activity,
            ImportBatch batches,
            ContractRenewals renewals,
            ContractExclusions exclusions,
            OrganizationDays days) {
        super(autotask, contracts, ContractFields.FIELDS, batches);
        this.autotask = autotask;
        this.contracts = contracts;
        this.activity = activity;
        this.renewals = renewals;
        this.exclusions = exclusions;
        this.days = days;
    }

    @Override
    public EntityType type() {
        return ContractMapper.TYPE;
    }

    @Override
    public Set<EntityType> dependsOn() {
        return Set.of(Owner.CLIENT.type(), ContractMapper.CONTACTS);
    }

    /** A contract can do without its contact. */
    @Override
    public Set<EntityType> needs() {
        return Set.of(Owner.CLIENT.type());
    }

    @Override
    public String path() {
        return "Contracts";
    }

    @Override
    public String becomes() {
        return "contracts";
    }

    @Override
    public Class<ContractId> ids() {
        return ContractId.class;
    }

    @Override
    public String pageCommand() {
        return "Code=OpenContract&ContractID=";
    }

    @Override
    public Class<AutotaskContract> payload() {
        return AutotaskContract.class;
    }

    @Override
    public Set<String> indispensable() {
        return Set.of(Owner.CLIENT.field(), "contractName");
    }

    /**
     * Autotask hides all that belongs to contracts from those who may see contracts in part, and says nothing of it: contracts
     * of a whole tenant without a single line or balance are told of, if some are of a type that consists of such.
     */
    @Override
    public SourcePlan plan(RunContext run) throws InterruptedException {
        SourcePlan plan = super.plan(run);
        if (plan.expected() == 0) {
            return plan;
        }
        for (String path : PARTS) {
            if (autotask.presence(run, EntityQuery.of(path)) != Presence.NONE) {
                return plan;
            }
        }
        Condition[] consisting = ContractKinds.consisting(super.dictionary(run)).stream()
                .map(value -> Condition.eq(ContractKinds.FIELD, value))
                .toArray(Condition[]::new);
        return consisting.length > 0
                        && autotask.presence(run, EntityQuery.of(path(), Condition.any(consisting))) == Presence.SOME
                ? plan.and(MAYBE_HIDDEN)
                : plan;
    }

    /** With the day of the run, by which contracts are over or not and have units of what they bill. */
    @Override
    public Dictionary dictionary(RunContext run) throws InterruptedException {
        return super.dictionary(run).and(RunDay.table(days.today(run.organization())));
    }

    @Override
    public Set<String> indispensableTables() {
        return RunDay.TABLES;
    }

    @Override
    public List<DecidableField> decidable() {
        return List.of(ContractKinds.decidable());
    }

    @Override
    public Set<Reason> reasons() {
        return ContractReasons.ALL;
    }

    @Override
    public String name(AutotaskContract source) {
        return ContractMapper.name(source);
    }

    @Override
    public List<SourceRef> references(AutotaskContract source) {
        return ContractMapper.references(source);
    }

    @Override
    public List<Lookup.Key> lookUps(AutotaskContract source) {
        return ContractValue.lookUps(source);
    }

    @Override
    public Mapped<ContractFields> map(SourceId id, AutotaskContract source, References references) {
        return ContractMapper.map(id, source, references);
    }

    @Override
    public String sourceField(String field) {
        return ContractFieldNames.of(field);
    }

    @Override
    public Set<String> sourceFields(String field) {
        return ContractFieldNames.allOf(field);
    }

    @Override
    public Map<String, String> periods() {
        return Map.of("startDate", "endDate");
    }

    @Override
    public Map<SourceId, Match> match(RunContext run, Map<SourceId, ContractFields> unseen) {
        return adopted(run, unseen);
    }

    @Override
    public void save(RunContext run, List<Save<ContractFields>> batch) {
        batches.save(
                run,
                batch,
                (records, complete) -> contracts.save(run.organization(), records, complete),
                activity::contracts);
    }

    @Override
    public List<Afterwards> afterwards() {
        return List.of(
                new RecordLink(ContractMapper.RENEWED_BY, renewals, true, ContractId::new, RENEWED_BY, batches),
                new RecordLink(ContractMapper.EXCLUSION, exclusions, false, ContractId::new, EXCLUSION, batches));
    }
}
