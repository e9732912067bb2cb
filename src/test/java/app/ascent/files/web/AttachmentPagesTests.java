package app.ascent.files.web;

import static org.assertj.core.api.Assertions.assertThat;

import app.ascent.crm.web.CrmWebTest;
import app.ascent.crm.web.Visitors;
import app.ascent.identity.OrganizationId;
import app.ascent.identity.Role;
import com.jayway.jsonpath.JsonPath;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** What is attached to records, for people. */
@CrmWebTest
class AttachmentPagesTests {

    private static final byte[] PNG = {(byte) 0x89, 'P', 'N', 'G', 13, 10, 26, 10, 0, 0, 0, 0, 0};

    private final Visitors visitors;
    private final JdbcClient jdbc;
    private OrganizationId organization;
    private MockMvcTester owner;
    private String client;
    private String ticket;

    @Autowired
    AttachmentPagesTests(Visitors visitors, JdbcClient jdbc) {
        this.visitors = visitors;
        this.jdbc = jdbc;
    }

    @BeforeEach
    void anOwnerWithATicket() {
        organization = visitors.organization();
        owner = visitors.member(organization, Role.OWNER);
        client = created("/api/v1/clients", "{\"name\": \"Northwind\"}");
        ticket = created(
                "/api/v1/tickets",
                "{\"subject\": \"Printer jams\", \"clientId\": \"%s\", \"statusId\": \"00000000-0000-8000-8000-000000000001\"}"
                        .formatted(client));
    }

    private String created(String uri, String json) {
        MvcTestResult created = owner.post()
                .uri(uri)
                .contentType(MediaType.APPLICATION_JSON)
                .content(json)
                .exchange();
        return JsonPath.read(new String(created.getResponse().getContentAsByteArray()), "$.id");
    }

    private MvcTestResult sent(MockMvcTester who, String address, MockMultipartFile... files) {
        var request = who.post().uri(address).multipart();
        for (MockMultipartFile file : files) {
            request.file(file);
        }
        return request.param("visibility", "CLIENT").param("body", "See there").exchange();
    }

    private static MockMultipartFile file(String name, byte[] bytes) {
        return new MockMultipartFile("files", name, "text/plain", bytes);
    }

    private String list() {
        return "/attachments/of/tickets/" + ticket;
    }

    private MvcTestResult got(String address) {
        return owner.get().uri(address).exchange();
    }

    @Test
    void attachesSeveralFilesAtOnce() {
        assertThat(sent(owner, list(), file("<b>.txt", new byte[] {1}), file("two.txt", new byte[1_900])))
                .hasStatus3xxRedirection()
                .hasRedirectedUrl(list());

        assertThat(got(list()))
                .bodyText()
                .contains("&lt;b&gt;.txt", "two.txt", "2 kB", "Visible to the client", "1–2 of 2");
        assertThat(got("/tickets/" + ticket)).bodyText().contains("two.txt", "name=\"files\"");
        assertThat(got("/tickets/%s/tabs?at=overview".formatted(ticket)))
                .bodyText()
                .containsPattern("(?s)Attachments.{0,200}>2<");
    }

    /** Pictures are seen, other files are lines. */
    @Test
    void attachesFilesToANote() {
        assertThat(sent(owner, "/conversation/tickets/" + ticket, file("rack.png", PNG), file("log.txt", new byte[] {1
                })))
                .hasStatus3xxRedirection();

        assertThat(got("/tickets/" + ticket))
                .bodyText()
                .containsPattern("(?s)entry-files.*thumbnails.*/picture.*rack\\.png.*file-lines.*log\\.txt");
        assertThat(jdbc.sql(
                                "select distinct visibility from attachment where organization_id = ? and owner_kind = 'entries'")
                        .param(organization.value())
                        .query(String.class)
                        .list())
                .containsExactly("CLIENT");
    }

    @Test
    void saysWhyNothingIsAttached() {
        assertThat(sent(owner, list(), file("empty.txt", new byte[0])))
                .hasStatus(HttpStatus.UNPROCESSABLE_CONTENT)
                .bodyText()
                .contains("There is nothing in the file.");
        assertThat(sent(owner, list(), file("", new byte[0])))
                .hasStatus(HttpStatus.UNPROCESSABLE_CONTENT)
                .bodyText()
                .contains("Choose a file first.");
        assertThat(sent(owner, "/conversation/tickets/" + ticket, file("empty.txt", new byte[0])))
                .hasStatus(HttpStatus.UNPROCESSABLE_CONTENT)
                .bodyText()
                .contains("There is nothing in the file.", "See there");
    }

    @Test
    void offersNothingToWhoeverOnlyReadsAndOnAClosedTicket() {
        sent(owner, list(), file("one.txt", new byte[] {1}));
        MockMvcTester reader = visitors.memberWithout(organization, "tickets.update");

        assertThat(reader.get().uri(list()).exchange())
                .hasStatus(HttpStatus.OK)
                .bodyText()
                .contains("one.txt")
                .doesNotContain("name=\"files\"", "/delete");
        assertThat(sent(reader, list(), file("two.txt", new byte[] {1}))).hasStatus(HttpStatus.FORBIDDEN);
        jdbc.sql(
                        "update desk_ticket set closed = true, status_id = (select id from desk_status s where s.organization_id = desk_ticket.organization_id and s.closed order by name limit 1) where organization_id = ?")
                .param(organization.value())
                .update();
        assertThat(got(list())).bodyText().contains("one.txt").doesNotContain("name=\"files\"");
    }

    @Test
    void asksBeforeItDeletes() {
        sent(owner, "/attachments/of/clients/" + client, file("one.txt", new byte[] {1}));
        String id = jdbc.sql("select id::text from attachment where organization_id = ?")
                .param(organization.value())
                .query(String.class)
                .single();
        String delete = "/attachments/%s/delete".formatted(id);

        assertThat(got(delete)).bodyText().contains("Delete one.txt?");
        assertThat(owner.post().uri(delete).exchange()).hasRedirectedUrl("/attachments/of/clients/" + client);
        assertThat(got("/clients/" + client)).bodyText().contains("No attachments yet");
        assertThat(got(delete)).hasStatus(HttpStatus.NOT_FOUND);
    }

    @Test
    void turnsItsPages() {
        jdbc.sql("insert into file_content (organization_id, sha256, size) values (?, repeat('a', 64), 1)")
                .param(organization.value())
                .update();
        jdbc.sql(
                        """
                        insert into attachment (organization_id, id, owner_kind, owner_id, place_kind, place_id, name, kind,
                            size, sha256, visibility, uploaded_at, uploader_type, created_at, updated_at)
                        select :organization, gen_random_uuid(), 'tickets', :ticket, 'tickets', :ticket, 'file ' || n, 'FILE',
                            1, repeat('a', 64), 'CLIENT', now() + n * interval '1 s', 'SYSTEM', now(), now()
                        from generate_series(1, 10000) n
                        """)
                .param("organization", organization.value())
                .param("ticket", java.util.UUID.fromString(ticket))
                .update();

        assertThat(got(list()))
                .bodyText()
                .contains("1–25 of 10,000", ">file 10000<")
                .doesNotContain(">file 9975<");
        assertThat(got(list() + "?page=399")).bodyText().contains(">file 1<");
        assertThat(got("/tickets/" + ticket)).bodyText().contains("All 10,000 attachments");
    }
}
