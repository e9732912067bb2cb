package app.ascent.importing.people;

import app.ascent.identity.OrganizationId;
import app.ascent.identity.UserId;
import app.ascent.importing.people.PersonChoice.Target;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Keeps who people of Autotask are in Ascent, by the database they come from: it outlives the migration. */
@Component
public class PersonChoices {

    private static final String FOUND =
            """
            select resource_id, target, user_id, decided_at from importing_person_choice
            where organization_id = :organization and source_database = :database""";

    private final JdbcClient jdbc;

    PersonChoices(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** All that was decided, by resource. */
    @Transactional(readOnly = true)
    public Map<Long, PersonChoice> of(OrganizationId organization, long database) {
        return choices(jdbc.sql(FOUND), organization, database);
    }

    /** What was decided about these; the others are absent. */
    @Transactional(readOnly = true)
    public Map<Long, PersonChoice> of(OrganizationId organization, long database, Collection<Long> resources) {
        return choices(
                jdbc.sql(FOUND + " and resource_id = any(:resources)")
                        .param("resources", resources.toArray(Long[]::new)),
                organization,
                database);
    }

    private static Map<Long, PersonChoice> choices(
            JdbcClient.StatementSpec found, OrganizationId organization, long database) {
        Map<Long, PersonChoice> choices = new HashMap<>();
        found.param("organization", organization.value())
                .param("database", database)
                .query(row -> {
                    choices.put(row.getLong("resource_id"), choice(row));
                });
        return choices;
    }

    private static PersonChoice choice(ResultSet row) throws SQLException {
        UUID user = row.getObject("user_id", UUID.class);
        return new PersonChoice(
                Target.valueOf(row.getString("target")),
                user == null ? null : new UserId(user),
                row.getTimestamp("decided_at").toInstant());
    }

    /** In place of what was decided before. Times are the database's, as those of runs are. */
    @Transactional
    public void put(
            OrganizationId organization,
            long database,
            long resource,
            Target target,
            @Nullable UserId user,
            UserId by) {
        jdbc.sql(
                        """
                        insert into importing_person_choice (organization_id, source_database, resource_id, target, user_id,
                            decided_by, decided_at)
                        values (:organization, :database, :resource, :target, cast(:user as uuid), :by, clock_timestamp())
                        on conflict (organization_id, source_database, resource_id) do update
                        set target = excluded.target, user_id = excluded.user_id, decided_by = excluded.decided_by,
                            decided_at = excluded.decided_at
                        """)
                .param("organization", organization.value())
                .param("database", database)
                .param("resource", resource)
                .param("target", target.name())
                .param("user", user == null ? null : user.value())
                .param("by", by.value())
                .update();
    }
}
