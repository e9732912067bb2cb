package app.ascent.projects;

import app.ascent.audit.Audit;
import app.ascent.contracts.ContractId;
import app.ascent.record.MentionsOf;
import app.ascent.record.table.ColumnMentions;
import java.time.Clock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What projects name and can do without: the contract they are done under. */
@Configuration(proxyBeanMethods = false)
class ProjectMentions {

    @Bean
    MentionsOf<ContractId> projectsNamingAContract(JdbcClient jdbc, Audit audit, Clock clock) {
        return new ColumnMentions<>(
                jdbc,
                audit,
                clock,
                ProjectTables.PROJECTS,
                Projects.AUDITED_AS,
                ContractId.class,
                "contract_id",
                "Contract",
                "projects.of-client.count");
    }
}
