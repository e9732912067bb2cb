package app.ascent.desk.web;

import app.ascent.assets.AssetId;
import app.ascent.assets.Assets;
import app.ascent.contracts.ContractId;
import app.ascent.contracts.Contracts;
import app.ascent.crm.ClientId;
import app.ascent.crm.ContactId;
import app.ascent.crm.Contacts;
import app.ascent.desk.TicketFilter;
import app.ascent.desk.Tickets;
import app.ascent.projects.ProjectId;
import app.ascent.projects.Projects;
import app.ascent.record.page.Panel;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;

/** The tickets of a client, a contact, an asset, and those under a contract or in a project, on their pages. */
@Configuration(proxyBeanMethods = false)
class TicketPanels {

    /** Before all else that a client has. */
    @Bean
    @Order(-10)
    Panel<ClientId> ticketsOfAClient(Tickets tickets, TicketRows rows) {
        return new TicketPanel<>(
                ClientId.class,
                "client",
                tickets,
                rows,
                TicketFilter.Builder::client,
                (organization, client) -> client);
    }

    @Bean
    Panel<ContactId> ticketsOfAContact(Tickets tickets, TicketRows rows, Contacts contacts) {
        return new TicketPanel<>(
                ContactId.class,
                "contact",
                tickets,
                rows,
                TicketFilter.Builder::contact,
                (organization, contact) ->
                        contacts.get(organization, contact).fields().clientId());
    }

    @Bean
    @Order(-10)
    Panel<ContractId> ticketsUnderAContract(Tickets tickets, TicketRows rows, Contracts contracts) {
        return new TicketPanel<>(
                ContractId.class,
                "contract",
                tickets,
                rows,
                TicketFilter.Builder::contract,
                (organization, contract) ->
                        contracts.get(organization, contract).fields().clientId());
    }

    @Bean
    Panel<AssetId> ticketsOfAnAsset(Tickets tickets, TicketRows rows, Assets assets) {
        return new TicketPanel<>(
                AssetId.class, "asset", tickets, rows, TicketFilter.Builder::asset, (organization, asset) -> assets.get(
                                organization, asset)
                        .fields()
                        .clientId());
    }

    @Bean
    Panel<ProjectId> ticketsInAProject(Tickets tickets, TicketRows rows, Projects projects) {
        return new TicketPanel<>(
                ProjectId.class,
                "project",
                tickets,
                rows,
                TicketFilter.Builder::project,
                (organization, project) ->
                        projects.get(organization, project).fields().clientId());
    }
}
