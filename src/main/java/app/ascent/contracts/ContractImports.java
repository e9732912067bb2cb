package app.ascent.contracts;

import app.ascent.identity.OrganizationId;
import app.ascent.record.imports.RecordImports;
import app.ascent.record.table.SearchTexts;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcOperations;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.SqlArrayValue;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * How an import reads and writes contracts: whole batches in a few statements, in the caller's transaction, silently. A
 * contract fits a source record that it came from, and no other ({@link #adopted}): clients have many of one name.
 */
@Service
public class ContractImports extends RecordImports<ContractFields> {

    /** Which of a contract's links to another one. */
    public enum Link {
        RENEWED_BY("renewed_by_id"),
        EXCLUSION("exclusion_contract_id");

        private final String column;

        Link(String column) {
            this.column = column;
        }
    }

    /**
     * A contract whose link is to be set.
     *
     * @param expected what an import last wrote there; where something else stands, a person chose it
     */
    public record LinkTo(ContractId contract, @Nullable ContractId target, @Nullable ContractId expected) {}

    /** A contract whose link a person chose, while the source has another one. */
    public record OwnLink(ContractId contract, @Nullable ContractId before, ContractId after) {}

    private final JdbcClient jdbc;
    private final Clock clock;

    ContractImports(JdbcClient jdbc, JdbcOperations bulk, Clock clock, SearchTexts searchTexts) {
        super(jdbc, bulk, clock, searchTexts, ContractTables.CONTRACTS, "");
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /**
     * Sets the links of a batch when all contracts are there. A target that is gone, or the contract itself, is none.
     *
     * @param overwrite whether what a person chose is replaced, too, where the source has a contract that is in Ascent
     * @return those that a person chose: with {@code overwrite} what people lost, otherwise what they kept
     */
    @Transactional
    public List<OwnLink> link(OrganizationId organization, Link link, List<LinkTo> links, boolean overwrite) {
        List<OwnLink> own = own(organization, link, links);
        bound(
                        """
                        update contract as c
                        set %1$s = w.target, version = c.version + 1, updated_at = :now
                        from (%2$s) as w
                        where c.organization_id = :organization and c.id = w.contract
                          and c.%1$s is distinct from w.target
                          and (:overwrite and w.target is not null or c.%1$s is not distinct from w.expected)
                        """,
                        organization, link, links)
                .param("now", Timestamp.from(clock.instant()))
                .param("overwrite", overwrite)
                .update();
        return own;
    }

    /** Of these links, those that stand in Ascent as a person chose, while the source has another contract there. */
    @Transactional(readOnly = true)
    public List<OwnLink> own(OrganizationId organization, Link link, List<LinkTo> links) {
        return bound(
                        """
                        select c.id, c.%1$s as before, w.target
                        from (%2$s) as w
                        join contract c on c.organization_id = :organization and c.id = w.contract
                        where w.target is not null
                          and c.%1$s is distinct from w.expected and c.%1$s is distinct from w.target
                        order by c.id
                        """,
                        organization, link, links)
                .query((row, number) -> new OwnLink(
                        new ContractId(row.getObject("id", UUID.class)),
                        contract(row.getObject("before", UUID.class)),
                        new ContractId(row.getObject("target", UUID.class))))
                .list();
    }

    /**
     * Cuts renewals of contracts that have, by however many renewals, taken their own place.
     *
     * @param set contracts whose renewal an import set just now; of others it stays as people chose
     * @return those whose renewal was cut
     */
    @Transactional
    public Set<ContractId> cutCircles(OrganizationId organization, Collection<ContractId> set) {
        return new HashSet<>(jdbc.sql(
                        """
                        with recursive later (id, at) as (
                            select id, renewed_by_id from contract
                            where organization_id = :organization and renewed_by_id is not null
                            union
                            select l.id, c.renewed_by_id from later l
                            join contract c on c.organization_id = :organization and c.id = l.at
                            where c.renewed_by_id is not null and l.at <> l.id
                        )
                        update contract c set renewed_by_id = null, version = c.version + 1, updated_at = :now
                        where c.organization_id = :organization and c.id = any(:set)
                            and exists (select from later l where l.id = c.id and l.at = c.id)
                        returning c.id
                        """)
                .param("organization", organization.value())
                .param(
                        "set",
                        new SqlArrayValue(
                                "uuid", set.stream().map(ContractId::value).toArray()))
                .param("now", Timestamp.from(clock.instant()))
                .query((row, number) -> new ContractId(row.getObject("id", UUID.class)))
                .list());
    }

    private static @Nullable ContractId contract(@Nullable UUID id) {
        return id == null ? null : new ContractId(id);
    }

    private JdbcClient.StatementSpec bound(String sql, OrganizationId organization, Link link, List<LinkTo> links) {
        String wanted =
                """
                select v.contract, v.expected, t.id as target
                from unnest(:contracts::uuid[], :targets::uuid[], :expected::uuid[]) as v (contract, target, expected)
                left join contract t on t.organization_id = :organization and t.id = nullif(v.target, v.contract)
                """;
        return jdbc.sql(sql.formatted(link.column, wanted))
                .param("organization", organization.value())
                .param("contracts", ids(links, LinkTo::contract))
                .param("targets", ids(links, LinkTo::target))
                .param("expected", ids(links, LinkTo::expected));
    }

    private static SqlArrayValue ids(List<LinkTo> links, Function<LinkTo, @Nullable ContractId> end) {
        return new SqlArrayValue(
                "uuid",
                links.stream()
                        .map(end)
                        .map(contract -> contract == null ? null : contract.value())
                        .toArray());
    }
}
