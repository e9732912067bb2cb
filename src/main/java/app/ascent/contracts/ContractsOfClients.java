package app.ascent.contracts;

import app.ascent.crm.ClientId;
import app.ascent.identity.OrganizationId;
import app.ascent.record.DependentsOf;
import app.ascent.record.RecordRefused.Dependents;
import org.springframework.data.domain.Pageable;
import org.springframework.stereotype.Component;

/** A client with contracts is not deleted. */
@Component
class ContractsOfClients implements DependentsOf<ClientId> {

    private final ContractReading contracts;

    ContractsOfClients(ContractReading contracts) {
        this.contracts = contracts;
    }

    @Override
    public Class<ClientId> ids() {
        return ClientId.class;
    }

    @Override
    public Dependents count(OrganizationId organization, ClientId client) {
        return new Dependents(
                "contracts.of-client.count",
                contracts
                        .all(organization, ContractFilter.of(client), Pageable.ofSize(1))
                        .getTotalElements());
    }
}
