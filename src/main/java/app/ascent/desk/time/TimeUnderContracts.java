package app.ascent.desk.time;

import app.ascent.audit.Action;
import app.ascent.audit.Audit;
import app.ascent.audit.AuditedRecord;
import app.ascent.audit.Change;
import app.ascent.contracts.ContractId;
import app.ascent.identity.OrganizationId;
import app.ascent.record.MentionsOf;
import app.ascent.record.RecordRefused.Dependents;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Time names the contract that it was worked under, and can do without it until it is settled: {@link SettledTime}. */
@Component
class TimeUnderContracts implements MentionsOf<ContractId> {

    private final JdbcClient jdbc;
    private final Audit audit;
    private final Clock clock;

    TimeUnderContracts(JdbcClient jdbc, Audit audit, Clock clock) {
        this.jdbc = jdbc;
        this.audit = audit;
        this.clock = clock;
    }

    @Override
    public Class<ContractId> ids() {
        return ContractId.class;
    }

    @Override
    public Dependents count(OrganizationId organization, ContractId contract) {
        return new Dependents(
                "time-tracking.count",
                named(
                                """
                                select count(*) from desk_time where organization_id = :organization and contract_id = :contract
                                    and billing_state <> all(:settled)
                                """,
                                organization,
                                contract)
                        .query(Long.class)
                        .single());
    }

    @Override
    public void forget(OrganizationId organization, ContractId contract, String name) {
        List<Audit.Told> told = named(
                        """
                        update desk_time set version = version + 1, updated_at = :now, contract_id = null
                        where organization_id = :organization and contract_id = :contract and billing_state <> all(:settled)
                        returning id, left(split_part(description, e'\\n', 1), 100) as name
                        """,
                        organization,
                        contract)
                .param("now", Timestamp.from(clock.instant()))
                .query((row, _) -> new Audit.Told(
                        new AuditedRecord(TimeEntries.AUDITED_AS, row.getString("id"), row.getString("name")),
                        List.of(new Change("Contract", name, null))))
                .list();
        audit.recordAll(Action.UPDATE, told);
    }

    private JdbcClient.StatementSpec named(String sql, OrganizationId organization, ContractId contract) {
        return jdbc.sql(sql)
                .param("organization", organization.value())
                .param("contract", contract.value())
                .param(
                        "settled",
                        Stream.of(BillingState.values())
                                .filter(BillingState::isSettled)
                                .map(BillingState::name)
                                .toArray(String[]::new));
    }
}
