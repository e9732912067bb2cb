package app.ascent.contracts;

import app.ascent.audit.Action;
import app.ascent.audit.Audit;
import app.ascent.audit.AuditedRecord;
import app.ascent.audit.Change;
import app.ascent.crm.ContactId;
import app.ascent.identity.OrganizationId;
import app.ascent.record.MentionsOf;
import app.ascent.record.RecordRefused.Dependents;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What contracts name and can do without: a contact, the contract that follows, the one that is charged instead. */
@Configuration(proxyBeanMethods = false)
class ContractMentions {

    @Bean
    MentionsOf<ContactId> contractsNamingAContact(JdbcClient jdbc, Audit audit, Clock clock) {
        return new Named<>(
                jdbc,
                audit,
                clock,
                ContactId.class,
                ContactId::value,
                "contact_id",
                "Contact",
                "contracts.of-client.count");
    }

    @Bean
    MentionsOf<ContractId> contractsRenewedByAnother(JdbcClient jdbc, Audit audit, Clock clock) {
        return new Named<>(
                jdbc,
                audit,
                clock,
                ContractId.class,
                ContractId::value,
                "renewed_by_id",
                "Renewed by",
                "contracts.renewed.count");
    }

    @Bean
    MentionsOf<ContractId> contractsExcludingForAnother(JdbcClient jdbc, Audit audit, Clock clock) {
        return new Named<>(
                jdbc,
                audit,
                clock,
                ContractId.class,
                ContractId::value,
                "exclusion_contract_id",
                "Exclusion contract",
                "contracts.excluding.count");
    }

    /**
     * @param field what audit entries call the column
     * @param words key of the message that counts such contracts
     */
    private record Named<I>(
            JdbcClient jdbc,
            Audit audit,
            Clock clock,
            Class<I> ids,
            Function<I, UUID> value,
            String column,
            String field,
            String words)
            implements MentionsOf<I> {

        @Override
        public Dependents count(OrganizationId organization, I id) {
            return new Dependents(
                    words,
                    named("select count(*) from contract", "", organization, id)
                            .query(Long.class)
                            .single());
        }

        @Override
        public void forget(OrganizationId organization, I id, String name) {
            List<AuditedRecord> contracts = named(
                            "update contract set version = version + 1, updated_at = :now, %s = null".formatted(column),
                            " returning id, name",
                            organization,
                            id)
                    .param("now", Timestamp.from(clock.instant()))
                    .query((row, _) ->
                            new AuditedRecord(Contracts.AUDITED_AS, row.getString("id"), row.getString("name")))
                    .list();
            contracts.forEach(
                    contract -> audit.record(Action.UPDATE, contract, List.of(new Change(field, name, null))));
        }

        private JdbcClient.StatementSpec named(String begin, String end, OrganizationId organization, I id) {
            return jdbc.sql("%s where organization_id = :organization and %s = :id%s".formatted(begin, column, end))
                    .param("organization", organization.value())
                    .param("id", value.apply(id));
        }
    }
}
