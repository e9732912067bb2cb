package app.ascent.contracts;

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

/** Where contracts lie, and what they are sorted and found by. */
@Configuration(proxyBeanMethods = false)
class ContractTables {

    static final RecordTable<ContractFields> CONTRACTS = RecordTable.of(
                    "contract",
                    ContractFields.FIELDS,
                    ContractTables::searchText,
                    List.of(
                            Column.date("ends_on", ContractFields::endsOn),
                            Column.text("sort_key", contract -> Folded.order(contract.name()))))
            .orderedBy("start", "start_date")
            .orderedBy("end", "ends_on");

    @Bean
    RecordTable<ContractFields> contractTable() {
        return CONTRACTS;
    }

    @Bean
    Naming<ContractId> contractNames(JdbcClient jdbc) {
        return new TableNaming<>(jdbc, CONTRACTS, ContractId.class, ContractFields::name);
    }

    @Bean
    RecordRows<ContractFields> contractRows(JdbcClient jdbc, SearchTexts searchTexts, Clock clock) {
        return new RecordRows<>(jdbc, CONTRACTS, searchTexts, clock);
    }

    private static String searchText(ContractFields contract) {
        return SearchText.of(Arrays.asList(contract.name(), contract.number(), contract.contactName()), List.of());
    }
}
