package app.ascent.assets;

import app.ascent.record.Naming;
import app.ascent.record.field.Column;
import app.ascent.record.table.RecordRows;
import app.ascent.record.table.RecordTable;
import app.ascent.record.table.SearchText;
import app.ascent.record.table.SearchTexts;
import app.ascent.record.table.TableNaming;
import app.ascent.text.Folded;
import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Where assets lie, and what they are sorted, found and recognized by. */
@Configuration(proxyBeanMethods = false)
class AssetTables {

    static final RecordTable<AssetFields> ASSETS = RecordTable.of(
                    "asset",
                    AssetFields.FIELDS,
                    AssetTables::searchText,
                    List.of(
                            Column.text("rmm_key", asset -> AssetKey.of(asset.rmmId())),
                            Column.text("serial_key", asset -> AssetKey.of(asset.serialNumber())),
                            Column.text("hostname_key", asset -> AssetKey.of(asset.hostname())),
                            Column.date("warranty_ends_on", AssetFields::warrantyEndsOn),
                            Column.text("sort_key", asset -> Folded.order(asset.name()))))
            .orderedBy("warranty", "warranty_ends_on");

    @Bean
    RecordTable<AssetFields> assetTable() {
        return ASSETS;
    }

    @Bean
    Naming<AssetId> assetNames(JdbcClient jdbc) {
        return new TableNaming<>(jdbc, ASSETS, AssetId.class, AssetFields::name);
    }

    @Bean
    RecordRows<AssetFields> assetRows(JdbcClient jdbc, SearchTexts searchTexts, Clock clock) {
        return new RecordRows<>(jdbc, ASSETS, searchTexts, clock);
    }

    private static String searchText(AssetFields asset) {
        return SearchText.of(
                Arrays.asList(
                        asset.name(),
                        asset.serialNumber(),
                        asset.referenceNumber(),
                        asset.hostname(),
                        asset.ipAddress(),
                        asset.macAddress()),
                List.of());
    }
}
