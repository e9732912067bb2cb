package app.ascent.projects.web;

import app.ascent.contracts.ContractId;
import app.ascent.contracts.Contracts;
import app.ascent.crm.ClientId;
import app.ascent.projects.ProjectFilter;
import app.ascent.projects.Projects;
import app.ascent.record.page.ListPanel;
import app.ascent.record.page.Panel;
import java.util.List;
import java.util.function.Function;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.data.domain.Sort;

/** The projects of a client, and those under a contract, on their pages. */
@Configuration(proxyBeanMethods = false)
class ProjectPanels {

    /** The latest to end first, so that what goes on stands before what is over. */
    private static final Sort LATEST = Sort.by(Sort.Direction.DESC, "end");

    @Bean
    Panel<ClientId> projectsOfClients(Projects projects, ProjectRows rows) {
        return panel(
                ClientId.class,
                "client",
                projects,
                ProjectFilter::of,
                rows,
                (organization, client, some) -> new Shown(some, "?client=" + client));
    }

    @Bean
    Panel<ContractId> projectsUnderContracts(Projects projects, ProjectRows rows, Contracts contracts) {
        return panel(
                ContractId.class,
                "contract",
                projects,
                ProjectFilter::of,
                rows,
                (organization, contract, some) -> new Shown(
                        some,
                        "?client="
                                + contracts.get(organization, contract).fields().clientId() + "&contract=" + contract));
    }

    /** @param added query of the address where another one is created */
    record Shown(List<ProjectRow> rows, String added) {}

    private static <I> Panel<I> panel(
            Class<I> ids,
            String parameter,
            Projects projects,
            Function<I, ProjectFilter> filter,
            ProjectRows rows,
            ListPanel.Shown<I, ProjectRow> shown) {
        return new ListPanel<>(
                "projects", ids, parameter, projects, filter, rows, LATEST, "projects/some-projects", shown);
    }
}
