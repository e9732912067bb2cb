package app.ascent.importing.company;

import app.ascent.crm.ClientFields;
import app.ascent.crm.ClientId;
import app.ascent.crm.ClientImports;
import app.ascent.crm.ClientParents;
import app.ascent.crm.Clients;
import app.ascent.importing.AutotaskSource;
import app.ascent.importing.ImportBatch;
import app.ascent.importing.RecordLink;
import app.ascent.importing.RecordMigration;
import app.ascent.migration.spi.Afterwards;
import app.ascent.migration.spi.Comparison;
import app.ascent.migration.spi.DecidableField;
import app.ascent.migration.spi.EntityType;
import app.ascent.migration.spi.Lookup;
import app.ascent.migration.spi.Mapped;
import app.ascent.migration.spi.Match;
import app.ascent.migration.spi.Reason;
import app.ascent.migration.spi.References;
import app.ascent.migration.spi.RunContext;
import app.ascent.migration.spi.Save;
import app.ascent.migration.spi.SourceId;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Component;

/** Companies of Autotask become clients. */
@Component
class CompanyMigration extends RecordMigration<AutotaskCompany, ClientFields> {

    private static final RecordLink.Words PARENT = new RecordLink.Words(
            Clients.AUDITED_AS, "Parent client", "Its parent company", "No parent client comes from there.", null);

    private final ClientImports clients;
    private final ClientParents parents;

    CompanyMigration(AutotaskSource autotask, ClientImports clients, ClientParents parents, ImportBatch batches) {
        super(autotask, clients, ClientFields.FIELDS, batches);
        this.clients = clients;
        this.parents = parents;
    }

    @Override
    public EntityType type() {
        return CompanyMapper.TYPE;
    }

    @Override
    public String path() {
        return "Companies";
    }

    @Override
    public String becomes() {
        return "clients";
    }

    @Override
    public Class<ClientId> ids() {
        return ClientId.class;
    }

    @Override
    public String pageCommand() {
        return "Code=OpenAccount&AccountID=";
    }

    @Override
    public Class<AutotaskCompany> payload() {
        return AutotaskCompany.class;
    }

    @Override
    public Set<String> indispensable() {
        return Set.of("companyName");
    }

    @Override
    public List<DecidableField> decidable() {
        return List.of(CompanyTypes.decidable());
    }

    @Override
    public Set<Reason> reasons() {
        return CompanyReasons.ALL;
    }

    @Override
    public List<Comparison> comparisons() {
        return List.of(new Comparison(CompanyReasons.SAME_NAME, "companyName", false));
    }

    @Override
    public String name(AutotaskCompany source) {
        return CompanyMapper.name(source);
    }

    @Override
    public List<Lookup.Key> lookUps(AutotaskCompany source) {
        return CompanyMapper.lookUps(source);
    }

    @Override
    public Mapped<ClientFields> map(SourceId id, AutotaskCompany source, References references) {
        return CompanyMapper.map(id, source, references);
    }

    @Override
    public String sourceField(String field) {
        return CompanyFieldNames.of(field);
    }

    @Override
    public Set<String> sourceFields(String field) {
        return CompanyFieldNames.allOf(field);
    }

    @Override
    public Map<SourceId, Match> match(RunContext run, Map<SourceId, ClientFields> unseen) {
        List<ClientImports.Candidate> candidates = unseen.entrySet().stream()
                .map(entry -> new ClientImports.Candidate(
                        entry.getKey().value(),
                        entry.getValue().name(),
                        entry.getValue().number()))
                .toList();
        return ImportBatch.matches(clients.match(
                run.organization(), run.source().system(), run.source().database(), candidates));
    }

    @Override
    public void save(RunContext run, List<Save<ClientFields>> batch) {
        batches.save(
                run,
                batch,
                (records, complete) -> clients.save(run.organization(), records, complete),
                batches.activity()::clients);
    }

    /** A parent may have a larger id than its child. */
    @Override
    public List<Afterwards> afterwards() {
        return List.of(new RecordLink(CompanyMapper.PARENT, parents, true, ClientId::new, PARENT, batches));
    }
}
