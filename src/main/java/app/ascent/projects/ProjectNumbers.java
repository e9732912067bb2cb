package app.ascent.projects;

import app.ascent.identity.OrganizationId;
import java.time.YearMonth;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.SqlArrayValue;
import org.springframework.stereotype.Component;

/**
 * Gives projects their numbers: {@code PRJ-2602004} is the fourth of February 2026. Whoever takes one of the same month at the
 * same time waits for the other transaction; one that is rolled back gives its number back.
 */
@Component
class ProjectNumbers {

    private static final DateTimeFormatter MONTH = DateTimeFormatter.ofPattern("yyMM", Locale.ROOT);

    private final JdbcClient jdbc;

    ProjectNumbers(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    String next(OrganizationId organization, YearMonth month) {
        return next(organization, List.of(month)).getFirst();
    }

    /** A number for each, in their order and in one statement; in the caller's transaction. */
    List<String> next(OrganizationId organization, List<YearMonth> months) {
        Map<String, Long> last = before(
                organization,
                months.stream().collect(Collectors.groupingBy(MONTH::format, TreeMap::new, Collectors.counting())));
        return months.stream()
                .map(MONTH::format)
                .map(month -> "PRJ-%s%03d".formatted(month, last.merge(month, 1L, Long::sum)))
                .toList();
    }

    /** The last that was given in each month; months are taken in their order, or two imports would wait for each other. */
    private Map<String, Long> before(OrganizationId organization, SortedMap<String, Long> wanted) {
        Map<String, Long> before = new HashMap<>();
        jdbc.sql(
                        """
                        insert into project_number as given (organization_id, month, last)
                        select :organization, v.month, v.wanted
                        from unnest(:months::text[], :wanted::bigint[]) with ordinality as v (month, wanted, place)
                        order by v.place
                        on conflict (organization_id, month) do update set last = given.last + excluded.last
                        returning month, last
                        """)
                .param("organization", organization.value())
                .param("months", new SqlArrayValue("text", wanted.keySet().toArray()))
                .param("wanted", new SqlArrayValue("bigint", wanted.values().toArray()))
                .query(row -> {
                    String month = row.getString("month");
                    before.put(month, row.getLong("last") - wanted.getOrDefault(month, 0L));
                });
        return before;
    }
}
