package app.ascent.conversation.web;

import static app.ascent.conversation.Entries.by;
import static app.ascent.conversation.Entries.fresh;
import static app.ascent.conversation.Entries.note;
import static app.ascent.conversation.Entries.system;
import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import app.ascent.conversation.AuthorType;
import app.ascent.conversation.Boats;
import app.ascent.conversation.ConversationImports;
import app.ascent.conversation.EntryFields;
import app.ascent.conversation.Owner;
import app.ascent.crm.Samples;
import app.ascent.crm.web.CrmWebTest;
import app.ascent.crm.web.Visitors;
import app.ascent.identity.OrganizationId;
import app.ascent.identity.Role;
import com.jayway.jsonpath.JsonPath;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import tools.jackson.databind.json.JsonMapper;

@CrmWebTest
@Import(Boats.class)
class ConversationApiTests {

    private final Visitors visitors;
    private final ConversationImports imports;
    private final JdbcClient jdbc;
    private OrganizationId organization;
    private MockMvcTester owner;
    private Owner boat;

    @Autowired
    ConversationApiTests(Visitors visitors, ConversationImports imports, JdbcClient jdbc) {
        this.visitors = visitors;
        this.imports = imports;
        this.jdbc = jdbc;
    }

    @BeforeEach
    void anOwnerWithABoat() {
        organization = visitors.organization();
        owner = visitors.member(organization, Role.OWNER);
        boat = Boats.launched(organization);
    }

    /** Programs rely on these names, and on nothing else being said. */
    @Test
    void answersWithTheseFields() {
        MvcTestResult added = post(owner, boat, Map.of("body", "Two more nights\r\nthen close "));

        assertThat(added).hasStatus(HttpStatus.CREATED);
        assertThat(JsonMapper.shared().readTree(body(added)).propertyNames())
                .containsExactlyInAnyOrder(
                        "attachmentIds",
                        "at",
                        "author",
                        "body",
                        "bodyCut",
                        "createdAt",
                        "heading",
                        "id",
                        "kind",
                        "source",
                        "updatedAt",
                        "visibility");
        assertThat(this.<Map<String, String>>read(added, "$.author"))
                .containsEntry("type", "USER")
                .containsEntry("name", "Zoë Lindqvist")
                .containsKey("id");
        assertThat(this.<String>read(added, "$.body")).isEqualTo("Two more nights\nthen close");
        assertThat(this.<String>read(added, "$.visibility")).isEqualTo("INTERNAL");
        assertThat(this.<String>read(added, "$.kind")).isEqualTo("NOTE");
        assertThat(this.<Object>read(added, "$.source")).isNull();
        String location = added.getResponse().getHeader(HttpHeaders.LOCATION);
        assertThat(location).isEqualTo(address(boat) + "/" + this.<String>read(added, "$.id"));
        assertThat(body(owner.get().uri(location).exchange())).isEqualTo(body(added));
    }

    @Test
    void keepsWhoSeesIt() {
        assertThat(this.<String>read(post(owner, boat, Map.of("body", "a", "visibility", "CLIENT")), "$.visibility"))
                .isEqualTo("CLIENT");
    }

    @Test
    void listsTheOldestFirst() {
        UUID elin = Samples.id();
        imported(
                system(boat, 1, "workflow rules"),
                by(note(boat, 0, "a"), AuthorType.CONTACT, elin, "Elin"),
                note(boat, 2, "x".repeat(20_001)));

        MvcTestResult list = owner.get().uri(address(boat) + "?size=2").exchange();

        assertThat(this.<Integer>read(list, "$.total")).isEqualTo(3);
        assertThat(this.<List<String>>read(list, "$.items[*].at"))
                .containsExactly("2026-04-29T08:00:00Z", "2026-04-29T08:01:00Z");
        assertThat(this.<Map<String, String>>read(list, "$.items[0].author"))
                .isEqualTo(Map.of("type", "CONTACT", "id", elin.toString(), "name", "Elin"));
        assertThat(this.<String>read(list, "$.items[1].kind")).isEqualTo("SYSTEM");
        assertThat(this.<String>read(list, "$.items[1].author.name")).isEqualTo("workflow rules");
        assertThat(this.<String>read(list, "$.items[0].source.id")).startsWith("TicketNotes:");
        MvcTestResult last = owner.get().uri(address(boat) + "?size=2&page=1").exchange();
        assertThat(this.<Boolean>read(last, "$.items[0].bodyCut")).isTrue();
        assertThat(this.<String>read(last, "$.items[0].body")).hasSize(20_000);
        String long_ = address(boat) + "/" + this.<String>read(last, "$.items[0].id");
        assertThat(this.<String>read(owner.get().uri(long_).exchange(), "$.body"))
                .hasSize(20_001);
        assertThat(owner.get().uri(address(boat) + "?size=501").exchange()).hasStatus(HttpStatus.UNPROCESSABLE_CONTENT);
    }

    @ParameterizedTest
    @CsvSource({
        "'{}', body, Write something first.",
        "'{\"body\":\"\"}', body, Write something first.",
        "'{\"body\":\" \\n\\u0000\\u200b \"}', body, Write something first.",
        "'{\"body\":{\"html\":\"x\"}}', body, 'Send a plain value, or a list of them.'",
        "'{\"body\":\"%900000\"}', body, 'Shorten this to 100,000 characters or fewer.'",
        "'{\"body\":\"%100001\"}', body, 'Shorten this to 100,000 characters or fewer.'",
        "'{\"body\":\"x\",\"visibility\":\"EVERYBODY\"}', visibility, Choose one of the values offered."
    })
    void refusesWhatIsNoNote(String json, String field, String sentence) {
        MvcTestResult refused =
                send(owner, boat, json.replace("%900000", "x".repeat(900_000)).replace("%100001", "x".repeat(100_001)));

        assertThat(refused).hasStatus(HttpStatus.UNPROCESSABLE_CONTENT);
        assertThat(this.<List<Map<String, String>>>read(refused, "$.errors"))
                .containsExactly(Map.of("field", field, "message", sentence));
        assertThat(count()).isZero();
    }

    @Test
    void takesAHundredThousandCharacters() {
        assertThat(post(owner, boat, Map.of("body", "é".repeat(100_000)))).hasStatus(HttpStatus.CREATED);
    }

    /** What is text here may be HTML elsewhere: it is kept as it was written. What shows nothing is not. */
    @Test
    void keepsTextAsText() {
        MvcTestResult added = post(owner, boat, Map.of("body", "<b>a</b>\u0000 \u202E&amp;"));

        assertThat(this.<String>read(added, "$.body")).isEqualTo("<b>a</b> &amp;");
    }

    @Test
    void knowsNothingOfOthersRecords() {
        imported(note(boat, 0, "a"));
        MockMvcTester stranger = visitors.member(visitors.organization(), Role.OWNER);

        for (Owner unknown : List.of(new Owner(Boats.KIND, Samples.id()), new Owner("planes", boat.id()))) {
            assertThat(owner.get().uri(address(unknown)).exchange()).hasStatus(HttpStatus.NOT_FOUND);
            assertThat(post(owner, unknown, Map.of("body", "a"))).hasStatus(HttpStatus.NOT_FOUND);
        }
        assertThat(stranger.get().uri(address(boat)).exchange()).hasStatus(HttpStatus.NOT_FOUND);
        assertThat(post(stranger, boat, Map.of("body", "a"))).hasStatus(HttpStatus.NOT_FOUND);
        assertThat(count()).isEqualTo(1);
    }

    @Test
    void asksTheKindWhoMay() {
        MockMvcTester member = visitors.member(organization, Role.MEMBER);
        Owner submarine = Boats.launched(organization, Boats.HIDDEN, false);

        assertThat(member.get().uri(address(boat)).exchange()).hasStatusOk();
        assertThat(post(member, boat, Map.of("body", "a"))).hasStatus(HttpStatus.FORBIDDEN);
        assertThat(member.get().uri(address(submarine)).exchange()).hasStatus(HttpStatus.FORBIDDEN);
        assertThat(owner.get().uri(address(submarine)).exchange()).hasStatusOk();
        assertThat(visitors.stranger().get().uri(address(boat)).exchange()).hasStatus(HttpStatus.UNAUTHORIZED);
        assertThat(count()).isZero();
    }

    @Test
    void addsNothingToWhatIsClosed() {
        Owner closed = Boats.launched(organization, Boats.KIND, true);

        MvcTestResult refused = post(owner, closed, Map.of("body", "a"));

        assertThat(refused).hasStatus(HttpStatus.CONFLICT);
        assertThat(this.<String>read(refused, "$.type")).isEqualTo("/problems/conversation-closed");
        assertThat(owner.get().uri(address(closed)).exchange()).hasStatusOk();
    }

    @Test
    void wantsTheTokenOfThePage() {
        MvcTestResult forged = owner.post()
                .uri(address(boat))
                .with(csrf().useInvalidToken())
                .contentType(MediaType.APPLICATION_JSON)
                .content("{\"body\":\"a\"}")
                .exchange();

        assertThat(forged).hasStatus(HttpStatus.FORBIDDEN);
        assertThat(count()).isZero();
    }

    /** In the activity of the record, without a word of what was said. */
    @Test
    void isAudited() {
        post(owner, boat, Map.of("body", "Secret"));
        post(owner, boat, Map.of("body", "Secret", "visibility", "CLIENT"));

        assertThat(jdbc.sql(
                                """
                                select action || ' ' || entity_type || ' ' || entity_id || ' ' || changes from audit_entry
                                where organization_id = ? order by at, id
                                """)
                        .param(organization.value())
                        .query(String.class)
                        .list())
                .hasSize(2)
                .allSatisfy(line ->
                        assertThat(line).startsWith("UPDATE Boat " + boat.id()).doesNotContain("Secret"))
                .satisfiesExactly(
                        first -> assertThat(first).contains("Internal note added"),
                        second -> assertThat(second).contains("Note added that the client sees"));
    }

    private int count() {
        return jdbc.sql("select count(*) from conversation_entry where organization_id = ?")
                .param(organization.value())
                .query(Integer.class)
                .single();
    }

    private void imported(EntryFields... entries) {
        imports.save(
                organization, Arrays.stream(entries).map(each -> fresh(each)).toList());
    }

    private MvcTestResult post(MockMvcTester who, Owner owner, Map<String, String> entered) {
        return send(who, owner, JsonMapper.shared().writeValueAsString(entered));
    }

    private static MvcTestResult send(MockMvcTester who, Owner owner, String json) {
        return who.post()
                .uri(address(owner))
                .contentType(MediaType.APPLICATION_JSON)
                .content(json)
                .exchange();
    }

    private static String address(Owner owner) {
        return "/api/v1/%s/%s/conversation".formatted(owner.kind(), owner.id());
    }

    private <T> @Nullable T read(MvcTestResult result, String path) {
        return JsonPath.read(body(result), path);
    }

    private static String body(MvcTestResult result) {
        return new String(result.getResponse().getContentAsByteArray(), StandardCharsets.UTF_8);
    }
}
