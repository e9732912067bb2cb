package app.ascent.record.web;

import static org.assertj.core.api.Assertions.assertThat;

import app.ascent.identity.Role;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** The search over all kinds of record, as people see it. */
class SearchPagesTests extends SearchTest {

    @Test
    void standsOnEveryPage() {
        String page = body(
                visitors.member(organization, Role.MEMBER).get().uri("/clients").exchange());

        assertThat(page).contains("action=\"/search\"", "for=\"search-side\"", "for=\"search-phone\"");
    }

    @Test
    void groupsWhatItFoundAndLeadsToAllOfAKind() {
        IntStream.range(0, 7).forEach(number -> client("Tamarind & Sons " + number));
        contact(client("Northwind"), "Tamarind");

        String page = find("tamarind");

        assertThat(page)
                .contains("The first 5 of 7", "All 7 clients", "href=\"/clients?search=tamarind&amp;status=any\"")
                .contains("Tamarind &amp; Sons 0", "Anna Tamarind", "Northwind")
                .doesNotContain("Tamarind &amp; Sons 5", "All 1 contacts");
        assertThat(page.indexOf(">Clients<")).isLessThan(page.indexOf(">Contacts<", page.indexOf("found-clients")));
    }

    @Test
    void marksWhatFitsExactlyAndPutsItsKindFirst() {
        UUID client = client("P20260203.0002 Holding");
        UUID project = project(client, "Renewal");
        asset(client, "Server", "P20260203.0002");

        String page = find("P20260203.0002");

        assertThat(page).contains("Old number", "href=\"/projects/" + project + "\"");
        assertThat(page.indexOf("found-projects")).isLessThan(page.indexOf("found-clients"));
    }

    @Test
    void opensTheOneThatFitsExactly() {
        UUID client = client("5CD1234XYZ Holding");
        UUID asset = asset(client, "Server", "5CD1234XYZ");
        from("crm_client", client, 29_683_725L);

        assertThat(reader.get().uri("/search?q={typed}", "5cd1234xyz").exchange())
                .hasRedirectedUrl("/assets/" + asset);
        assertThat(find("29683725")).contains("5CD1234XYZ Holding");
    }

    @ParameterizedTest
    @CsvSource({"'', What are you looking for?", "a, Type another letter", "<b>x</b>, 'fits “&lt;b&gt;x&lt;/b&gt;”'"})
    void saysWhyItShowsNothing(String typed, String said) {
        assertThat(find(typed)).contains(said).doesNotContain("found-clients");
    }

    @Test
    void asksToShortenWhatIsTooLong() {
        assertThat(find("x".repeat(1_000)))
                .contains("Shorten it to 200 characters or fewer.")
                .contains("value=\"" + "x".repeat(197) + "...\"");
    }

    private String find(String typed) {
        return body(reader.get().uri("/search?q={typed}", typed).exchange());
    }

    private static String body(MvcTestResult result) {
        assertThat(result).hasStatusOk();
        return new String(result.getResponse().getContentAsByteArray(), StandardCharsets.UTF_8);
    }
}
