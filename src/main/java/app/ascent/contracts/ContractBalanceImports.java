package app.ascent.contracts;

import app.ascent.identity.OrganizationId;
import app.ascent.record.imports.PartImports;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.springframework.jdbc.core.JdbcOperations;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.SqlArrayValue;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** How an import writes balances of contracts. */
@Service
public class ContractBalanceImports extends PartImports<BalanceFields> {

    private final JdbcClient jdbc;

    ContractBalanceImports(JdbcClient jdbc, JdbcOperations bulk, Clock clock) {
        super(jdbc, bulk, clock, ContractParts.BALANCES);
        this.jdbc = jdbc;
    }

    /** Balances are as of when the source last told of them, with what they were or with something new. */
    @Transactional
    public void readAt(OrganizationId organization, Map<UUID, Instant> balances) {
        jdbc.sql(
                        """
                        update contract_balance b set as_of = r.at
                        from unnest(:ids, :instants) as r (id, at)
                        where b.organization_id = :organization and b.id = r.id and b.as_of <> r.at
                        """)
                .param("organization", organization.value())
                .param("ids", new SqlArrayValue("uuid", balances.keySet().toArray()))
                .param(
                        "instants",
                        new SqlArrayValue(
                                "timestamptz",
                                balances.values().stream().map(Timestamp::from).toArray()))
                .update();
    }
}
