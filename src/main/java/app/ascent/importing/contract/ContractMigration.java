package app.ascent.importing.contract;

import app.ascent.contracts.ContractActivity;
import app.ascent.contracts.ContractFields;
import app.ascent.contracts.ContractId;
import app.ascent.contracts.ContractImports;
import app.ascent.importing.AutotaskSource;
import app.ascent.importing.ImportBatch;
import app.ascent.importing.Owner;
import app.ascent.importing.RecordMigration;
import app.ascent.migration.spi.DecidableField;
import app.ascent.migration.spi.Dictionary;
import app.ascent.migration.spi.EntityType;
import app.ascent.migration.spi.Linking;
import app.ascent.migration.spi.Lookup;
import app.ascent.migration.spi.LostLink;
import app.ascent.migration.spi.Mapped;
import app.ascent.migration.spi.Match;
import app.ascent.migration.spi.Reason;
import app.ascent.migration.spi.References;
import app.ascent.migration.spi.RunContext;
import app.ascent.migration.spi.Save;
import app.ascent.migration.spi.SourceId;
import app.ascent.migration.spi.SourcePlan;
import app.ascent.migration.spi.SourceRef;
import java.time.Clock;
import java.time.LocalDate;
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
            "ContractTicketPurchases");

    private static final SourcePlan.Notice MAYBE_HIDDEN = new SourcePlan.Notice(
            "MAYBE_HIDDEN",
            "Autotask has contracts, and sent no service, block of hours, retainer or ticket purchase of any of them. It hides these "
                    + "from users who may see contracts only in part. Let the API user see contracts without limits, then run again; "
                    + "if there really are none, nothing is missing.");

    private final AutotaskSource autotask;
    private final ContractImports contracts;
    private final ContractActivity activity;
    private final ImportBatch batches;
    private final Clock clock;

    ContractMigration(
            AutotaskSource autotask,
            ContractImports contracts,
            ContractActivity activity,
            ImportBatch batches,
            Clock clock) {
        super(autotask, contracts, ContractFields.FIELDS);
        this.autotask = autotask;
        this.contracts = contracts;
        this.activity = activity;
        this.batches = batches;
        this.clock = clock;
    }

    @Override
    public EntityType type() {
        return ContractMapper.TYPE;
    }

    @Override
    public Set<EntityType> dependsOn() {
        return Set.of(Owner.CLIENT.type(), ContractMapper.CONTACTS);
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
     * of a whole tenant without a single line or balance are told of.
     */
    @Override
    public SourcePlan plan(RunContext run) throws InterruptedException {
        SourcePlan plan = super.plan(run);
        if (plan.expected() == 0) {
            return plan;
        }
        for (String path : PARTS) {
            if (autotask.hasAny(run, path)) {
                return plan;
            }
        }
        return plan.and(MAYBE_HIDDEN);
    }

    /** With the day of the run, by which contracts are over or not and have units of what they bill. */
    @Override
    public Dictionary dictionary(RunContext run) throws InterruptedException {
        return super.dictionary(run).and(RunDay.table(LocalDate.now(clock)));
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
    public Map<SourceId, Match> match(RunContext run, Map<SourceId, ContractFields> unseen) {
        return ImportBatch.matches(contracts.adopted(
                run.organization(),
                run.source().system(),
                run.source().database(),
                unseen.keySet().stream().map(SourceId::value).toList()));
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
    public List<LostLink> lostLinks(RunContext run, Linking linking) {
        return new ContractLinking(contracts, activity, batches, run, linking).lost();
    }

    @Override
    public void link(RunContext run, Linking linking) {
        new ContractLinking(contracts, activity, batches, run, linking).settle();
    }
}
