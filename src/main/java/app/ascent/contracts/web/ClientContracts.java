package app.ascent.contracts.web;

import app.ascent.contracts.ContractFilter;
import app.ascent.contracts.Contracts;
import app.ascent.crm.ClientId;
import app.ascent.identity.OrganizationId;
import app.ascent.identity.Organizations;
import app.ascent.record.page.Panel;
import java.util.List;
import org.springframework.data.domain.Page;
import org.springframework.data.domain.PageRequest;
import org.springframework.data.domain.Sort;
import org.springframework.stereotype.Component;

/** The contracts of a client, on its page. */
@Component
class ClientContracts implements Panel<ClientId> {

    /** The latest to end first, so that what runs stands before what is over. */
    private static final PageRequest GLIMPSE = PageRequest.of(0, 5, Sort.by(Sort.Direction.DESC, "end"));

    private static final PageRequest ONE = PageRequest.of(0, 1);

    private final Contracts contracts;
    private final ContractRows rows;
    private final Organizations organizations;

    ClientContracts(Contracts contracts, ContractRows rows, Organizations organizations) {
        this.contracts = contracts;
        this.rows = rows;
        this.organizations = organizations;
    }

    @Override
    public Class<ClientId> ids() {
        return ClientId.class;
    }

    @Override
    public String authority() {
        return "contracts.read";
    }

    @Override
    public String label() {
        return "nav.contracts";
    }

    @Override
    public String address(ClientId client) {
        return "/contracts?status=any&client=" + client;
    }

    @Override
    public long count(OrganizationId organization, ClientId client) {
        return contracts.list(organization, ContractFilter.of(client), ONE).getTotalElements();
    }

    @Override
    public Block block(OrganizationId organization, ClientId client) {
        Page<ContractRow> some =
                rows.of(organization, contracts.list(organization, ContractFilter.of(client), GLIMPSE));
        return new Block(
                some.getTotalElements(),
                address(client),
                "contracts/client-contracts",
                new Shown(
                        client,
                        some.getContent(),
                        organizations.settings(organization).currency()));
    }

    /** @param currency of the amounts */
    record Shown(ClientId client, List<ContractRow> rows, String currency) {}
}
