package app.ascent.desk.web;

import static org.assertj.core.api.Assertions.assertThat;

import app.ascent.crm.ClientId;
import app.ascent.crm.ClientImports;
import app.ascent.crm.ContactImports;
import app.ascent.crm.Samples;
import app.ascent.crm.web.CrmWebTest;
import app.ascent.crm.web.Visitors;
import app.ascent.desk.SystemStatus;
import app.ascent.desk.TicketImports;
import app.ascent.desk.TicketSamples;
import app.ascent.identity.OrganizationId;
import app.ascent.identity.Role;
import com.jayway.jsonpath.JsonPath;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** What a ticket may be, may name, and goes through. */
@CrmWebTest
class TicketRulesTests {

    private static final String TICKETS = "/api/v1/tickets";

    private final Visitors visitors;
    private final ClientImports clients;
    private final ContactImports contacts;
    private final TicketImports imports;
    private final JdbcClient jdbc;
    private final UUID northwind = Samples.id();
    private final UUID contoso = Samples.id();
    private final UUID ann = Samples.id();
    private final UUID bo = Samples.id();
    private OrganizationId organization;
    private MockMvcTester member;
    private MockMvcTester owner;

    @Autowired
    TicketRulesTests(
            Visitors visitors, ClientImports clients, ContactImports contacts, TicketImports imports, JdbcClient jdbc) {
        this.visitors = visitors;
        this.clients = clients;
        this.contacts = contacts;
        this.imports = imports;
        this.jdbc = jdbc;
    }

    @BeforeEach
    void twoClientsWithAContactEach() {
        organization = visitors.organization();
        member = visitors.member(organization, Role.MEMBER);
        owner = visitors.member(organization, Role.OWNER);
        clients.save(
                organization,
                List.of(
                        Samples.fresh(northwind, 1, Samples.client("Northwind")),
                        Samples.fresh(contoso, 2, Samples.client("Contoso"))),
                true);
        contacts.save(
                organization,
                List.of(
                        Samples.fresh(ann, 3, Samples.contact(new ClientId(northwind), "Ann", "Li", null)),
                        Samples.fresh(bo, 4, Samples.contact(new ClientId(contoso), "Bo", "Ek", null))),
                true);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
            subject         | ""    | Enter a subject.
            clientId        | null  | Choose a client.
            statusId        | "7e8dd1ab-0000-7000-8000-000000000000" | Choose one that exists.
            categoryId      | "7e8dd1ab-0000-7000-8000-000000000000" | Choose one that exists.
            contactId       | "7e8dd1ab-0000-7000-8000-000000000000" | Choose a contact of this client, of its parent or of one of its sub-clients.
            contactIds      | ["7e8dd1ab-0000-7000-8000-000000000000"] | Choose a contact of this client, of its parent or of one of its sub-clients.
            assetIds        | ["7e8dd1ab-0000-7000-8000-000000000000"] | Choose an asset of this client.
            assetIds        | ["one"] | Choose one that exists.
            contractId      | "7e8dd1ab-0000-7000-8000-000000000000" | Choose a contract of this client.
            projectId       | "7e8dd1ab-0000-7000-8000-000000000000" | Choose a project of this client.
            problemTicketId | "7e8dd1ab-0000-7000-8000-000000000000" | Choose one that exists.
            assigneeId      | "7e8dd1ab-0000-7000-8000-000000000000" | Choose one that exists.
            people          | [{"userId": "7e8dd1ab-0000-7000-8000-000000000000"}] | Choose one that exists.
            priority        | "URGENT" | Choose one of the values offered.
            dueAt           | "soon"  | Enter a time like 2026-04-19T16:31:00Z, from 1900 to 2200.
            tags            | ["12345678901234567890123456789012345678901234567890A"] | Enter tags of at most 50 characters.
            checklist       | [{"text": " "}] | Enter one line each, of 1 to 500 characters.
            checklist       | [{"done": true}] | Send a plain value, or a list of them.
            checklist       | [{"text": "a", "who": "me"}] | Send a plain value, or a list of them.
            """)
    void saysWhatIsWrongAtItsField(String field, String value, String message) {
        MvcTestResult refused = post(", \"%s\": %s".formatted(field, value));

        assertThat(refused).hasStatus(HttpStatus.UNPROCESSABLE_CONTENT);
        assertThat(refused).bodyJson().extractingPath("$.errors[0].field").isEqualTo(field);
        assertThat(refused).bodyJson().extractingPath("$.errors[0].message").isEqualTo(message);
    }

    @Test
    void hasEachTagOnceAndNoMoreThanThirty() {
        assertThat(tags("[\"VIP customer\", \"vip  Customer\", \"Paris\"]"))
                .bodyJson()
                .extractingPath("$.tags")
                .asArray()
                .containsExactly("VIP customer", "Paris");
        StringBuilder many = new StringBuilder("\"0\"");
        for (int i = 1; i <= 30; i++) {
            many.append(", \"").append(i).append('"');
        }
        assertThat(tags("[" + many + "]"))
                .bodyJson()
                .extractingPath("$.errors[0].message")
                .isEqualTo("Enter 30 tags or fewer.");
    }

    private MvcTestResult tags(String tags) {
        return post(", \"tags\": " + tags);
    }

    /** As Northwind's parent, Contoso is near; and so is Northwind to Contoso. */
    @Test
    void namesContactsOfTheClientAndOfItsParentAndSubClients() {
        String ofOther = ", \"contactId\": \"%s\", \"contactIds\": [\"%s\"]".formatted(bo, bo);
        assertThat(post(ofOther))
                .bodyJson()
                .extractingPath("$.errors[*].field")
                .asArray()
                .containsExactly("contactId", "contactIds");

        jdbc.sql("update crm_client set parent_id = ? where id = ?")
                .params(contoso, northwind)
                .update();

        assertThat(post(ofOther)).hasStatus(HttpStatus.CREATED);
        assertThat(post(", \"contactId\": \"%s\"".formatted(ann))).hasStatus(HttpStatus.CREATED);
        assertThat(post(", \"clientId\": \"%s\", \"contactId\": \"%s\"".formatted(contoso, ann)))
                .hasStatus(HttpStatus.CREATED);
    }

    @Test
    void keepsAContactThatAnImportChose() {
        UUID imported = Samples.id();
        imports.save(
                organization,
                List.of(Samples.fresh(
                        imported,
                        21,
                        TicketSamples.with(
                                TicketSamples.ticket(new ClientId(northwind), "Printer jams"),
                                "contactId",
                                new app.ascent.crm.ContactId(bo)))),
                true);
        String read = body(show(imported.toString()));

        assertThat(put(imported.toString(), read.replace("Printer jams", "Printer burns")))
                .bodyJson()
                .extractingPath("$.contactId")
                .isEqualTo(bo.toString());
        assertThat(put(
                        imported.toString(),
                        read.replace(northwind.toString(), contoso.toString())
                                .replace(bo.toString(), ann.toString())
                                .replaceFirst("\"version\":\\d+", "\"version\":1")))
                .hasStatus(HttpStatus.UNPROCESSABLE_CONTENT);
    }

    @Test
    void isNoProblemOfItsOwn() {
        String first = id(post(""));
        String second = id(post(", \"problemTicketId\": \"%s\"".formatted(first)));
        String circle = "Choose a ticket that is not part of this one.";

        assertThat(put(first, json(", \"problemTicketId\": \"%s\"".formatted(first))))
                .bodyJson()
                .extractingPath("$.errors[0].message")
                .isEqualTo(circle);
        assertThat(put(first, json(", \"problemTicketId\": \"%s\"".formatted(second))))
                .bodyJson()
                .extractingPath("$.errors[0].message")
                .isEqualTo(circle);

        assertThat(owner.delete().uri(TICKETS + "/" + first)).hasStatus(HttpStatus.NO_CONTENT);
        assertThat(show(second)).bodyJson().extractingPath("$.problemTicketId").isNull();
        assertThat(entries(second)).last().asString().contains("Problem ticket", "Printer jams");
    }

    /** Whoever ticks a line cannot say it was somebody else; what was ticked before stays as it was. */
    @Test
    void saysWhoTickedALine() {
        Instant before = Instant.now().minusSeconds(5);
        MvcTestResult created = post(
                """
                , "checklist": [{"text": "Reboot", "done": false, "important": true},
                    {"text": "Call", "done": true, "doneBy": "Somebody else", "doneAt": "2020-01-01T00:00:00Z"}]
                """);

        assertThat(created)
                .bodyJson()
                .extractingPath("$.checklist[0].important")
                .isEqualTo(true);
        assertThat(created).bodyJson().extractingPath("$.checklist[0].doneBy").isNull();
        assertThat(created).bodyJson().extractingPath("$.checklist[1].doneBy").isEqualTo("Zoë Lindqvist");
        assertThat(Instant.parse(JsonPath.read(body(created), "$.checklist[1].doneAt")))
                .isAfter(before);

        UUID imported = Samples.id();
        imports.save(
                organization,
                List.of(Samples.fresh(imported, 21, TicketSamples.ticket(new ClientId(northwind), "Imported"))),
                true);
        MvcTestResult edited = put(
                imported.toString(),
                body(show(imported.toString()))
                        .replaceFirst("\"checklist\":\\[", "\"checklist\":[{\"text\": \"New\", \"done\": true},")
                        .replace("Kjell Str\u00f6m\",\"doneAt", "Mallory\",\"doneAt"));
        assertThat(edited).hasStatusOk();
        assertThat(edited).bodyJson().extractingPath("$.checklist[0].doneBy").isEqualTo("Zoë Lindqvist");
        assertThat(edited).bodyJson().extractingPath("$.checklist[1].doneBy").isEqualTo("Kjell Ström");
    }

    @Test
    void keepsTwoLinesThatSayTheSame() {
        assertThat(post(", \"checklist\": [{\"text\": \"Call\"}, {\"text\": \"Call\"}]"))
                .bodyJson()
                .extractingPath("$.checklist.length()")
                .isEqualTo(2);
    }

    @Test
    void isChangedByNobodyOnceItIsClosed() {
        String id = id(post(""));
        MvcTestResult closed = put(id, json(status(SystemStatus.CLOSED)));
        assertThat(closed).bodyJson().extractingPath("$.closed").isEqualTo(true);
        assertThat(closed).bodyJson().extractingPath("$.closedAt").isNotNull();
        assertThat(closed).bodyJson().extractingPath("$.resolvedAt").isNull();

        MvcTestResult refused = put(id, json(status(SystemStatus.OPEN)));
        assertThat(refused).hasStatus(HttpStatus.CONFLICT);
        assertThat(refused).bodyJson().extractingPath("$.type").asString().endsWith("/ticket-closed");
        assertThat(note(id, "INTERNAL")).hasStatus(HttpStatus.CONFLICT);

        MvcTestResult reopened =
                member.post().uri(TICKETS + "/" + id + "/reopen").exchange();
        assertThat(reopened).bodyJson().extractingPath("$.status").isEqualTo("Open");
        assertThat(reopened).bodyJson().extractingPath("$.closedAt").isNull();
        assertThat(entries(id)).last().asString().contains("Closed", "Open");
        assertThat(note(id, "INTERNAL")).hasStatus(HttpStatus.CREATED);

        put(id, json(status(SystemStatus.RESOLVED)));
        assertThat(show(id)).bodyJson().extractingPath("$.resolvedAt").isNotNull();
        assertThat(owner.delete().uri(TICKETS + "/" + id)).hasStatus(HttpStatus.NO_CONTENT);
    }

    @Test
    void tellsWhenTheClientWasAnsweredFirst() {
        String id = id(post(""));

        note(id, "INTERNAL");
        assertThat(show(id)).bodyJson().extractingPath("$.firstResponseAt").isNull();
        String active = JsonPath.read(body(show(id)), "$.lastActivityAt");
        assertThat(active).isNotEqualTo(JsonPath.read(body(show(id)), "$.openedAt"));

        note(id, "CLIENT");
        String answered = JsonPath.read(body(show(id)), "$.firstResponseAt");
        assertThat(Instant.parse(answered)).isAfter(active);
        note(id, "CLIENT");
        assertThat(show(id)).bodyJson().extractingPath("$.firstResponseAt").isEqualTo(answered);
        assertThat(show(id)).bodyJson().extractingPath("$.version").isEqualTo(0);
    }

    @Test
    void takesItsConversationAlong() {
        String id = id(post(""));
        note(id, "INTERNAL");

        owner.delete().uri(TICKETS + "/" + id).exchange();

        assertThat(jdbc.sql("select count(*) from conversation_entry where owner_id = ?::uuid")
                        .param(id)
                        .query(Long.class)
                        .single())
                .isZero();
    }

    @Test
    void goesOnWithoutAContactThatIsDeleted() {
        String id = id(post(", \"contactId\": \"%s\", \"contactIds\": [\"%s\"]".formatted(ann, ann)));

        assertThat(owner.delete().uri("/api/v1/contacts/" + ann)).hasStatus(HttpStatus.NO_CONTENT);

        assertThat(show(id)).bodyJson().extractingPath("$.contactId").isNull();
        assertThat(show(id)).bodyJson().extractingPath("$.contactIds").asArray().isEmpty();
        assertThat(entries(id)).last().asString().contains("Contact", "Ann Li");
    }

    @Test
    void goesOnWithoutAnAssetAContractAndAProjectThatAreDeleted() {
        String asset = other("assets", ", \"name\": \"Laptop\", \"type\": \"WORKSTATION\"");
        String contract =
                other("contracts", ", \"name\": \"Care\", \"type\": \"PROJECT\", \"startDate\": \"2026-01-01\"");
        String project = other("projects", ", \"name\": \"Move\"");
        String id = id(post(
                ", \"assetId\": \"%1$s\", \"assetIds\": [\"%1$s\"], \"contractId\": \"%2$s\", \"projectId\": \"%3$s\""
                        .formatted(asset, contract, project)));

        for (String gone : List.of("assets/" + asset, "contracts/" + contract, "projects/" + project)) {
            assertThat(owner.delete().uri("/api/v1/" + gone)).as(gone).hasStatus(HttpStatus.NO_CONTENT);
        }

        MvcTestResult shown = show(id);
        assertThat(shown).bodyJson().extractingPath("$.assetId").isNull();
        assertThat(shown).bodyJson().extractingPath("$.assetIds").asArray().isEmpty();
        assertThat(shown).bodyJson().extractingPath("$.contractId").isNull();
        assertThat(shown).bodyJson().extractingPath("$.projectId").isNull();
        assertThat(String.join(" ", entries(id))).contains("Laptop", "Care", "Move");
    }

    @Test
    void isFoundByWhatItIs() {
        String id =
                id(post(", \"contactIds\": [\"%s\"], \"tags\": [\"VIP\"], \"assigneeName\": \"Kjell\"".formatted(ann)));
        String done = id(post(status(SystemStatus.CLOSED)));

        assertThat(listed("open=true")).containsExactly(id);
        assertThat(listed("open=false")).containsExactly(done);
        assertThat(listed("contactId=" + ann)).containsExactly(id);
        assertThat(listed("tag=VIP")).containsExactly(id);
        assertThat(listed("unassigned=true")).containsExactly(done);
        assertThat(listed("status=" + SystemStatus.CLOSED.id())).containsExactly(done);
        assertThat(listed("from=2020-01-01&to=2020-01-02")).isEmpty();
        assertThat(listed("from=2020-01-01")).hasSize(2);
        assertThat(listed("search=" + JsonPath.read(body(show(id)), "$.number")))
                .containsExactly(id);
    }

    private String other(String kind, String more) {
        return id(send(owner.post().uri("/api/v1/" + kind), "{\"clientId\": \"%s\"%s}".formatted(northwind, more)));
    }

    private static String status(SystemStatus status) {
        return ", \"statusId\": \"%s\"".formatted(status.id());
    }

    private MvcTestResult note(String ticket, String visibility) {
        return send(
                member.post().uri(TICKETS + "/" + ticket + "/conversation"),
                "{\"body\": \"Looked at it\", \"visibility\": \"%s\"}".formatted(visibility));
    }

    private static String json(UUID client, String more) {
        return "{\"subject\": \"Printer jams\", \"clientId\": \"%s\", \"statusId\": \"%s\"%s}"
                .formatted(client, SystemStatus.NEW.id(), more);
    }

    private String json(String more) {
        return json(northwind, more);
    }

    private MvcTestResult post(String more) {
        return send(member.post().uri(TICKETS), json(more));
    }

    private MvcTestResult put(String id, String json) {
        return send(member.put().uri(TICKETS + "/" + id), json);
    }

    private MvcTestResult show(String id) {
        return member.get().uri(TICKETS + "/" + id).exchange();
    }

    private List<String> listed(String query) {
        return JsonPath.read(body(member.get().uri(TICKETS + "?" + query).exchange()), "$.items[*].id");
    }

    private List<String> entries(String id) {
        return jdbc.sql(
                        "select action || ' ' || changes::text from audit_entry where organization_id = ? and entity_id = ? order by at, id")
                .params(organization.value(), id)
                .query(String.class)
                .list();
    }

    private static MvcTestResult send(MockMvcTester.MockMvcRequestBuilder request, String json) {
        return request.contentType(MediaType.APPLICATION_JSON).content(json).exchange();
    }

    private static String id(MvcTestResult created) {
        return JsonPath.read(body(created), "$.id");
    }

    private static String body(MvcTestResult result) {
        return new String(result.getResponse().getContentAsByteArray(), StandardCharsets.UTF_8);
    }
}
