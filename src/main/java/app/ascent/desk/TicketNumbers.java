package app.ascent.desk;

import app.ascent.identity.OrganizationId;
import java.sql.Date;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.SqlArrayValue;
import org.springframework.stereotype.Component;

/**
 * Gives tickets their numbers: {@code TKT-2601270004} is the fourth of January 27th, 2026. Whoever takes one of the same day at
 * the same time waits for the other transaction; one that is rolled back gives its number back.
 */
@Component
class TicketNumbers {

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("yyMMdd", Locale.ROOT);

    private final JdbcClient jdbc;

    TicketNumbers(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    String next(OrganizationId organization, LocalDate day) {
        return next(organization, List.of(day)).getFirst();
    }

    /** A number for each, in their order and in one statement; in the caller's transaction. */
    List<String> next(OrganizationId organization, List<LocalDate> days) {
        Map<LocalDate, Long> last = before(
                organization,
                days.stream()
                        .map(TicketNumbers::told)
                        .collect(Collectors.groupingBy(Function.identity(), TreeMap::new, Collectors.counting())));
        return days.stream()
                .map(TicketNumbers::told)
                .map(day -> "TKT-%s%04d".formatted(DAY.format(day), last.merge(day, 1L, Long::sum)))
                .toList();
    }

    /** A number does not tell its century, so that the days of all centuries count as one. */
    private static LocalDate told(LocalDate day) {
        return day.withYear(2000 + Math.floorMod(day.getYear(), 100));
    }

    /** The last that was given on each day; days are taken in their order, or two imports would wait for each other. */
    private Map<LocalDate, Long> before(OrganizationId organization, SortedMap<LocalDate, Long> wanted) {
        Map<LocalDate, Long> before = new HashMap<>();
        jdbc.sql(
                        """
                        insert into desk_ticket_number as given (organization_id, day, last)
                        select :organization, v.day, v.wanted
                        from unnest(:days::date[], :wanted::bigint[]) with ordinality as v (day, wanted, place)
                        order by v.place
                        on conflict (organization_id, day) do update set last = given.last + excluded.last
                        returning day, last
                        """)
                .param("organization", organization.value())
                .param(
                        "days",
                        new SqlArrayValue(
                                "date",
                                wanted.keySet().stream().map(Date::valueOf).toArray()))
                .param("wanted", new SqlArrayValue("bigint", wanted.values().toArray()))
                .query(row -> {
                    LocalDate day = row.getObject("day", LocalDate.class);
                    before.put(day, row.getLong("last") - wanted.getOrDefault(day, 0L));
                });
        return before;
    }
}
