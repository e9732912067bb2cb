package app.ascent.contracts;

import app.ascent.identity.OrganizationId;
import app.ascent.record.RecordRefused;
import app.ascent.record.field.Decimals;
import app.ascent.record.table.Part;
import app.ascent.record.table.PartTable;
import app.ascent.record.table.RecordRows;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.domain.Page;
import org.springframework.data.domain.Pageable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.SqlArrayValue;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What contracts consist of, and what is left of what was bought in advance. */
@Service
public class ContractParts {

    static final PartTable<LineFields> LINES = new PartTable<>(
            "contract_line", LineFields.FIELDS, "contract_id", "c.kind desc, c.due_date, c.description");
    static final PartTable<BalanceFields> BALANCES =
            new PartTable<>("contract_balance", BalanceFields.FIELDS, "contract_id", "c.kind, c.start_date");

    private final JdbcClient jdbc;
    private final RecordRows<ContractFields> contracts;

    ContractParts(JdbcClient jdbc, RecordRows<ContractFields> contracts) {
        this.jdbc = jdbc;
        this.contracts = contracts;
    }

    /** @throws RecordRefused.Unknown also for another organization's contract */
    @Transactional(readOnly = true)
    public Page<Part<LineFields>> lines(OrganizationId organization, ContractId contract, Pageable pageable) {
        return parts(LINES, organization, contract, pageable);
    }

    /** @throws RecordRefused.Unknown also for another organization's contract */
    @Transactional(readOnly = true)
    public Page<Part<BalanceFields>> balances(OrganizationId organization, ContractId contract, Pageable pageable) {
        return parts(BALANCES, organization, contract, pageable);
    }

    private <F extends Record> Page<Part<F>> parts(
            PartTable<F> table, OrganizationId organization, ContractId contract, Pageable pageable) {
        if (!contracts.exists(organization, contract.value())) {
            throw new RecordRefused.Unknown(contract.value());
        }
        return table.of(jdbc, organization, contract.value(), pageable);
    }

    /** What is left, kind by kind, in one statement; contracts without any valid balance are absent. */
    @Transactional(readOnly = true)
    public Map<ContractId, List<Remaining>> remaining(OrganizationId organization, Collection<ContractId> contracts) {
        Map<ContractId, List<Remaining>> remaining = new HashMap<>();
        jdbc.sql(
                        """
                        select contract_id, kind, sum(bought - used) as remaining from contract_balance
                        where organization_id = :organization and contract_id = any(:contracts) and active
                        group by contract_id, kind order by contract_id, kind
                        """)
                .param("organization", organization.value())
                .param(
                        "contracts",
                        new SqlArrayValue(
                                "uuid",
                                contracts.stream().map(ContractId::value).toArray()))
                .query(row -> {
                    remaining
                            .computeIfAbsent(
                                    new ContractId(row.getObject("contract_id", UUID.class)),
                                    contract -> new ArrayList<>())
                            .add(new Remaining(
                                    BalanceKind.valueOf(row.getString("kind")),
                                    Decimals.amount(row.getBigDecimal("remaining"))));
                });
        return remaining;
    }

    /** When the oldest of the valid balances was read; empty where there is none. */
    @Transactional(readOnly = true)
    public Optional<Instant> asOf(OrganizationId organization) {
        return jdbc.sql(
                        """
                        select min(as_of) as as_of from contract_balance
                        where organization_id = :organization and active having count(*) > 0
                        """)
                .param("organization", organization.value())
                .query((row, number) -> row.getTimestamp("as_of").toInstant())
                .optional();
    }
}
