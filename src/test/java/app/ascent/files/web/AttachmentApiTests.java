package app.ascent.files.web;

import static org.assertj.core.api.Assertions.assertThat;

import app.ascent.crm.Samples;
import app.ascent.crm.web.CrmWebTest;
import app.ascent.crm.web.Visitors;
import app.ascent.files.Attached;
import app.ascent.files.AttachmentImports;
import app.ascent.files.Owner;
import app.ascent.identity.OrganizationId;
import app.ascent.identity.Role;
import app.ascent.record.imports.ImportedPart;
import com.jayway.jsonpath.JsonPath;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import tools.jackson.databind.json.JsonMapper;

/** What is attached to records, for programs. */
@CrmWebTest
class AttachmentApiTests {

    private static final String API = "/api/v1/attachments";
    private static final String OPEN = "00000000-0000-8000-8000-000000000001";
    private static final byte[] PNG = {(byte) 0x89, 'P', 'N', 'G', 13, 10, 26, 10, 0, 0, 0, 0, 0};

    private final Visitors visitors;
    private final AttachmentImports imports;
    private final JdbcClient jdbc;
    private OrganizationId organization;
    private MockMvcTester owner;
    private String client;
    private String ticket;

    @Autowired
    AttachmentApiTests(Visitors visitors, AttachmentImports imports, JdbcClient jdbc) {
        this.visitors = visitors;
        this.imports = imports;
        this.jdbc = jdbc;
    }

    @BeforeEach
    void anOwnerWithATicket() {
        organization = visitors.organization();
        owner = visitors.member(organization, Role.OWNER);
        client = created("/api/v1/clients", "{\"name\": \"Northwind\"}");
        ticket = ticket();
    }

    private String ticket() {
        return created(
                "/api/v1/tickets",
                "{\"subject\": \"Printer jams\", \"clientId\": \"%s\", \"statusId\": \"%s\"}".formatted(client, OPEN));
    }

    private String created(String uri, String json) {
        MvcTestResult created = owner.post()
                .uri(uri)
                .contentType(MediaType.APPLICATION_JSON)
                .content(json)
                .exchange();
        assertThat(created).hasStatus(HttpStatus.CREATED);
        return read(created, "$.id");
    }

    private static <T> T read(MvcTestResult result, String path) {
        return JsonPath.read(body(result), path);
    }

    private static String body(MvcTestResult result) {
        return new String(result.getResponse().getContentAsByteArray(), StandardCharsets.UTF_8);
    }

    private MvcTestResult sent(MockMvcTester who, String to, String name, String type, byte[] bytes) {
        return who.post()
                .uri(API)
                .multipart()
                .file(new MockMultipartFile("file", name, type, bytes))
                .param("owner", to)
                .exchange();
    }

    private String added(String to, String name, String type, byte[] bytes) {
        MvcTestResult added = sent(owner, to, name, type, bytes);
        assertThat(added).hasStatus(HttpStatus.CREATED);
        return read(added, "$.id");
    }

    private MvcTestResult got(String address) {
        return owner.get().uri(address).exchange();
    }

    private List<String> names(String of) {
        return read(got(API + "?owner=" + of), "$.items[*].name");
    }

    /** Programs rely on these names, and on nothing else being said. */
    @Test
    void answersWithTheseFields() {
        MvcTestResult added = sent(owner, "tickets:" + ticket, "C:\\logs\\queue.txt", "text/plain", "Queue".getBytes());

        assertThat(added).hasStatus(HttpStatus.CREATED);
        assertThat(JsonMapper.shared().readTree(body(added)).propertyNames())
                .containsExactlyInAnyOrder(
                        "contentType",
                        "id",
                        "kind",
                        "name",
                        "owner",
                        "sha256",
                        "size",
                        "source",
                        "uploadedAt",
                        "uploadedBy",
                        "url",
                        "visibility");
        assertThat(AttachmentApiTests.<String>read(added, "$.name")).isEqualTo("queue.txt");
        assertThat(AttachmentApiTests.<String>read(added, "$.visibility")).isEqualTo("INTERNAL");
        assertThat(AttachmentApiTests.<String>read(added, "$.uploadedBy.name")).isEqualTo("Zoë Lindqvist");
        assertThat(body(got(added.getResponse().getHeader(HttpHeaders.LOCATION))))
                .isEqualTo(body(added));
        assertThat(body(got("/api/v1/tickets/%s".formatted(ticket)))).doesNotContain("queue.txt");
        Long told = jdbc.sql(
                        "select count(*) from audit_entry where entity_id = ? and changes::text like '%queue.txt%'")
                .param(ticket)
                .query(Long.class)
                .single();
        assertThat(told).isEqualTo(1);
    }

    /** An entry's and a time entry's stand with their ticket, under the names that imports have for them, too. */
    @Test
    void listsWithATicketWhatIsAttachedToItsEntriesAndItsTime() {
        String note = created("/api/v1/tickets/%s/conversation".formatted(ticket), "{\"body\": \"See there\"}");
        String time = created(
                "/api/v1/time-entries",
                "{\"ticketId\": \"%s\", \"date\": \"2026-04-29\", \"minutes\": 30, \"description\": \"Looked\"}"
                        .formatted(ticket));
        added("tickets:" + ticket, "one", "text/plain", new byte[] {1});
        String two = added("ticketNotes:" + note, "two", "text/plain", new byte[] {2});
        added("timeEntries:" + time, "three", "text/plain", new byte[] {3});
        added("companies:" + client, "four", "text/plain", new byte[] {4});

        assertThat(names("tickets:" + ticket)).containsExactly("three", "two", "one");
        assertThat(names("entries:" + note)).containsExactly("two");
        assertThat(names("time-entries:" + time)).containsExactly("three");
        assertThat(names("clients:" + client)).containsExactly("four");
        assertThat(AttachmentApiTests.<List<String>>read(
                        got("/api/v1/tickets/%s/conversation".formatted(ticket)), "$.items[0].attachmentIds"))
                .containsExactly(two);

        MockMvcTester withoutTime = visitors.memberWithout(organization, "time_entries.read");
        assertThat(AttachmentApiTests.<List<String>>read(
                        withoutTime.get().uri(API + "?owner=tickets:" + ticket).exchange(), "$.items[*].name"))
                .containsExactly("two", "one");
        moved(time, ticket());
        assertThat(names("tickets:" + ticket)).containsExactly("two", "one");
    }

    private void moved(String time, String other) {
        String entry = body(got("/api/v1/time-entries/" + time));
        assertThat(owner.put()
                        .uri("/api/v1/time-entries/" + time)
                        .contentType(MediaType.APPLICATION_JSON)
                        .content(entry.replace(ticket, other))
                        .exchange())
                .hasStatus(HttpStatus.OK);
        assertThat(names("tickets:" + other)).containsExactly("three");
    }

    /** Whatever it says it is, a browser saves it and runs nothing of it. */
    @ParameterizedTest
    @CsvSource({
        "page.html, text/html, application/octet-stream",
        "image.svg, image/svg+xml, application/octet-stream",
        "'no type', 'no type', application/octet-stream",
        "plan.pdf, application/pdf, application/pdf"
    })
    void isSavedAndNeverRun(String name, String told, String served) {
        String id = added("tickets:" + ticket, name, told, "<script>alert(1)</script>".getBytes());

        MvcTestResult file = got("%s/%s/content".formatted(API, id));

        assertThat(file)
                .hasStatus(HttpStatus.OK)
                .hasHeader(HttpHeaders.CONTENT_TYPE, served)
                .hasHeader("X-Content-Type-Options", "nosniff")
                .hasHeader("Content-Security-Policy", "sandbox; default-src 'none'")
                .bodyText()
                .isEqualTo("<script>alert(1)</script>");
        assertThat(file.getResponse().getHeader(HttpHeaders.CONTENT_DISPOSITION))
                .startsWith("attachment;");
        assertThat(file.getResponse().getHeader(HttpHeaders.CACHE_CONTROL)).contains("private");
        assertThat(got("%s/%s/picture".formatted(API, id))).hasStatus(HttpStatus.NOT_FOUND);
        assertThat(got("/attachments/%s/content".formatted(id)))
                .hasHeader("Content-Security-Policy", "sandbox; default-src 'none'");
    }

    @Test
    void isSavedUnderAnyName() {
        String id = added("tickets:" + ticket, "Ærø \"€\".txt", "text/plain", new byte[] {1});

        assertThat(got("%s/%s/content".formatted(API, id)).getResponse().getHeader(HttpHeaders.CONTENT_DISPOSITION))
                .contains("filename*=UTF-8''%C3%86r%C3%B8%20%22%E2%82%AC%22.txt");
    }

    /** By its first bytes, whatever it is called. */
    @Test
    void showsPicturesAlone() {
        String id = added("tickets:" + ticket, "photo.bin", "text/html", PNG);

        assertThat(got("%s/%s/picture".formatted(API, id)))
                .hasStatus(HttpStatus.OK)
                .hasHeader(HttpHeaders.CONTENT_TYPE, "image/png")
                .hasHeader("X-Content-Type-Options", "nosniff")
                .hasHeader("Content-Security-Policy", "sandbox; default-src 'none'");
    }

    @Test
    void answersRangesAndWhoeverHasItAlready() {
        String id = added("tickets:" + ticket, "digits.txt", "text/plain", "0123456789".getBytes());
        String address = "%s/%s/content".formatted(API, id);
        String tag = String.valueOf(got(address).getResponse().getHeader(HttpHeaders.ETAG));

        assertThat(owner.get().uri(address).header("Range", "bytes=2-4").exchange())
                .hasStatus(HttpStatus.PARTIAL_CONTENT)
                .hasHeader(HttpHeaders.CONTENT_RANGE, "bytes 2-4/10")
                .bodyText()
                .isEqualTo("234");
        assertThat(owner.get().uri(address).header("Range", "bytes=-2").exchange())
                .bodyText()
                .isEqualTo("89");
        assertThat(owner.get().uri(address).header("Range", "bytes=12-").exchange())
                .hasStatus(HttpStatus.REQUESTED_RANGE_NOT_SATISFIABLE);
        assertThat(owner.get()
                        .uri(address)
                        .header("Range", "bytes=2-4")
                        .header("If-Range", "\"of another\"")
                        .exchange())
                .hasStatus(HttpStatus.OK)
                .bodyText()
                .isEqualTo("0123456789");
        assertThat(owner.get().uri(address).header("If-None-Match", tag).exchange())
                .hasStatus(HttpStatus.NOT_MODIFIED);
        assertThat(tag).isEqualTo("\"84d89877f0d4041efb6bf91a16f0248f2fd573e6af05c19f96bedb9f882f7882\"");
    }

    /** Before it is promised. */
    @Test
    void saysThatContentIsNotThere() {
        String id = added("tickets:" + ticket, "lost.txt", "text/plain", "lost".getBytes());
        jdbc.sql("insert into file_content (organization_id, sha256, size) values (?, repeat('b', 64), 4)")
                .param(organization.value())
                .update();
        jdbc.sql("update attachment set sha256 = repeat('b', 64) where id = ?")
                .param(UUID.fromString(id))
                .update();

        MvcTestResult lost = got("%s/%s/content".formatted(API, id));

        assertThat(lost)
                .hasStatus(HttpStatus.SERVICE_UNAVAILABLE)
                .doesNotContainHeader(HttpHeaders.CONTENT_DISPOSITION)
                .bodyText()
                .contains("/problems/files-unavailable", "is not where files are kept");
        assertThat(got("/attachments/%s/content".formatted(id))).hasStatus(HttpStatus.SERVICE_UNAVAILABLE);
    }

    @Test
    void refusesWhatIsEmptyOrTooLargeOrGoesToAClosedTicket() {
        String to = "tickets:" + ticket;
        assertThat(sent(owner, to, "empty", "text/plain", new byte[0])).hasStatus(HttpStatus.UNPROCESSABLE_CONTENT);
        assertThat(sent(owner, to, "large", "text/plain", new byte[25 * 1024 * 1024 + 1]))
                .hasStatus(HttpStatus.CONTENT_TOO_LARGE)
                .bodyText()
                .contains("/problems/file-too-large", "25 MB");
        assertThat(sent(owner, "tickets", "a", "text/plain", new byte[] {1}))
                .hasStatus(HttpStatus.UNPROCESSABLE_CONTENT);

        jdbc.sql(
                        "update desk_ticket set closed = true, status_id = (select id from desk_status s where s.organization_id = desk_ticket.organization_id and s.closed order by name limit 1) where id = ?")
                .param(UUID.fromString(ticket))
                .update();
        assertThat(sent(owner, to, "late", "text/plain", new byte[] {1})).hasStatus(HttpStatus.CONFLICT);
    }

    @Test
    void showsNothingToAnotherOrganization() {
        String id = added("tickets:" + ticket, "ours", "text/plain", new byte[] {1});
        MockMvcTester other = visitors.member(visitors.organization(), Role.OWNER);

        for (String address : List.of("", "/content", "/picture")) {
            assertThat(other.get().uri("%s/%s%s".formatted(API, id, address)).exchange())
                    .hasStatus(HttpStatus.NOT_FOUND);
        }
        assertThat(other.get().uri("/attachments/%s/content".formatted(id)).exchange())
                .hasStatus(HttpStatus.NOT_FOUND);
        assertThat(other.get().uri(API + "?owner=tickets:" + ticket).exchange()).hasStatus(HttpStatus.NOT_FOUND);
        assertThat(other.delete().uri(API + "/" + id).exchange()).hasStatus(HttpStatus.NOT_FOUND);
        assertThat(sent(other, "tickets:" + ticket, "theirs", "text/plain", new byte[] {1}))
                .hasStatus(HttpStatus.NOT_FOUND);
    }

    /** Rights are those of the ticket. */
    @Test
    void isReadAndChangedByWhoeverMayDoSoWithItsRecord() {
        String id = added("tickets:" + ticket, "ours", "text/plain", new byte[] {1});
        MockMvcTester reader = visitors.memberWithout(organization, "tickets.update");
        MockMvcTester nobody = visitors.memberWithout(organization, "tickets.read");

        assertThat(reader.get().uri("%s/%s/content".formatted(API, id)).exchange())
                .hasStatus(HttpStatus.OK);
        assertThat(sent(reader, "tickets:" + ticket, "a", "text/plain", new byte[] {1}))
                .hasStatus(HttpStatus.FORBIDDEN);
        assertThat(reader.delete().uri(API + "/" + id).exchange()).hasStatus(HttpStatus.FORBIDDEN);
        assertThat(nobody.get().uri("%s/%s/content".formatted(API, id)).exchange())
                .hasStatus(HttpStatus.FORBIDDEN);
        assertThat(nobody.get().uri(API + "?owner=tickets:" + ticket).exchange())
                .hasStatus(HttpStatus.FORBIDDEN);
    }

    @Test
    void goesWhenItIsDeletedAndWithItsRecord() {
        String note = created("/api/v1/tickets/%s/conversation".formatted(ticket), "{\"body\": \"See there\"}");
        added("tickets:" + ticket, "kept", "text/plain", new byte[] {1});
        added("ticketNotes:" + note, "beside the note", "text/plain", new byte[] {3});
        String id = added("tickets:" + ticket, "gone", "text/plain", new byte[] {2});

        assertThat(owner.delete().uri(API + "/" + id).exchange()).hasStatus(HttpStatus.NO_CONTENT);
        assertThat(names("tickets:" + ticket)).containsExactly("beside the note", "kept");

        assertThat(owner.delete().uri("/api/v1/tickets/" + ticket).exchange()).hasStatus(HttpStatus.NO_CONTENT);
        assertThat(jdbc.sql("select count(*) from attachment where organization_id = ?")
                        .param(organization.value())
                        .query(Long.class)
                        .single())
                .isZero();
    }

    @Test
    void linksHaveAnAddressAndNoContent() {
        ImportedPart<?> link = imported("https://plans.example.org/42");

        MvcTestResult shown = got(API + "/" + link.id());
        assertThat(AttachmentApiTests.<String>read(shown, "$.url")).isEqualTo("https://plans.example.org/42");
        assertThat(AttachmentApiTests.<String>read(shown, "$.source.id")).startsWith("Attachments:");
        assertThat(got("%s/%s/content".formatted(API, link.id()))).hasStatus(HttpStatus.NOT_FOUND);
        assertThat(got("/tickets/" + ticket))
                .hasStatus(HttpStatus.OK)
                .bodyText()
                .contains("href=\"https://plans.example.org/42\" rel=\"noopener", "plans.example.org");
    }

    private ImportedPart<?> imported(String url) {
        var link = Attached.fresh(Attached.link(new Owner("tickets", UUID.fromString(ticket)), url));
        imports.save(organization, List.of(link));
        return link;
    }

    @Test
    void namesNothingWhereThereIsNoSuchKind() {
        assertThat(got(API + "?owner=kites:" + Samples.id())).hasStatus(HttpStatus.NOT_FOUND);
    }
}
