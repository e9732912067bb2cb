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
import app.ascent.conversation.Visibility;
import app.ascent.crm.Samples;
import app.ascent.crm.web.CrmWebTest;
import app.ascent.crm.web.Visitors;
import app.ascent.identity.OrganizationId;
import app.ascent.identity.Role;
import app.ascent.web.KeptForms;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

@CrmWebTest
@Import(Boats.class)
class ConversationPagesTests {

    private final Visitors visitors;
    private final ConversationImports imports;
    private final JdbcClient jdbc;
    private OrganizationId organization;
    private MockMvcTester owner;
    private Owner boat;

    @Autowired
    ConversationPagesTests(Visitors visitors, ConversationImports imports, JdbcClient jdbc) {
        this.visitors = visitors;
        this.imports = imports;
        this.jdbc = jdbc;
    }

    @BeforeEach
    void anOwnerWithABoat() {
        organization = visitors.organization();
        owner = visitors.member(organization, Role.OWNER);
        boat = Boats.launched(organization);
        jdbc.sql("update identity_organization set time_zone = 'Asia/Tokyo' where id = ?")
                .param(organization.value())
                .update();
    }

    @Test
    void beginsWithNothingAndAComposer() {
        assertThat(text(owner, page()))
                .contains("Nothing was said yet.", "Add note", "action=\"" + address() + "\"", "name=\"_csrf\"")
                .doesNotContain("??", "class=\"entry", "Show ");
    }

    /** Whoever does not think of it tells no client anything. */
    @Test
    void presetsInternal() {
        assertThat(text(owner, page()))
                .contains("value=\"INTERNAL\" checked=\"checked\">")
                .containsPattern("value=\"CLIENT\">");
    }

    @Test
    void showsTheLatestFiveAndFiftyEarlierOnes() {
        imported(IntStream.range(0, 129)
                .mapToObj(at -> note(boat, at, "said " + at + "."))
                .toArray(EntryFields[]::new));

        String page = text(owner, page());
        assertThat(page)
                .contains("Oldest first. 129 entries.", "Show 124 earlier entries", "said 124.", "said 128.")
                .doesNotContain("said 123.", "??");

        String earlier = href(page, "Show 124 earlier entries");
        assertThat(text(owner, earlier))
                .contains("<title>", "said 74.", "said 123.", "Show 74 earlier entries", "/boats/boats/" + boat.id())
                .doesNotContain("said 73.", "said 124.", "??");
        String part = fragment(earlier);
        assertThat(part).contains("said 74.", "Show 74 earlier entries").doesNotContain("<title>", "<main", "Add note");
        assertThat(fragment(href(fragment(href(part, "Show 74 earlier entries")), "Show 24 earlier entries")))
                .contains("said 0.", "said 23.")
                .doesNotContain("Show ", "said 24.");
    }

    /** Whoever looks at what the client sees finds nothing else there, on the page and further back. */
    @Test
    void isNarrowedToWhatTheClientSeesOrDoesNot() {
        imported(IntStream.range(0, 20)
                .mapToObj(at ->
                        seen(note(boat, at, "said " + at + "."), at % 2 == 0 ? Visibility.CLIENT : Visibility.INTERNAL))
                .toArray(EntryFields[]::new));

        assertThat(text(owner, page()))
                .contains("With the client", "?entries=CLIENT#conversation", "said 19.", "said 18.")
                .containsPattern("Internal<span class=\"count\">10</span>");
        String client = text(owner, page() + "?entries=CLIENT");
        assertThat(client)
                .contains(
                        "Oldest first. 10 of 20 entries.", "said 18.", "said 10.", "Show 5 earlier entries", "Add note")
                .doesNotContain("said 19.", "said 8.", "??");
        assertThat(fragment(href(client, "Show 5 earlier entries")))
                .contains("said 8.", "said 0.")
                .doesNotContain("said 9.", "said 7.");
        assertThat(text(owner, address() + "?entries=INTERNAL"))
                .contains("said 19.")
                .doesNotContain("said 18.");
        assertThat(text(owner, page() + "?entries=nonsense")).contains("said 19.", "said 18.");
    }

    private static EntryFields seen(EntryFields entry, Visibility visibility) {
        return EntryFields.FIELDS.with(entry, "visibility", visibility);
    }

    @Test
    void foldsWhatTheSystemSays() {
        imported(
                note(boat, 0, "a"),
                system(boat, 1, "workflow rules"),
                system(boat, 2, "workflow rules"),
                system(boat, 1000, null),
                note(boat, 1001, "b"),
                system(boat, 1002, null));

        String page = text(owner, page());

        assertThat(page)
                .contains(
                        "Oldest first. 2 entries, 4 system entries beside them are folded away.",
                        "3 system entries: workflow rules, 29 Apr 2026 to 30 Apr 2026",
                        "1 system entry: Rule fired, 30 Apr 2026",
                        "#robot")
                .doesNotContain(">Rule fired", "??");
        String run = href(page, "Show<");
        assertThat(text(owner, run)).contains("<title>", "Rule fired", "workflow rules");
        assertThat(fragment(run).split("Rule fired", -1)).hasSize(4);
        assertThat(fragment(run)).doesNotContain("<title>", "more system entries", ">a<");
    }

    /** Also where a person did what the system tells of. */
    @Test
    void saysWhatFoldedEntriesAreAbout() {
        EntryFields forwarded = EntryFields.FIELDS.with(system(boat, 1, "Kjell Ström"), "heading", "Forwarded");
        imported(note(boat, 0, "a"), EntryFields.FIELDS.with(forwarded, "authorType", AuthorType.NAME));

        assertThat(text(owner, page())).contains("1 system entry: Forwarded, 29 Apr 2026");
    }

    @Test
    void unfoldsALongRunFiftyAtATime() {
        imported(IntStream.range(0, 60).mapToObj(at -> system(boat, at, null)).toArray(EntryFields[]::new));

        String some = fragment(href(text(owner, page()), "Show<"));

        assertThat(some.split("Rule fired", -1)).hasSize(51);
        assertThat(fragment(href(some, "Show more system entries")).split("Rule fired", -1))
                .hasSize(11);
    }

    @Test
    void tellsWhoSaidItWhenAndWhoSeesIt() {
        imported(
                note(boat, 0, "a"),
                by(note(boat, 1, "b"), AuthorType.CONTACT, Samples.id(), "Elin Nyberg"),
                internal(note(boat, 2, "c"), "Night watch"));
        add("d", "INTERNAL");

        String page = text(owner, page());

        assertThat(entry(page, "a"))
                .contains(
                        "Kjell Ström</bdi>",
                        ">KS<",
                        "name from Autotask",
                        "29 Apr 2026, 17:00",
                        "Visible to the client")
                .doesNotContain("entry internal", "#lock");
        assertThat(entry(page, "b")).contains("Elin Nyberg").doesNotContain("name from Autotask");
        assertThat(entry(page, "c")).contains("entry internal", "Night watch", "#lock", "Internal");
        assertThat(entry(page, "d"))
                .contains("Zoë Lindqvist", "Today, ", "entry internal")
                .doesNotContain("name from Autotask");
    }

    @Test
    void takesNothingForHtml() {
        imported(internal(
                by(
                        note(boat, 0, "<script>alert(1)</script>\n<img src=x onerror=alert(1)> javascript:alert(1)"),
                        AuthorType.NAME,
                        null,
                        "<i>Kjell</i>"),
                "<b>Watch</b>"));

        String page = text(owner, page());

        assertThat(page)
                .contains(
                        "&lt;script&gt;alert(1)&lt;/script&gt;\n&lt;img src=x onerror=alert(1)&gt; javascript:alert(1)</p>",
                        "&lt;i&gt;Kjell&lt;/i&gt;",
                        "&lt;b&gt;Watch&lt;/b&gt;")
                .doesNotContain("<script>alert", "<img src=x", "<i>Kjell", "<b>Watch", "href=\"javascript");
        assertThat(text(owner, address())).contains("&lt;b&gt;Ærø&lt;/b&gt;").doesNotContain("<b>Ærø");
    }

    @Test
    void linksWebAddresses() {
        imported(note(boat, 0, "See https://status.example/?a=1&b=\"2\"."));

        assertThat(text(owner, page()))
                .contains(
                        "See <a href=\"https://status.example/?a=1&amp;b=\" rel=\"noopener noreferrer nofollow\" dir=\"ltr\">https://status.example/?a=1&amp;b=</a>&quot;2&quot;.</p>");
    }

    /** Each in an element of its own direction, so that nothing beside it is turned round. */
    @Test
    void keepsMarksOfWritingDirectionInTheirPlace() {
        imported(internal(by(note(boat, 0, "\u202Etxet"), AuthorType.NAME, null, "\u202Elljek"), "\u202Egnidaeh"));

        assertThat(text(owner, page()))
                .contains("<bdi class=\"entry-author\">\u202Elljek</bdi>", " dir=\"auto\">\u202Etxet</p>")
                .contains("<p class=\"entry-heading breaks\" dir=\"auto\">\u202Egnidaeh</p>");
    }

    @Test
    void showsTheBeginningOfALongTextAndAllOfItWhenAsked() {
        imported(note(boat, 0, "x".repeat(411_999) + "Z"));

        String page = text(owner, page());

        assertThat(page).contains("Show all 412 kB").doesNotContain("Z</p>").hasSizeLessThan(40_000);
        String whole = href(page, "Show all 412 kB");
        assertThat(text(owner, whole)).contains("<title>", "xZ</p>").doesNotContain("Show all");
        assertThat(fragment(whole)).contains("xZ</p>").doesNotContain("<title>");
    }

    @Test
    void saysWhyATextIsEmpty() {
        imported(note(boat, 0, ""));

        assertThat(text(owner, page())).contains("The text is empty in Autotask");
    }

    @Test
    void addsANoteAndGoesBack() {
        MvcTestResult added = add("Line one\r\nLine two", "CLIENT");

        assertThat(added).hasStatus(HttpStatus.FOUND).hasRedirectedUrl(page() + "#composer");
        assertThat(text(owner, page())).contains("Line one\nLine two</p>", "Visible to the client");
    }

    /** What was written stays. */
    @Test
    void tellsWhyANoteWasRefused() {
        MvcTestResult empty = add(" \u0000 ", "CLIENT");
        assertThat(empty).hasStatus(HttpStatus.UNPROCESSABLE_CONTENT);
        assertThat(body(empty))
                .contains("Write something first.", "aria-invalid=\"true\"")
                .doesNotContain("??");
        assertThat(body(empty)).containsPattern("value=\"CLIENT\" checked");

        MvcTestResult long_ = add("x".repeat(100_001), "INTERNAL");
        assertThat(long_).hasStatus(HttpStatus.UNPROCESSABLE_CONTENT);
        assertThat(body(long_)).contains("Shorten this to 100,000 characters or fewer.", "x".repeat(100_001));

        assertThat(text(owner, page())).contains("Nothing was said yet.");
    }

    @Test
    void keepsANoteThatWasWrittenWhileSomebodyClosed() {
        Owner closed = Boats.launched(organization, Boats.KIND, true);

        MvcTestResult refused = owner.post()
                .uri("/conversation/boats/" + closed.id())
                .param("body", "Almost done")
                .exchange();

        assertThat(refused).hasStatus(HttpStatus.CONFLICT);
        assertThat(body(refused)).contains("Almost done</textarea>", "Reopen it to add this note.");
        assertThat(text(owner, "/boats/boats/" + closed.id()))
                .contains("Conversation")
                .doesNotContain("Add note");
    }

    @Test
    void getsBackWhatWasWrittenWhenTheSessionEnded() {
        MvcTestResult returned = owner.get()
                .uri(address())
                .param("body", "Almost done")
                .param("visibility", "CLIENT")
                .requestAttr(KeptForms.RETURNED, true)
                .exchange();

        assertThat(body(returned)).contains("Almost done</textarea>").containsPattern("value=\"CLIENT\" checked");
        assertThat(text(owner, address() + "?body=Planted")).doesNotContain("Planted</textarea>");
    }

    @Test
    void asksTheKindWhoMay() {
        imported(note(boat, 0, "said"));
        MockMvcTester member = visitors.member(organization, Role.MEMBER);
        Owner submarine = Boats.launched(organization, Boats.HIDDEN, false);
        String theirs = "/boats/submarines/" + submarine.id();

        assertThat(text(member, page())).contains("said").doesNotContain("Add note");
        assertThat(member.post().uri(address()).param("body", "a").exchange()).hasStatus(HttpStatus.FORBIDDEN);
        assertThat(text(member, theirs)).doesNotContain("Nothing was said");
        assertThat(text(owner, theirs)).contains("Nothing was said");
        assertThat(member.get()
                        .uri("/conversation/submarines/" + submarine.id())
                        .exchange())
                .hasStatus(HttpStatus.FORBIDDEN);
    }

    @Test
    void knowsNothingOfOthersRecords() {
        MockMvcTester stranger = visitors.member(visitors.organization(), Role.OWNER);

        for (String path :
                new String[] {"", "/system", "/entries/" + Samples.id(), "?before=2026-04-29T08:00:00Z_" + Samples.id()
                }) {
            assertThat(stranger.get().uri(address() + path).exchange()).hasStatus(HttpStatus.NOT_FOUND);
        }
        assertThat(stranger.post().uri(address()).param("body", "a").exchange()).hasStatus(HttpStatus.NOT_FOUND);
        assertThat(owner.get().uri("/conversation/planes/" + boat.id()).exchange())
                .hasStatus(HttpStatus.NOT_FOUND);
        assertThat(owner.get().uri(address() + "/entries/" + Samples.id()).exchange())
                .hasStatus(HttpStatus.NOT_FOUND);
    }

    @Test
    void takesASenselessPlaceForNone() {
        imported(note(boat, 0, "said"));

        for (String place :
                new String[] {"x", "_", "2026-04-29T08:00:00Z_x", "9999999999-01-01T00:00:00Z_" + boat.id()}) {
            assertThat(text(owner, address() + "?before=" + place)).contains("said", "Add note");
        }
    }

    @Test
    void wantsTheTokenOfThePage() {
        assertThat(owner.post()
                        .uri(address())
                        .with(csrf().useInvalidToken())
                        .param("body", "a")
                        .exchange())
                .hasStatus(HttpStatus.FORBIDDEN);
        assertThat(text(owner, page())).contains("Nothing was said yet.");
    }

    private MvcTestResult add(String body, String visibility) {
        return owner.post()
                .uri(address())
                .param("body", body)
                .param("visibility", visibility)
                .exchange();
    }

    private void imported(EntryFields... entries) {
        imports.save(
                organization, Arrays.stream(entries).map(each -> fresh(each)).toList());
    }

    private static EntryFields internal(EntryFields note, String heading) {
        EntryFields headed = EntryFields.FIELDS.with(note, "heading", heading);
        return EntryFields.FIELDS.with(headed, "visibility", Visibility.INTERNAL);
    }

    private String page() {
        return "/boats/boats/" + boat.id();
    }

    private String address() {
        return "/conversation/boats/" + boat.id();
    }

    /** The entry that says it, up to there. */
    private static String entry(String page, String body) {
        int end = page.indexOf("\">" + body + "</p>");
        return page.substring(page.lastIndexOf("<article", end), end);
    }

    private static String href(String page, String words) {
        Matcher link = Pattern.compile("<a [^>]*href=\"([^\"]+)\"[^>]*>" + Pattern.quote(words))
                .matcher(page);
        assertThat(link.find()).as(words).isTrue();
        return link.group(1).replace("&amp;", "&");
    }

    private String fragment(String path) {
        MvcTestResult answer =
                owner.get().uri(path).header("HX-Request", "true").exchange();
        assertThat(answer).hasStatusOk();
        return body(answer);
    }

    private static String text(MockMvcTester who, String path) {
        MvcTestResult answer = who.get().uri(path).exchange();
        assertThat(answer).hasStatusOk();
        return body(answer);
    }

    private static String body(MvcTestResult result) {
        return new String(result.getResponse().getContentAsByteArray(), StandardCharsets.UTF_8);
    }
}
