package app.ascent.contracts.web;

import app.ascent.contracts.ContractId;
import app.ascent.contracts.ContractParts;
import app.ascent.contracts.ContractView;
import app.ascent.contracts.Remaining;
import app.ascent.identity.OrganizationId;
import app.ascent.record.RecordNames;
import app.ascent.record.page.ListRows;
import java.util.List;
import java.util.Map;
import org.springframework.data.domain.Page;
import org.springframework.stereotype.Component;

/** Makes rows of a list: whose contracts they are and what is left of them comes from a statement each. */
@Component
class ContractRows implements ListRows<ContractView, ContractRow> {

    private final RecordNames names;
    private final ContractParts parts;

    ContractRows(RecordNames names, ContractParts parts) {
        this.names = names;
        this.parts = parts;
    }

    @Override
    public Page<ContractRow> of(OrganizationId organization, Page<ContractView> contracts) {
        Map<Object, String> clients = names.of(
                organization,
                contracts.map(contract -> contract.fields().clientId()).getContent());
        Map<ContractId, List<Remaining>> left =
                parts.remaining(organization, contracts.map(ContractView::id).getContent());
        return contracts.map(contract -> ContractRow.of(
                contract,
                clients.getOrDefault(contract.fields().clientId(), ""),
                left.getOrDefault(contract.id(), List.of())));
    }
}
