package app.ascent.assets.web;

import app.ascent.assets.AssetFields;
import app.ascent.crm.ClientId;
import app.ascent.record.search.Match;
import app.ascent.record.search.Searchable;
import app.ascent.record.table.RecordTable;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** How the search over all kinds finds assets. */
@Configuration(proxyBeanMethods = false)
class AssetSearch {

    @Bean
    Searchable searchableAssets(RecordTable<AssetFields> table) {
        return Searchable.kind("assets", 40, "assets.read", "/assets", table)
                .listed("/assets", "status", "any")
                .telling("c.serial_number", "c.reference_number")
                .key(Match.SERIAL_NUMBER, "serial_number")
                .key(Match.REFERENCE_NUMBER, "reference_number")
                .belongingTo("client_id", ClientId::new);
    }
}
