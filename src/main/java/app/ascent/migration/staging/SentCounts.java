package app.ascent.migration.staging;

import app.ascent.identity.OrganizationId;
import app.ascent.migration.spi.EntityType;
import app.ascent.migration.spi.MigrationId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Sums up what records count, in the statement that finds the records above them: no payload is read for that. */
@Component
public class SentCounts {

    /**
     * What is summed up.
     *
     * @param ways by which types the record at the top is reached, which those of the last type of a way have above them
     * @param runs that count, by type
     * @param amounts how many amounts each record has
     */
    public record Question(
            OrganizationId organization,
            MigrationId migration,
            EntityType type,
            List<List<EntityType>> ways,
            Map<EntityType, List<UUID>> runs,
            LocalDate from,
            LocalDate to,
            int amounts) {}

    /**
     * Records of a month below the same one, or a single record.
     *
     * @param id of the single one
     * @param top the id of the source's record at the top, if there is one
     * @param month null of those that do not tell what they add, on whatever day
     * @param whole whether all that these are summed up by was counted
     */
    public record Sum(
            @Nullable Long id,
            @Nullable Long top,
            @Nullable YearMonth month,
            RecordState state,
            long records,
            List<Long> amounts,
            boolean whole) {}

    private static final String SUMS =
            """
            select case when month is not null and (state <> 'LOADED' or top is null or not top = any(:tops)) then id end as id, top, month, state,
                count(*) as records, array[%s] as amounts, bool_and(whole) as whole
            from (%s) t group by 1, 2, 3, 4
            """;

    private final JdbcClient jdbc;

    SentCounts(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** What was loaded below one of these is added up; all else comes record by record. */
    public List<Sum> sums(Question question, Collection<Long> tops) {
        List<String> amounts = new ArrayList<>();
        for (int at = 1; at <= question.amounts; at++) {
            amounts.add("sum(counted[%d])::bigint".formatted(at));
        }
        Map<String, Object> parameters = parameters(question);
        parameters.put("tops", tops.toArray(Long[]::new));
        return jdbc.sql(SUMS.formatted(String.join(", ", amounts), records(question, parameters)))
                .params(parameters)
                .query((row, _) -> sum(row))
                .list();
    }

    private static Map<String, Object> parameters(Question question) {
        Map<String, Object> parameters = new HashMap<>();
        parameters.put("organization", question.organization.value());
        parameters.put("migration", question.migration.value());
        parameters.put("entity", question.type.name());
        parameters.put("runs", runs(question, question.type));
        parameters.put("from", question.from);
        parameters.put("to", question.to);
        return parameters;
    }

    private static UUID[] runs(Question question, EntityType type) {
        return question.runs.getOrDefault(type, List.of()).toArray(UUID[]::new);
    }

    /** Each step of a way is a type of its own, so that each names the one partition it looks into: docs/adr/053. */
    private static String records(Question question, Map<String, Object> parameters) {
        StringBuilder joins = new StringBuilder();
        List<String> tops = new ArrayList<>();
        List<String> whole = new ArrayList<>(List.of("s.counted is not null"));
        for (int way = 0; way < question.ways.size(); way++) {
            String below = "s";
            for (int step = 0; step < question.ways.get(way).size(); step++) {
                EntityType type = question.ways.get(way).get(step);
                String above = "w%d_%d".formatted(way, step);
                parameters.put(above, type.name());
                parameters.put(above + "_runs", runs(question, type));
                joins.append(
                        """
                        left join migration_staged_record %1$s on %1$s.organization_id = :organization
                            and %1$s.migration_id = :migration and %1$s.entity = :%1$s and %1$s.run_id = any(:%1$s_runs)
                            and %2$s.above_entity = :%1$s and %1$s.source_id = %2$s.above_id
                        """
                                .formatted(above, below));
                whole.add("(%1$s.source_id is null or %1$s.counted is not null)".formatted(above));
                below = above;
            }
            tops.add(below + ".above_id");
        }
        return """
                select s.source_id as id, coalesce(%s) as top, date_trunc('month', s.counted_on::timestamp)::date as month,
                    s.state, s.counted, %s as whole
                from migration_staged_record s
                %s
                where s.organization_id = :organization and s.migration_id = :migration and s.entity = :entity
                    and s.run_id = any(:runs) and (s.counted_on is null or s.counted_on between :from and :to)
                """
                .formatted(String.join(", ", tops), String.join(" and ", whole), joins);
    }

    private static Sum sum(ResultSet row) throws SQLException {
        LocalDate month = row.getObject("month", LocalDate.class);
        return new Sum(
                row.getObject("id", Long.class),
                row.getObject("top", Long.class),
                month == null ? null : YearMonth.from(month),
                RecordState.valueOf(row.getString("state")),
                row.getLong("records"),
                month == null
                        ? List.of()
                        : List.of((Long[]) row.getArray("amounts").getArray()),
                row.getBoolean("whole"));
    }
}
