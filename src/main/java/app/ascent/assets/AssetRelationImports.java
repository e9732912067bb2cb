package app.ascent.assets;

import app.ascent.record.imports.PartImports;
import app.ascent.record.table.PartTable;
import java.time.Clock;
import org.springframework.jdbc.core.JdbcOperations;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/**
 * How an import writes which assets are related. It knows only the pairs it brought: one that people made stays, one that
 * they took away is not brought back.
 */
@Service
public class AssetRelationImports extends PartImports<RelationFields> {

    static final PartTable<RelationFields> RELATIONS =
            new PartTable<>("asset_relation", RelationFields.FIELDS, "asset_id", "c.created_at");

    AssetRelationImports(JdbcClient jdbc, JdbcOperations bulk, Clock clock) {
        super(jdbc, bulk, clock, RELATIONS);
    }
}
