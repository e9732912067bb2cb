package app.ascent.importing.asset;

import app.ascent.assets.AssetFields;
import app.ascent.assets.AssetId;
import app.ascent.assets.AssetImports;
import app.ascent.assets.AssetImports.Candidate;
import app.ascent.assets.AssetParents;
import app.ascent.assets.Assets;
import app.ascent.importing.AutotaskSource;
import app.ascent.importing.ImportBatch;
import app.ascent.importing.Link;
import app.ascent.importing.Owner;
import app.ascent.importing.RecordLink;
import app.ascent.importing.RecordMigration;
import app.ascent.migration.spi.Afterwards;
import app.ascent.migration.spi.DecidableField;
import app.ascent.migration.spi.EntityType;
import app.ascent.migration.spi.Lookup;
import app.ascent.migration.spi.Mapped;
import app.ascent.migration.spi.Match;
import app.ascent.migration.spi.References;
import app.ascent.migration.spi.RunContext;
import app.ascent.migration.spi.Save;
import app.ascent.migration.spi.SourceId;
import app.ascent.migration.spi.SourceRef;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Component;

/** Configuration items of Autotask become assets of the clients their companies became. */
@Component
class AssetMigration extends RecordMigration<AutotaskDevice, AssetFields> {

    private static final RecordLink.Words PARENT = new RecordLink.Words(
            Assets.AUDITED_AS,
            "Parent asset",
            "Its parent device",
            "No parent asset comes from there.",
            "Devices are one another's parent in a circle, so this link was left out.");

    private final AssetImports assets;
    private final AssetParents parents;

    AssetMigration(AutotaskSource autotask, AssetImports assets, AssetParents parents, ImportBatch batches) {
        super(autotask, assets, AssetFields.FIELDS, batches);
        this.assets = assets;
        this.parents = parents;
    }

    @Override
    public EntityType type() {
        return AssetMapper.TYPE;
    }

    @Override
    public Set<EntityType> dependsOn() {
        return Set.of(Owner.CLIENT.type(), Link.CONTACTS, Link.CONTRACTS);
    }

    /** An asset can do without its contact and its contract. */
    @Override
    public Set<EntityType> needs() {
        return Set.of(Owner.CLIENT.type());
    }

    @Override
    public String path() {
        return "ConfigurationItems";
    }

    @Override
    public String becomes() {
        return "assets";
    }

    @Override
    public Class<AssetId> ids() {
        return AssetId.class;
    }

    @Override
    public String pageCommand() {
        return "Code=OpenInstalledProduct&InstalledProductID=";
    }

    @Override
    public Class<AutotaskDevice> payload() {
        return AutotaskDevice.class;
    }

    @Override
    public Set<String> indispensable() {
        return Set.of(Owner.CLIENT.field());
    }

    @Override
    public List<DecidableField> decidable() {
        return List.of(AssetTypes.decidable());
    }

    @Override
    public String name(AutotaskDevice source) {
        return AssetMapper.name(source);
    }

    @Override
    public List<SourceRef> references(AutotaskDevice source) {
        return AssetMapper.references(source);
    }

    @Override
    public List<Lookup.Key> lookUps(AutotaskDevice source) {
        return AssetLookUps.of(source);
    }

    @Override
    public Mapped<AssetFields> map(SourceId id, AutotaskDevice source, References references) {
        return AssetMapper.map(id, source, references);
    }

    @Override
    public String sourceField(String field) {
        return AssetFieldNames.of(field);
    }

    @Override
    public Set<String> sourceFields(String field) {
        return AssetFieldNames.allOf(field);
    }

    @Override
    public Map<SourceId, Match> match(RunContext run, Map<SourceId, AssetFields> unseen) {
        List<Candidate> candidates = unseen.entrySet().stream()
                .map(entry -> Candidate.of(entry.getKey().value(), entry.getValue()))
                .toList();
        return ImportBatch.matches(assets.match(
                run.organization(), run.source().system(), run.source().database(), candidates));
    }

    @Override
    public void save(RunContext run, List<Save<AssetFields>> batch) {
        batches.save(
                run,
                batch,
                (records, complete) -> assets.save(run.organization(), records, complete),
                (organization, deed, overwritten) -> batches.telling()
                        .overwritten(
                                organization,
                                deed,
                                Assets.AUDITED_AS,
                                AssetFields.FIELDS,
                                AssetFields::name,
                                overwritten));
    }

    /** A parent may have a larger id than its child. */
    @Override
    public List<Afterwards> afterwards() {
        return List.of(new RecordLink(AssetMapper.PARENT, parents, true, AssetId::new, PARENT, batches));
    }
}
