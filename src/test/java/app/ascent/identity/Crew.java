package app.ascent.identity;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;

/** An organization of its own for a test, with an Owner, an Admin and a Member who share a password. */
public record Crew(OrganizationId organization, String name, Person owner, Person admin, Person member) {

    public static final String PASSWORD = "a long enough one";

    /** Of that password, made in a millisecond: a real hash takes its time at each sign-in. */
    private static final String HASH = "{bcrypt-sha384}$2a$04$JN6D6YoqrmJ.X/JunKLqBuKnwM.NBAKbvKHXhTK4oud7sYSBTmZhW";

    /** One of the crew. */
    public record Person(UserId id, String name, String email, Role role) {}

    public static Crew of(JdbcClient jdbc, String name) {
        UUID organization = UUID.randomUUID();
        jdbc.sql("insert into identity_organization (id, name, created_at, version) values (:id, :name, :now, 0)")
                .param("id", organization)
                .param("name", name)
                .param("now", now())
                .update();
        return new Crew(
                new OrganizationId(organization),
                name,
                person(jdbc, organization, "Zoë Lindqvist", Role.OWNER),
                person(jdbc, organization, "Ann Berg", Role.ADMIN),
                person(jdbc, organization, "Max Moe", Role.MEMBER));
    }

    public Person as(Role role) {
        return switch (role) {
            case OWNER -> owner;
            case ADMIN -> admin;
            case MEMBER -> member;
        };
    }

    public SignedInUser signedIn(Role role) {
        Person person = as(role);
        return new SignedInUser(person.id(), organization, name, person.name(), person.email(), role);
    }

    private static Person person(JdbcClient jdbc, UUID organization, String name, Role role) {
        UUID id = UUID.randomUUID();
        String email = role.name().toLowerCase() + "-" + id + "@fjordlight.example";
        jdbc.sql(
                        """
                        insert into identity_user (organization_id, id, email, name, role, status,
                            password_hash, session_version, created_at, version)
                        values (:organization, :id, :email, :name, :role, 'ACTIVE', :hash, 0, :now, 0)
                        """)
                .param("organization", organization)
                .param("id", id)
                .param("email", email)
                .param("name", name)
                .param("role", role.name())
                .param("hash", HASH)
                .param("now", now())
                .update();
        return new Person(new UserId(id), name, email, role);
    }

    private static Timestamp now() {
        return Timestamp.from(Instant.parse("2026-03-28T12:00:00Z"));
    }
}
