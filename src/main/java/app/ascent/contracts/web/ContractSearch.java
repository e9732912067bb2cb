package app.ascent.contracts.web;

import app.ascent.contracts.ContractFields;
import app.ascent.crm.ClientId;
import app.ascent.record.search.Match;
import app.ascent.record.search.Searchable;
import app.ascent.record.table.RecordTable;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** How the search over all kinds finds contracts. */
@Configuration(proxyBeanMethods = false)
class ContractSearch {

    @Bean
    Searchable searchableContracts(RecordTable<ContractFields> table) {
        return Searchable.kind("contracts", 50, "contracts.read", "/contracts", table)
                .listed("/contracts", "status", "any")
                .telling("c.number")
                .key(Match.NUMBER, "number")
                .belongingTo("client_id", ClientId::new)
                .newestBy("start");
    }
}
