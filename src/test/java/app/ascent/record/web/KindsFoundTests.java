package app.ascent.record.web;

import static org.assertj.core.api.Assertions.assertThat;

import app.ascent.CountedStatements;
import app.ascent.identity.OrganizationId;
import app.ascent.record.search.FoundOfKind;
import app.ascent.record.search.Hit;
import app.ascent.record.search.Match;
import app.ascent.record.search.Search;
import app.ascent.record.search.Wanted;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.security.authentication.TestingAuthenticationToken;
import org.springframework.security.core.authority.AuthorityUtils;
import org.springframework.security.core.context.SecurityContextHolder;

/** What the search finds of each kind, for whoever may read it. */
class KindsFoundTests extends SearchTest {

    private static final List<String> EVERYTHING = List.of(
            "clients.read",
            "contacts.read",
            "contracts.read",
            "assets.read",
            "projects.read",
            "tickets.read",
            "time_entries.read");

    private final Search search;
    private final CountedStatements statements;

    @Autowired
    KindsFoundTests(Search search, CountedStatements statements) {
        this.search = search;
        this.statements = statements;
    }

    @AfterEach
    void nobodyIsSignedIn() {
        SecurityContextHolder.clearContext();
    }

    @Test
    void findsRecordsOfAllKindsAndSaysWhoseTheyAre() {
        everyKind();

        List<FoundOfKind> found = find(EVERYTHING, "tamarind");

        assertThat(kinds(found))
                .containsExactly(
                        "clients", "contacts", "tickets", "assets", "contracts", "projects", "tasks", "time-entries");
        assertThat(hits(found))
                .extracting(Hit::title)
                .containsExactly(
                        "Tamarind Foods",
                        "Anna Tamarind",
                        "Tamarind printer",
                        "tamarind-srv",
                        "Tamarind support",
                        "Tamarind renewal",
                        "Rack it at Tamarind",
                        "Drove to Tamarind");
        assertThat(hits(found))
                .extracting(Hit::subtitle)
                .containsExactly(
                        "",
                        "anna@tamarind.example · Tamarind Foods",
                        "TKT-260409-0001 · Tamarind Foods",
                        "Tamarind Foods",
                        "Tamarind Foods",
                        "PRJ-2602004 · P20260203.0002 · Tamarind Foods",
                        "T20260203.0007 · Tamarind renewal",
                        "9 Apr 2026 · Zoë Lindqvist · Tamarind Foods");
    }

    @ParameterizedTest
    @CsvSource({
        "TKT-260409-0042, tickets, NUMBER",
        "t20260409.0042, tickets, OLD_NUMBER",
        "prj-2602004, projects, NUMBER",
        "7xk2p93, assets, SERIAL_NUMBER",
        "C-1042, clients, NUMBER",
        "8123, tasks, SOURCE_ID",
        "#8123, tasks, SOURCE_ID"
    })
    void findsByAWholeNumberOfWhateverKind(String typed, String kind, Match match) {
        UUID client = client("Northwind", "C-1042");
        ticket(client, "Printer", "TKT-260409-0042", "T20260409.0042");
        asset(client, "FJH-SRV-02", "7XK2P93");
        from("project_task", task(project(client, "Renewal"), "Rack it"), 8_123);
        client("About TKT-260409-0042, PRJ-2602004, 7xk2p93, C-1042, T20260409.0042 and #8123");

        List<FoundOfKind> found = find(EVERYTHING, typed);

        assertThat(kinds(found)).startsWith(kind);
        assertThat(hits(found))
                .hasSizeGreaterThan(1)
                .first()
                .extracting(Hit::match)
                .isEqualTo(match);
    }

    @Test
    void asksOnlyKindsThatOneMayRead() {
        everyKind();

        assertThat(kinds(find(List.of("clients.read", "tickets.read"), "tamarind")))
                .containsExactly("clients", "tickets");
        assertThat(find(List.of(), "tamarind")).isEmpty();
    }

    @Test
    void findsNothingOfAnotherOrganization() {
        everyKind();
        from("crm_client", client("Tamarind Foods", "C-7"), 8_123);
        jdbc.sql("update crm_client_search set settled = true where organization_id = ?")
                .param(organization.value())
                .update();

        OrganizationId other = visitors.organization();

        for (String typed : List.of("tamarind", "TKT-260409-0001", "C-7", "8123")) {
            assertThat(search(other, EVERYTHING, typed)).as(typed).isEmpty();
            assertThat(find(EVERYTHING, typed)).as(typed).isNotEmpty();
        }
    }

    @Test
    void asksAsOftenForManyAsForOne() {
        everyKind();
        int one = statements.during(() -> find(EVERYTHING, "tamarind"));
        IntStream.range(0, 4).forEach(_ -> {
            UUID client = client("Tamarind Foods");
            ticket(
                    client,
                    "Tamarind printer",
                    "TKT-" + UUID.randomUUID().toString().substring(0, 8),
                    null);
            time(client, "Drove to Tamarind");
        });

        assertThat(statements.during(() -> find(EVERYTHING, "tamarind")))
                .isEqualTo(one)
                .isLessThanOrEqualTo(10);
    }

    private void everyKind() {
        UUID client = client("Tamarind Foods");
        contact(client, "Tamarind");
        contract(client, "Tamarind support");
        asset(client, "tamarind-srv", null);
        task(project(client, "Tamarind renewal"), "Rack it at Tamarind");
        ticket(client, "Tamarind printer", "TKT-260409-0001", null);
        time(client, "Drove to\nTamarind");
    }

    private List<FoundOfKind> find(List<String> authorities, String typed) {
        return search(organization, authorities, typed);
    }

    private List<FoundOfKind> search(OrganizationId where, List<String> authorities, String typed) {
        SecurityContextHolder.getContext()
                .setAuthentication(
                        new TestingAuthenticationToken("zoe", "", AuthorityUtils.createAuthorityList(authorities)));
        return search.all(where, Wanted.of(typed));
    }

    private static List<String> kinds(List<FoundOfKind> found) {
        return found.stream().map(each -> each.kind().kind()).toList();
    }

    private static List<Hit> hits(List<FoundOfKind> found) {
        return found.stream().flatMap(each -> each.hits().stream()).toList();
    }
}
