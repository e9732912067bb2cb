package app.ascent.importing.asset;

import app.ascent.assets.AssetId;
import app.ascent.assets.AssetRelationImports;
import app.ascent.assets.RelationFields;
import app.ascent.importing.AutotaskSource;
import app.ascent.importing.ImportBatch;
import app.ascent.importing.Owner;
import app.ascent.importing.PartMigration;
import app.ascent.importing.field.FieldReading;
import app.ascent.migration.spi.EntityType;
import app.ascent.migration.spi.Finding;
import app.ascent.migration.spi.Mapped;
import app.ascent.migration.spi.Reason;
import app.ascent.migration.spi.References;
import app.ascent.migration.spi.SourceId;
import app.ascent.migration.spi.SourceRef;
import app.ascent.text.Text;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Related items of Autotask become pairs of assets that have to do with each other. */
@Component
class RelationMigration extends PartMigration<AutotaskRelation, RelationFields> {

    static final EntityType TYPE = new EntityType("assetRelations");

    static final Owner ASSET = new Owner(AssetMapper.TYPE, "configurationItemID", "device", "asset");
    static final Owner RELATED = new Owner(AssetMapper.TYPE, "relatedConfigurationItemID", "related device", "asset");

    static final Reason RELATED_TO_ITSELF = Reason.skip("RELATED_TO_ITSELF", Reason.Retry.READ_ANEW);

    RelationMigration(AutotaskSource autotask, AssetRelationImports relations, ImportBatch batches) {
        super(autotask, TYPE, "ConfigurationItemRelatedItems", ASSET, relations, batches);
    }

    @Override
    public Class<AutotaskRelation> payload() {
        return AutotaskRelation.class;
    }

    @Override
    public Set<String> indispensable() {
        return Set.of(ASSET.field(), RELATED.field());
    }

    @Override
    public Set<Reason> reasons() {
        return Set.of(RELATED_TO_ITSELF);
    }

    @Override
    public String name(AutotaskRelation source) {
        return "Devices %s and %s"
                .formatted(Text.clean(source.configurationItemID()), Text.clean(source.relatedConfigurationItemID()));
    }

    @Override
    protected @Nullable String owner(AutotaskRelation source) {
        return source.configurationItemID();
    }

    @Override
    public List<SourceRef> references(AutotaskRelation source) {
        return Stream.concat(
                        super.references(source).stream(),
                        RELATED.reference(source.relatedConfigurationItemID()).stream())
                .toList();
    }

    @Override
    public Mapped<RelationFields> map(SourceId id, AutotaskRelation source, References references) {
        return ASSET.map(
                source.configurationItemID(),
                references,
                asset -> RELATED.map(source.relatedConfigurationItemID(), references, related -> {
                    if (asset.equals(related)) {
                        return new Mapped.Skipped<>(
                                Finding.of(RELATED_TO_ITSELF, RELATED.field(), source.relatedConfigurationItemID()));
                    }
                    FieldReading reading = new FieldReading(type().name(), references);
                    return new Mapped.Ready<>(
                            new RelationFields(new AssetId(asset.value()), new AssetId(related.value())),
                            reading.details(),
                            reading.findings(),
                            Map.of(),
                            Map.of());
                }));
    }
}
