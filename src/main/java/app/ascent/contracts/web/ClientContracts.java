package app.ascent.contracts.web;

import app.ascent.contracts.ContractFilter;
import app.ascent.contracts.Contracts;
import app.ascent.crm.ClientId;
import app.ascent.identity.Organizations;
import app.ascent.record.page.ListPanel;
import app.ascent.record.page.Panel;
import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.data.domain.Sort;

/** The contracts of a client, on its page. */
@Configuration(proxyBeanMethods = false)
class ClientContracts {

    /** The latest to end first, so that what runs stands before what is over. */
    private static final Sort LATEST = Sort.by(Sort.Direction.DESC, "end");

    /** Before what contracts cover. */
    @Bean
    @Order(0)
    Panel<ClientId> contractsOfAClient(Contracts contracts, ContractRows rows, Organizations organizations) {
        return new ListPanel<>(
                "contracts",
                ClientId.class,
                "client",
                contracts,
                ContractFilter::of,
                rows,
                LATEST,
                "contracts/client-contracts",
                (organization, client, some) -> new Shown(
                        client, some, organizations.settings(organization).currency()));
    }

    /** @param currency of the amounts */
    record Shown(ClientId client, List<ContractRow> rows, String currency) {}
}
