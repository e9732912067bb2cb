package app.ascent.contracts;

import app.ascent.crm.ClientId;
import app.ascent.record.table.BelongingRecords;
import org.springframework.stereotype.Component;

/** A client with contracts is not deleted. */
@Component
class ContractsOfClients extends BelongingRecords<ClientId, ContractFilter> {

    ContractsOfClients(ContractReading contracts) {
        super(ClientId.class, "contracts.of-client.count", contracts, ContractFilter::of);
    }
}
