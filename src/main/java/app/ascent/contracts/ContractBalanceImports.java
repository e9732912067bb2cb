package app.ascent.contracts;

import app.ascent.identity.OrganizationId;
import app.ascent.record.imports.PartImports;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
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

    /** A balance that the source still has as it was is as of the later reading. */
    @Transactional
    public void readAgain(OrganizationId organization, Collection<UUID> balances, Instant asOf) {
        jdbc.sql(
                        """
                        update contract_balance set as_of = :asOf
                        where organization_id = :organization and id = any(:ids) and as_of < :asOf
                        """)
                .param("organization", organization.value())
                .param("ids", new SqlArrayValue("uuid", balances.toArray()))
                .param("asOf", Timestamp.from(asOf))
                .update();
    }
}
