package app.ascent.contracts;

import app.ascent.contracts.ContractFilter.Standing;
import app.ascent.crm.ClientId;
import app.ascent.identity.OrganizationId;
import app.ascent.record.table.PageQuery;
import app.ascent.record.table.PageQuery.Criteria;
import app.ascent.record.table.RecordReading;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.Page;
import org.springframework.data.domain.Pageable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads contracts as everybody sees them on the organization's present day. */
@Component
class ContractReading extends RecordReading<ContractFields, ContractView, ContractFilter> {

    private final JdbcClient jdbc;
    private final OrganizationDays days;

    ContractReading(JdbcClient jdbc, OrganizationDays days) {
        this.jdbc = jdbc;
        this.days = days;
    }

    /** Those that a contract takes the place of. */
    Page<ContractView> renewedBy(OrganizationId organization, ContractId contract, Pageable pageable) {
        Criteria criteria = new Criteria(organization, null).equal("renewed_by_id", contract.value());
        return those(organization, criteria, pageable);
    }

    Contracts.Running running(OrganizationId organization) {
        LocalDate today = days.today(organization);
        return jdbc.sql(
                        """
                        select count(*) as running, count(*) filter (where ends_on <= :soon) as end_soon from contract
                        where organization_id = :organization and status = 'ACTIVE' and ends_on >= :today
                        """)
                .param("organization", organization.value())
                .param("today", today)
                .param("soon", today.plusDays(ContractStatus.SOON))
                .query((row, number) -> new Contracts.Running(row.getLong("running"), row.getLong("end_soon")))
                .single();
    }

    @Override
    protected PageQuery<ContractFields, ContractView> query(OrganizationId organization) {
        LocalDate today = days.today(organization);
        return new PageQuery<>(
                jdbc,
                ContractTables.CONTRACTS,
                "c.renewed_by_id, c.exclusion_contract_id",
                "",
                (contract, row) -> new ContractView(
                        new ContractId(contract.id()),
                        contract.fields(),
                        ContractLinks.FIELDS.read(row),
                        contract.fields().status().on(today, contract.fields().endDate()),
                        contract.source(),
                        contract.created(),
                        contract.updated(),
                        contract.version()));
    }

    @Override
    protected Criteria criteria(OrganizationId organization, ContractFilter filter) {
        ClientId client = filter.client();
        Criteria criteria = new Criteria(organization, filter.search())
                .equal("client_id", client == null ? null : client.value())
                .equal("type", filter.type());
        stand(criteria, filter.standing(), days.today(organization));
        return criteria;
    }

    /** The same as {@link ContractStatus#on} says of one. */
    private static void stand(Criteria criteria, @Nullable Standing standing, LocalDate today) {
        LocalDate soon = today.plusDays(ContractStatus.SOON);
        switch (standing) {
            case null -> {}
            case RUNNING -> active(criteria).and("c.ends_on >= :today").parameter("today", today);
            case ACTIVE -> active(criteria).and("c.ends_on > :soon").parameter("soon", soon);
            case EXPIRED -> active(criteria).and("c.ends_on < :today").parameter("today", today);
            case EXPIRING_SOON ->
                active(criteria)
                        .and("c.ends_on between :today and :soon")
                        .parameter("today", today)
                        .parameter("soon", soon);
            case DRAFT, RENEWED, CANCELLED -> criteria.equal("status", standing);
        }
    }

    private static Criteria active(Criteria criteria) {
        return criteria.equal("status", ContractStatus.ACTIVE);
    }
}
