package app.ascent.projects;

import app.ascent.identity.OrganizationId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.SqlArrayValue;
import org.springframework.stereotype.Component;

/**
 * Counts the tasks of each project, from 1. Whoever takes a number of the same project at the same time waits for the other
 * transaction; one that is rolled back gives its number back, one of a deleted task is not given again.
 */
@Component
class TaskNumbers {

    private final JdbcClient jdbc;

    TaskNumbers(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    long next(OrganizationId organization, ProjectId project) {
        return next(organization, List.of(project)).getFirst();
    }

    /** A number for each, in their order and in one statement; in the caller's transaction. */
    List<Long> next(OrganizationId organization, List<ProjectId> projects) {
        Map<UUID, Long> last = before(
                organization,
                projects.stream()
                        .collect(Collectors.groupingBy(ProjectId::value, TreeMap::new, Collectors.counting())));
        return projects.stream()
                .map(project -> last.merge(project.value(), 1L, Long::sum))
                .toList();
    }

    /** The last that was given in each project; projects are taken in their order, or two imports would wait for each other. */
    private Map<UUID, Long> before(OrganizationId organization, SortedMap<UUID, Long> wanted) {
        Map<UUID, Long> before = new HashMap<>();
        jdbc.sql(
                        """
                        insert into project_task_number as given (organization_id, project_id, last)
                        select :organization, v.project, v.wanted
                        from unnest(:projects::uuid[], :wanted::bigint[]) with ordinality as v (project, wanted, place)
                        order by v.place
                        on conflict (organization_id, project_id) do update set last = given.last + excluded.last
                        returning project_id, last
                        """)
                .param("organization", organization.value())
                .param("projects", new SqlArrayValue("uuid", wanted.keySet().toArray()))
                .param("wanted", new SqlArrayValue("bigint", wanted.values().toArray()))
                .query(row -> {
                    UUID project = row.getObject("project_id", UUID.class);
                    before.put(project, row.getLong("last") - wanted.getOrDefault(project, 0L));
                });
        return before;
    }
}
