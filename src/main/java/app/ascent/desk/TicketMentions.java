package app.ascent.desk;

import app.ascent.assets.AssetId;
import app.ascent.audit.Audit;
import app.ascent.contracts.ContractId;
import app.ascent.crm.ContactId;
import app.ascent.projects.ProjectId;
import app.ascent.record.MentionsOf;
import java.time.Clock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What tickets name and can do without: contacts, a contract, assets, a project, a problem, a category. */
@Configuration(proxyBeanMethods = false)
class TicketMentions {

    private static final String TICKETS = "desk.tickets.of-client.count";

    private final JdbcClient jdbc;
    private final Audit audit;
    private final Clock clock;

    TicketMentions(JdbcClient jdbc, Audit audit, Clock clock) {
        this.jdbc = jdbc;
        this.audit = audit;
        this.clock = clock;
    }

    @Bean
    MentionsOf<ContactId> ticketsNamingAContact() {
        return in(ContactId.class, "contact_id", "contact_ids", "Contact", TICKETS);
    }

    @Bean
    MentionsOf<ContractId> ticketsNamingAContract() {
        return in(ContractId.class, "contract_id", "", "Contract", TICKETS);
    }

    @Bean
    MentionsOf<AssetId> ticketsNamingAnAsset() {
        return in(AssetId.class, "asset_id", "asset_ids", "Asset", TICKETS);
    }

    @Bean
    MentionsOf<ProjectId> ticketsNamingAProject() {
        return in(ProjectId.class, "project_id", "", "Project", TICKETS);
    }

    @Bean
    MentionsOf<TicketId> ticketsOfAProblem() {
        return in(TicketId.class, "problem_id", "", Tickets.PROBLEM, "desk.tickets.of-problem.count");
    }

    @Bean
    MentionsOf<TicketCategoryId> ticketsOfACategory() {
        return in(TicketCategoryId.class, "category_id", "", "Category", TICKETS);
    }

    private <I> MentionsOf<I> in(Class<I> ids, String column, String more, String field, String words) {
        return new MentionsInTickets<>(jdbc, audit, clock, ids, column, more, field, words);
    }
}
