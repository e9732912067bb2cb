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
     */
    public record Sum(
            @Nullable Long id,
            @Nullable Long top,
            YearMonth month,
            RecordState state,
            long records,
            List<Long> amounts) {}

    private static final String SUM =
            """
            select null::bigint as id, top, month, state, count(*) as records, array[%s] as amounts
            from (%s) t where state = 'LOADED' and top = any(:tops) group by top, month, state
            """;

    private static final String EACH =
            """
            select id, top, month, state, 1 as records, array[%s] as amounts
            from (%s) t where state <> 'LOADED' or top is null or not top = any(:tops)
            order by id
            """;

    private final JdbcClient jdbc;

    SentCounts(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Of those that were loaded and stand below one of these. */
    public List<Sum> below(Question question, Collection<Long> tops) {
        return ask(question, SUM, "sum(counted[%d])::bigint", tops);
    }

    /** All others, record by record. */
    public List<Sum> apart(Question question, Collection<Long> tops) {
        return ask(question, EACH, "counted[%d]", tops);
    }

    /** Records that do not tell what they add, on whatever day. */
    public long untold(Question question) {
        return jdbc.sql(
                        """
                        select count(*) from migration_staged_record
                        where organization_id = :organization and migration_id = :migration and entity = :entity
                            and run_id = any(:runs) and cardinality(counted) = 0
                        """)
                .params(parameters(question))
                .query(Long.class)
                .single();
    }

    private List<Sum> ask(Question question, String sql, String amount, Collection<Long> tops) {
        List<String> amounts = new ArrayList<>();
        for (int at = 1; at <= question.amounts; at++) {
            amounts.add(amount.formatted(at));
        }
        Map<String, Object> parameters = parameters(question);
        parameters.put("tops", tops.toArray(Long[]::new));
        return jdbc.sql(sql.formatted(String.join(", ", amounts), records(question, parameters)))
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
                below = above;
            }
            tops.add(below + ".above_id");
        }
        return """
                select s.source_id as id, coalesce(%s) as top, date_trunc('month', s.counted_on::timestamp)::date as month,
                    s.state, s.counted
                from migration_staged_record s
                %s
                where s.organization_id = :organization and s.migration_id = :migration and s.entity = :entity
                    and s.run_id = any(:runs) and s.counted_on between :from and :to and cardinality(s.counted) > 0
                """
                .formatted(String.join(", ", tops), joins);
    }

    private static Sum sum(ResultSet row) throws SQLException {
        return new Sum(
                row.getObject("id", Long.class),
                row.getObject("top", Long.class),
                YearMonth.from(row.getObject("month", LocalDate.class)),
                RecordState.valueOf(row.getString("state")),
                row.getLong("records"),
                List.of((Long[]) row.getArray("amounts").getArray()));
    }
}
