package app.ascent.importing.people;

import app.ascent.identity.OrganizationId;
import java.util.Collection;
import java.util.List;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Keeps the people of an Autotask database as it last told of them. */
@Component
public class People {

    private final JdbcClient jdbc;

    People(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Takes in who came; those who came earlier stay, for Autotask deletes nobody. */
    @Transactional
    public void put(OrganizationId organization, long database, Collection<Person> people) {
        // In the order of their ids, so that two who bring the same people at once do not wait in a circle.
        List<Person> once = List.copyOf(people.stream()
                .collect(Collectors.toMap(Person::id, Function.identity(), (one, later) -> later, TreeMap::new))
                .values());
        jdbc.sql(
                        """
                        insert into importing_person as p (organization_id, source_database, resource_id, name, email,
                            active, licence)
                        select :organization, :database, n.id, n.name, n.email, n.active, n.licence
                        from unnest(:ids, :names, :emails, :actives, :licences) as n (id, name, email, active, licence)
                        on conflict (organization_id, source_database, resource_id) do update
                        set name = excluded.name, email = excluded.email, active = excluded.active,
                            licence = excluded.licence
                        where (p.name, p.email, p.active, p.licence) is distinct from
                            (excluded.name, excluded.email, excluded.active, excluded.licence)
                        """)
                .param("organization", organization.value())
                .param("database", database)
                .param("ids", once.stream().map(Person::id).toArray(Long[]::new))
                .param("names", once.stream().map(Person::name).toArray(String[]::new))
                .param("emails", once.stream().map(Person::email).toArray(String[]::new))
                .param("actives", once.stream().map(Person::active).toArray(Boolean[]::new))
                .param("licences", once.stream().map(Person::licence).toArray(Integer[]::new))
                .update();
    }

    @Transactional(readOnly = true)
    public List<Person> of(OrganizationId organization, long database) {
        return jdbc.sql(
                        """
                        select resource_id as id, name, email, active, licence from importing_person
                        where organization_id = :organization and source_database = :database
                        order by lower(name), resource_id
                        """)
                .param("organization", organization.value())
                .param("database", database)
                .query(Person.class)
                .list();
    }

    /** When nothing reads that database any more. */
    @Transactional
    public void forget(OrganizationId organization, long database) {
        jdbc.sql("delete from importing_person where organization_id = :organization and source_database = :database")
                .param("organization", organization.value())
                .param("database", database)
                .update();
    }
}
