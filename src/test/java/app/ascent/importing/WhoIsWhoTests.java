package app.ascent.importing;

import static org.assertj.core.api.Assertions.assertThat;

import app.ascent.autotask.StubFault;
import app.ascent.importing.OwnerApi.Answer;
import java.util.List;
import java.util.Set;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Who people of Autotask are, as the Owner decides, and the runs after it. */
class WhoIsWhoTests extends ImportJourney {

    private static final long ZOE = 29000001;
    private static final long BO = 29000002;

    private static final String WHO_WORKS =
            """
            select t.source_id || ' ' || coalesce(u.name, 'no user') || ', ' || coalesce(t.assignee_name, 'no name')
                || ', ' || array_to_string(t.people, ';')
            from project_task t left join identity_user u on u.id = t.assignee_id order by t.source_id""";

    WhoIsWhoTests(JdbcClient jdbc, @Value("${local.server.port}") int port) {
        super(jdbc, port);
    }

    @Override
    Set<String> kinds() {
        return Set.of("projects");
    }

    @BeforeEach
    void fillTenant() {
        AUTOTASK.companies(Payload.company().withNull("parentCompanyID").toString())
                .records("Projects", rows(Payload.project()))
                .records("Phases", List.of())
                .records("Tasks", rows(task(31, ZOE), task(32, BO), task(33, BO), task(34, null)))
                .records(
                        "TaskSecondaryResources",
                        rows(Payload.record(1).with("taskID", 34).with("resourceID", BO)));
    }

    private static Payload task(long id, @Nullable Long assignee) {
        Payload task = Payload.task().with("id", id).with("title", "Task " + id).withNull("completedByResourceID");
        return assignee == null
                ? task.withNull("assignedResourceID", "creatorResourceID")
                : task.with("assignedResourceID", assignee).withNull("creatorResourceID");
    }

    private static List<String> rows(Payload... payloads) {
        return Stream.of(payloads).map(Payload::toString).toList();
    }

    @Test
    void listsPeopleAsSoonAsThereIsAMigration() {
        String migration = create();

        Answer people = api.get(migration + "/people");

        assertThat(people.at("/total")).as(people.text()).isEqualTo("2");
        assertThat(people.at("/items/0/resourceId")).isEqualTo(Long.toString(BO));
        assertThat(people.at("/items/0/name")).isEqualTo("Bo Holm");
        assertThat(people.at("/items/0/target")).isEqualTo("UNDECIDED");
        assertThat(people.json().at("/items/0/records").isNull())
                .as("nothing was read")
                .isTrue();
        assertThat(people.at("/items/1/target")).isEqualTo("USER");
        assertThat(people.at("/items/1/userId")).isEqualTo(owner());
        assertThat(api.get(migration + "/people?search=ZOE").at("/total")).isEqualTo("1");
        assertThat(api.get(migration + "/people?target=UNDECIDED").at("/total")).isEqualTo("1");
        assertThat(api.get(migration + "/people?active=false").at("/total")).isEqualTo("0");
        assertThat(api.get(migration + "/people?target=KING").status()).isIn(400, 422);
        assertThat(api.get(migration + "/people?size=501").status()).isEqualTo(422);
    }

    @Test
    void writesTheRecordsAgainThatLookAPersonUpAndThoseAloneWithoutACall() {
        String migration = create();
        run(migration);
        assertThat(column(WHO_WORKS))
                .containsExactly(
                        "31 owner, no name, ",
                        "32 no user, Bo Holm, ",
                        "33 no user, Bo Holm, ",
                        "34 no user, no name, name:Bo Holm");
        assertThat(records(migration, BO)).isEqualTo("3");
        List<String> before = column("select source_id || ' ' || xmin::text from project_task order by source_id");
        AUTOTASK.forgetCalls();
        jdbc.sql("update autotask_connection set credentials = 'worthless'").update();

        choose(migration, BO, "USER", owner());
        assertThat(api.get(migration + "/people?search=Bo").at("/items/0/waits"))
                .isEqualTo("true");
        start(migration, "{\"kind\":\"REMAP\"}");
        Answer ended = ended(migration);

        assertThat(AUTOTASK.calls()).isEmpty();
        assertThat(counts(ended, "tasks")).isEqualTo(List.of(4L, 4L, 0L, 3L, 1L, 0L, 0L, 0L));
        assertThat(counts(ended, "projects").subList(2, 5)).isEqualTo(List.of(0L, 0L, 1L));
        assertThat(column(WHO_WORKS))
                .containsExactly(
                        "31 owner, no name, ",
                        "32 owner, no name, ",
                        "33 owner, no name, ",
                        "34 no user, no name, user:" + owner());
        assertThat(column("select source_id || ' ' || xmin::text from project_task order by source_id"))
                .as("that of the others stays as it was")
                .contains(before.getFirst());
        assertThat(records(migration, BO)).isEqualTo("3");
        assertThat(api.get(migration + "/people?search=Bo").at("/items/0/waits"))
                .isEqualTo("false");
    }

    @Test
    void takesANameThoughAnAddressFits() {
        String migration = create();
        choose(migration, ZOE, "NAME", null);

        run(migration);
        assertThat(column(WHO_WORKS).getFirst()).startsWith("31 no user, Zoë Lindqvist");

        choose(migration, ZOE, "UNDECIDED", null);
        start(migration, "{\"kind\":\"REMAP\"}");
        assertThat(counts(ended(migration), "tasks").get(3)).isEqualTo(1);
        assertThat(column(WHO_WORKS).getFirst()).startsWith("31 owner");
    }

    @Test
    void keepsToTheEndOfARunToWhatWasDecidedWhenItBegan() {
        String migration = create();
        choose(migration, ZOE, "NAME", null);
        AUTOTASK.failAlways("Tasks", StubFault.REJECTED);
        start(migration);
        awaited(migration, "FAILED");

        choose(migration, ZOE, "UNDECIDED", null);
        choose(migration, BO, "USER", owner());
        AUTOTASK.recover();
        run(migration);

        assertThat(column(WHO_WORKS))
                .containsExactly(
                        "31 no user, Zoë Lindqvist, ",
                        "32 no user, Bo Holm, ",
                        "33 no user, Bo Holm, ",
                        "34 no user, no name, name:Bo Holm");
        assertThat(api.get(migration + "/people?search=Bo").at("/items/0/waits"))
                .isEqualTo("true");
        start(migration, "{\"kind\":\"REMAP\"}");
        ended(migration);
        assertThat(column(WHO_WORKS))
                .startsWith("31 owner, no name, ", "32 owner, no name, ")
                .endsWith("34 no user, no name, user:" + owner());
    }

    @Test
    void fallsBackToTheNameWhereTheChosenMemberIsActiveNoMore() {
        String migration = create();
        String member = added(
                "/api/v1/users",
                """
                {"name":"Mia","email":"mia%d@fjordlight.example","role":"MEMBER","password":"quite a long phrase 9"}"""
                        .formatted(System.nanoTime()));
        choose(migration, BO, "USER", member);
        run(migration);
        assertThat(column(WHO_WORKS)).contains("32 Mia, no name, ");

        jdbc.sql("update identity_user set status = 'DEACTIVATED' where id = cast(:id as uuid)")
                .param("id", member)
                .update();

        assertThat(api.get(migration + "/people?search=Bo").at("/items/0/target"))
                .isEqualTo("UNDECIDED");
        start(migration, "{\"kind\":\"REMAP\"}");
        ended(migration);
        assertThat(column(WHO_WORKS)).contains("32 no user, Bo Holm, ");
        assertThat(api.put(migration + "/people", item(ZOE, "USER", member)).status())
                .isEqualTo(422);
    }

    @Test
    void tellsThatAMemberWhoCameBehindTheRunWaits() {
        String migration = create();
        run(migration);
        assertThat(waits(migration, "Bo")).isEqualTo("false");
        String member = added(
                "/api/v1/users",
                """
                {"name":"Bo at work","email":"%s","role":"MEMBER","password":"quite a long phrase 9"}"""
                        .formatted(api.get(migration + "/people?search=Bo").at("/items/0/email")));
        try {
            assertThat(waits(migration, "Bo")).isEqualTo("true");
            assertThat(waits(migration, "Zo")).isEqualTo("false");
            start(migration, "{\"kind\":\"REMAP\"}");
            ended(migration);

            assertThat(column(WHO_WORKS)).contains("32 Bo at work, no name, ");
            assertThat(waits(migration, "Bo")).isEqualTo("false");
        } finally {
            jdbc.sql("update identity_user set email = id || '@elsewhere.example' where id = cast(:id as uuid)")
                    .param("id", member)
                    .update();
        }
    }

    private String waits(String migration, String name) {
        return api.get(migration + "/people?search=" + name).at("/items/0/waits");
    }

    @Test
    void keepsDecisionsWhenTheMigrationIsDeleted() {
        String migration = create();
        choose(migration, BO, "NAME", null);
        assertThat(api.delete(migration).status()).isEqualTo(204);
        assertThat(column("select name from importing_person")).isEmpty();

        Answer people = api.get(create() + "/people?search=Bo");

        assertThat(people.at("/items/0/target")).as(people.text()).isEqualTo("NAME");
        assertThat(people.at("/items/0/chosen")).isEqualTo("true");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{'resourceId':'4711','target':'NAME'}",
                "{'resourceId':'29000002','target':'USER'}",
                "{'resourceId':'29000002','target':'USER','userId':'018f0000-0000-7000-8000-000000000000'}",
                "{'resourceId':'29000002','target':'NAME','userId':'018f0000-0000-7000-8000-000000000000'}",
                "{'resourceId':'29000001','target':'NAME'}",
                "{'resourceId':'x','target':'NAME'}",
                "{'target':'NAME'}"
            })
    void takesAllOrNone(String refused) {
        String migration = create();

        Answer answer = api.put(
                migration + "/people",
                "{\"items\":[%s,%s]}"
                        .formatted("{\"resourceId\":\"29000001\",\"target\":\"NAME\"}", refused.replace('\'', '"')));

        assertThat(answer.status()).as(answer.text()).isEqualTo(422);
        assertThat(column("select target from importing_person_choice")).isEmpty();
    }

    @Test
    void notesEachDecisionOnce() {
        String migration = create();

        choose(migration, BO, "USER", owner());
        choose(migration, BO, "USER", owner());

        assertThat(column(
                        "select count(*)::text from audit_entry e where e::text like '%Bo Holm in Autotask is owner%'"))
                .containsExactly("1");
    }

    @Test
    void belongsToTheOwnerOfItsOrganizationAlone() {
        String unknown = create().replaceAll("[0-9a-f]{12}$", "000000000000") + "/people";

        assertThat(api.get(unknown).status()).isEqualTo(404);
        assertThat(api.put(unknown, item(BO, "NAME", null)).status()).isEqualTo(404);
    }

    /** A tenant has hundreds, and each of them may be asked for at once. */
    @Test
    void takesThousandsOfPeople() {
        AUTOTASK.records(
                "Resources",
                LongStream.rangeClosed(1, 1200)
                        .mapToObj(id -> Payload.record(id)
                                .with("firstName", "Person")
                                .with("lastName", "No " + id)
                                .with("isActive", id % 2 == 0)
                                .toString())
                        .toList());
        String migration = create();

        assertThat(api.get(migration + "/people?active=false").at("/total")).isEqualTo("600");
        assertThat(api.get(migration + "/people?active=true&size=500&page=1")
                        .json()
                        .at("/items"))
                .hasSize(102);
    }

    /** An organization has as many members as it likes. */
    @Test
    void knowsMembersBehindTheFirstFiveHundred() {
        jdbc.sql(
                        """
                        insert into identity_user (organization_id, id, email, name, role, status, password_hash,
                            session_version, created_at, version)
                        select organization_id, gen_random_uuid(), 'crowd' || n || '@fjordlight.example', 'Aa ' || n, 'MEMBER',
                            'ACTIVE', 'x', 0, now(), 0
                        from identity_user, generate_series(1, 500) n where email = :owner
                        union all
                        select organization_id, gen_random_uuid(), 'bo@fjordlight.example', 'Zz Bo', 'MEMBER', 'ACTIVE',
                            'x', 0, now(), 0
                        from identity_user where email = :owner
                        """)
                .param("owner", OwnerApi.EMAIL)
                .update();
        try {
            String last = user("bo@fjordlight.example");
            AUTOTASK.records(
                    "Resources",
                    rows(
                            resource(ZOE)
                                    .with("firstName", "Zoë")
                                    .with("lastName", "Lindqvist")
                                    .withNull("email"),
                            resource(BO).with("lastName", "Holm").with("email", "BO@fjordlight.example")));
            String migration = create();

            assertThat(api.get(migration + "/people?search=" + BO).at("/items/0/userId"))
                    .isEqualTo(last);
            choose(migration, ZOE, "USER", last);
            assertThat(api.get(migration + "/people?search=" + ZOE).at("/items/0/userId"))
                    .isEqualTo(last);
        } finally {
            jdbc.sql("delete from identity_user where password_hash = 'x'").update();
        }
    }

    private static Payload resource(long id) {
        return Payload.record(id).with("isActive", true);
    }

    private String owner() {
        return user(OwnerApi.EMAIL);
    }

    private String user(String email) {
        return jdbc.sql("select id::text from identity_user where email = :email")
                .param("email", email)
                .query(String.class)
                .single();
    }

    private String records(String migration, long resource) {
        return api.get(migration + "/people?search=" + resource).at("/items/0/records");
    }

    private List<String> column(String sql) {
        return jdbc.sql(sql).query(String.class).list();
    }

    private void choose(String migration, long resource, String target, @Nullable String user) {
        Answer chosen = api.put(migration + "/people", item(resource, target, user));
        assertThat(chosen.status()).as(chosen.text()).isEqualTo(204);
    }

    private static String item(long resource, String target, @Nullable String user) {
        return """
                {"items":[{"resourceId":"%d","target":"%s","userId":%s}]}"""
                .formatted(resource, target, user == null ? "null" : "\"" + user + "\"");
    }
}
