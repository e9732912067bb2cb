package app.ascent.assets;

import app.ascent.record.field.Fields;

/** That two assets have to do with each other, neither of them first. */
public record RelationFields(AssetId assetId, AssetId relatedId) {

    public static final Fields<RelationFields> FIELDS = Fields.of(RelationFields.class);
}
