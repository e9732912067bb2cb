package app.ascent.projects.web;

import app.ascent.contracts.ContractId;
import app.ascent.contracts.Contracts;
import app.ascent.crm.ClientId;
import app.ascent.identity.OrganizationId;
import app.ascent.projects.ProjectFilter;
import app.ascent.projects.Projects;
import app.ascent.record.page.Panel;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.data.domain.Page;
import org.springframework.data.domain.PageRequest;
import org.springframework.data.domain.Sort;

/** The projects of a client, and those under a contract, on their pages. */
@Configuration(proxyBeanMethods = false)
class ProjectPanels {

    /** The latest to end first, so that what goes on stands before what is over. */
    private static final PageRequest GLIMPSE = PageRequest.of(0, 5, Sort.by(Sort.Direction.DESC, "end"));

    private static final PageRequest ONE = PageRequest.of(0, 1);

    private final Projects projects;
    private final ProjectRows rows;

    ProjectPanels(Projects projects, ProjectRows rows) {
        this.projects = projects;
        this.rows = rows;
    }

    @Bean
    Panel<ClientId> projectsOfClients() {
        return new Some<>(ClientId.class, ProjectFilter::of, "client", (organization, client) -> "?client=" + client);
    }

    @Bean
    Panel<ContractId> projectsUnderContracts(Contracts contracts) {
        return new Some<>(
                ContractId.class,
                ProjectFilter::of,
                "contract",
                (organization, contract) -> "?client="
                        + contracts.get(organization, contract).fields().clientId() + "&contract=" + contract);
    }

    /** @param added query of the address where another one is created */
    record Shown(List<ProjectRow> rows, String added) {}

    private final class Some<I> implements Panel<I> {

        private final Class<I> ids;
        private final Function<I, ProjectFilter> filter;
        private final String parameter;
        private final BiFunction<OrganizationId, I, String> added;

        Some(
                Class<I> ids,
                Function<I, ProjectFilter> filter,
                String parameter,
                BiFunction<OrganizationId, I, String> added) {
            this.ids = ids;
            this.filter = filter;
            this.parameter = parameter;
            this.added = added;
        }

        @Override
        public Class<I> ids() {
            return ids;
        }

        @Override
        public String authority() {
            return "projects.read";
        }

        @Override
        public String label() {
            return "nav.projects";
        }

        @Override
        public String address(I id) {
            return "/projects?status=any&%s=%s".formatted(parameter, id);
        }

        @Override
        public long count(OrganizationId organization, I id) {
            return projects.list(organization, filter.apply(id), ONE).getTotalElements();
        }

        @Override
        public Block block(OrganizationId organization, I id) {
            Page<ProjectRow> some = rows.of(organization, projects.list(organization, filter.apply(id), GLIMPSE));
            return new Block(
                    some.getTotalElements(),
                    address(id),
                    "projects/some-projects",
                    new Shown(some.getContent(), added.apply(organization, id)));
        }
    }
}
