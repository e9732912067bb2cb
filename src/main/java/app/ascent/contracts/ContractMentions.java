package app.ascent.contracts;

import app.ascent.audit.Audit;
import app.ascent.crm.ContactId;
import app.ascent.record.MentionsOf;
import app.ascent.record.table.ColumnMentions;
import java.time.Clock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What contracts name and can do without: a contact, the contract that follows, the one that is charged instead. */
@Configuration(proxyBeanMethods = false)
class ContractMentions {

    private final JdbcClient jdbc;
    private final Audit audit;
    private final Clock clock;

    ContractMentions(JdbcClient jdbc, Audit audit, Clock clock) {
        this.jdbc = jdbc;
        this.audit = audit;
        this.clock = clock;
    }

    @Bean
    MentionsOf<ContactId> contractsNamingAContact() {
        return in(ContactId.class, "contact_id", "Contact", "contracts.of-client.count");
    }

    @Bean
    MentionsOf<ContractId> contractsRenewedByAnother() {
        return in(ContractId.class, "renewed_by_id", "Renewed by", "contracts.renewed.count");
    }

    @Bean
    MentionsOf<ContractId> contractsExcludingForAnother() {
        return in(ContractId.class, "exclusion_contract_id", "Exclusion contract", "contracts.excluding.count");
    }

    private <I> MentionsOf<I> in(Class<I> ids, String column, String field, String words) {
        return new ColumnMentions<>(
                jdbc, audit, clock, ContractTables.CONTRACTS, Contracts.AUDITED_AS, ids, column, field, words);
    }
}
