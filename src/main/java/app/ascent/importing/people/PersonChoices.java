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
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Keeps who people of Autotask are in Ascent, by the database they come from: it outlives the migration. */
@Component
public class PersonChoices {

    private static final String BY_NOW =
            """
            select resource_id, target, user_id,
                (coalesce(run_target, 'UNDECIDED'), run_user_id) is distinct from (target, user_id) as waits
            from importing_person_choice
            where organization_id = :organization and source_database = :database""";

    private static final String OF_RUN =
            """
            select resource_id, run_target as target, run_user_id as user_id, false as waits
            from importing_person_choice
            where organization_id = :organization and source_database = :database
                and resource_id = any(:resources) and run_target is not null""";

    private final JdbcClient jdbc;

    PersonChoices(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** All that was decided, by resource. */
    @Transactional(readOnly = true)
    public Map<Long, PersonChoice> of(OrganizationId organization, long database) {
        return choices(jdbc.sql(BY_NOW), organization, database);
    }

    /** What had been decided about these when the latest run began; the others are absent. */
    @Transactional(readOnly = true)
    public Map<Long, PersonChoice> ofRun(OrganizationId organization, long database, Collection<Long> resources) {
        return choices(jdbc.sql(OF_RUN).param("resources", resources.toArray(Long[]::new)), organization, database);
    }

    /** What is decided by now holds for the run that begins in this transaction, to its end. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void begin(OrganizationId organization, long database) {
        jdbc.sql(
                        """
                        with decided as (
                            select resource_id from importing_person_choice
                            where organization_id = :organization and source_database = :database
                                and (run_target, run_user_id) is distinct from (target, user_id)
                            order by resource_id for update
                        )
                        update importing_person_choice c set run_target = c.target, run_user_id = c.user_id
                        from decided d
                        where c.organization_id = :organization and c.source_database = :database
                            and c.resource_id = d.resource_id
                        """)
                .param("organization", organization.value())
                .param("database", database)
                .update();
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
                row.getBoolean("waits"));
    }

    /** In place of what was decided before. Whoever puts several does so in the order of their ids. */
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
