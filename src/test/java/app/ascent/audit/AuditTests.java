package app.ascent.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.ascent.identity.Crew;
import app.ascent.identity.Role;
import app.ascent.record.table.RecordDesk;
import app.ascent.web.VisitedApplication;
import app.ascent.web.Visitor;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.data.domain.PageRequest;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.util.AopTestUtils;
import org.springframework.test.util.ReflectionTestUtils;
import org.springframework.transaction.support.TransactionTemplate;

@VisitedApplication
class AuditTests {

    private static final AuditedRecord NORTHWIND = new AuditedRecord("Client", "42", "Northwind");
    private static final Pattern ENTRY = Pattern.compile("/admin/audit-logs/[0-9a-f-]{36}");

    private final Audit audit;
    private final List<AuditedType> types;
    private final List<RecordDesk<?, ?, ?, ?, ?>> desks;
    private final JdbcClient jdbc;
    private final TransactionTemplate transactions;
    private final int port;

    private Crew crew;

    AuditTests(
            Audit audit,
            List<AuditedType> types,
            List<RecordDesk<?, ?, ?, ?, ?>> desks,
            JdbcClient jdbc,
            TransactionTemplate transactions,
            @LocalServerPort int port) {
        this.audit = audit;
        this.types = types;
        this.desks = desks;
        this.jdbc = jdbc;
        this.transactions = transactions;
        this.port = port;
    }

    @BeforeEach
    void hire() {
        crew = Crew.of(jdbc, "Fjordlight IT");
    }

    @Test
    void writesDownWhoSignedInAndOutAndFromWhere() {
        Visitor owner = signedIn(Role.OWNER);
        owner.post("/logout", Map.of());

        List<AuditEntry> entries = awaitEntries(2);

        assertThat(entries).extracting(AuditEntry::action).containsExactly(Action.LOGOUT, Action.LOGIN);
        assertThat(entries.getLast().user()).isNotNull().satisfies(user -> {
            assertThat(user.id()).isEqualTo(crew.owner().id());
            assertThat(user.name()).isEqualTo("Zoë Lindqvist");
        });
        assertThat(entries.getLast().origin().address()).isNotEmpty();
        assertThat(entries.getLast().origin().userAgent()).contains("Java");
    }

    @Test
    void writesWhereAProgramSignsInButNoEntryForEachCall() {
        for (int call = 0; call < 3; call++) {
            new Visitor(port)
                    .get(
                            "/api/v1/users",
                            "Authorization",
                            Visitor.basic(crew.owner().email(), Crew.PASSWORD));
        }
        signedIn(Role.MEMBER);

        assertThat(awaitEntries(2)).hasSize(2).extracting(AuditEntry::action).containsOnly(Action.LOGIN);
        assertThat(awaitEntries(2))
                .flatExtracting(AuditEntry::changes)
                .containsExactly(happened("Signed in as a program, with HTTP Basic"));
    }

    @Test
    void writesDownRefusedSignInsOnceInAWhileAndTheLock() {
        for (int tried = 0; tried < 12; tried++) {
            new Visitor(port).signIn(crew.owner().email(), "a wrong one " + tried);
        }

        List<AuditEntry> entries = awaitEntries(3);

        assertThat(entries).hasSize(3).allSatisfy(entry -> {
            assertThat(entry.action()).isEqualTo(Action.REFUSE);
            assertThat(entry.user()).isNull();
            assertThat(entry.subject().id()).isEqualTo(crew.owner().id().toString());
            assertThat(entry.origin().address()).isNotEmpty();
        });
        assertThat(entries)
                .flatExtracting(AuditEntry::changes)
                .containsExactly(
                        happened("Sign-in while it was locked"),
                        happened("Sign-in with a wrong password; it is locked now"),
                        happened("Sign-in with a wrong password"));
    }

    @Test
    void writesDownWhoAskedForWhatTheirRoleDoesNotAllow() {
        Visitor member = signedIn(Role.MEMBER);
        member.get("/admin/audit-logs");
        member.get("/admin/audit-logs");
        member.post("/settings/members/" + crew.owner().id() + "/role", Map.of("role", "MEMBER"));

        List<AuditEntry> entries = awaitEntries(3);

        assertThat(entries)
                .filteredOn(entry -> entry.action() == Action.REFUSE)
                .hasSize(2)
                .allSatisfy(entry ->
                        assertThat(entry.user().id()).isEqualTo(crew.member().id()))
                .flatExtracting(AuditEntry::changes)
                .containsExactly(
                        happened("Asked for what the role does not allow: POST /settings/members/"
                                + crew.owner().id() + "/role"),
                        happened("Asked for what the role does not allow: GET /admin/audit-logs"));
    }

    private static Change happened(String what) {
        return new Change(Audit.HAPPENED, null, what);
    }

    @Test
    void writesDownWhatChangedOfAUserButNoPassword() {
        Visitor owner = signedIn(Role.OWNER);
        owner.post("/settings/members/" + crew.member().id() + "/role", Map.of("role", "ADMIN"));
        owner.post("/settings/members/" + crew.member().id() + "/password", Map.of("password", "a secret of theirs"));

        List<AuditEntry> entries = awaitEntries(3);

        assertThat(entries)
                .flatExtracting(AuditEntry::changes)
                .containsExactlyInAnyOrder(
                        new Change("Role", "Member", "Admin"), new Change("Password", null, "Replaced"));
        assertThat(jdbc.sql("select count(*) from audit_entry where changes::text like '%secret%'")
                        .query(Integer.class)
                        .single())
                .isZero();
    }

    @Test
    void belongsToTheTransactionItTellsOf() {
        assertThatThrownBy(() -> transactions.executeWithoutResult(status -> {
                    bySystem("Name", "Northwind");
                    throw new IllegalStateException("rolled back");
                }))
                .hasMessage("rolled back");

        assertThat(all()).isEmpty();
    }

    @Test
    void keepsOddCharactersFromBreakingAnEntry() {
        bySystem("Name", "a\0b \uD83D\uDE80 'quoted' \"twice\"");

        assertThat(all().getFirst().changes())
                .containsExactly(new Change("Name", null, "a\uFFFDb \uD83D\uDE80 'quoted' \"twice\""));
    }

    @Test
    void findsTheEntriesOfOneRecord() {
        bySystem("Name", "Northwind");
        audit.recordBySystem(
                crew.organization(), Action.UPDATE, new AuditedRecord("Client", "43", "Southwind"), Map.of());

        assertThat(audit.entries(crew.organization(), "Client", "42", PageRequest.of(0, 10)))
                .extracting(entry -> entry.subject().name())
                .containsExactly("Northwind");
        assertThat(audit.entries(crew.organization(), "Contact", "42", PageRequest.of(0, 10)))
                .isEmpty();
    }

    @Test
    void showsAnOrganizationItsOwnEntriesAlone() {
        bySystem("Name", "Northwind");
        Crew others = Crew.of(jdbc, "Another MSP");
        AuditEntry entry = all().getFirst();
        Visitor stranger = new Visitor(port);
        stranger.signIn(others.owner().email(), Crew.PASSWORD);

        assertThat(audit.search(others.organization(), AuditFilter.NONE, PageRequest.of(0, 10)))
                .noneMatch(other -> other.id().equals(entry.id()));
        assertThat(audit.find(others.organization(), entry.id())).isEmpty();
        assertThat(audit.entries(others.organization(), "Client", "42", PageRequest.of(0, 10)))
                .isEmpty();
        assertThat(stranger.get("/admin/audit-logs").body()).doesNotContain("Northwind");
        assertThat(stranger.get("/admin/audit-logs/" + entry.id()).status()).isEqualTo(404);
    }

    @Test
    void filtersByWhatStandsInTheAddress() {
        bySystem("Name", "Northwind");
        Visitor admin = signedIn(Role.ADMIN);
        awaitEntries(2);
        String today = LocalDate.now(ZoneId.systemDefault()).toString();

        assertThat(page(admin, "")).contains("2 entries", "Northwind", "System", "Ann Berg");
        assertThat(page(admin, "?action=CREATE")).contains("1 entry", "Northwind", "Clear Filters");
        assertThat(page(admin, "?entity=User")).contains("1 entry").doesNotContain("Northwind");
        assertThat(page(admin, "?start=" + today + "&end=" + today)).contains("2 entries");
        assertThat(page(admin, "?end=2020-01-01")).contains("No entries fit these filters.");
        assertThat(page(admin, "?start=2999-01-01")).contains("No entries fit these filters.");
        assertThat(page(admin, "?action=NONSENSE&start=soon")).contains("2 entries");
    }

    @Test
    void offersTheTypesOfAllModulesInOneOrder() {
        String offered =
                page(signedIn(Role.ADMIN), "").split("id=\"entity\"")[1].split("</select>")[0];

        assertThat(Pattern.compile("<option value=\"([^\"]+)\"")
                        .matcher(offered)
                        .results())
                .extracting(option -> option.group(1))
                .containsExactly(
                        "Client",
                        "Contact",
                        "Contract",
                        "Asset",
                        "Project",
                        "Phase",
                        "Task",
                        "Ticket",
                        "Time entry",
                        "Ticket status",
                        "Ticket category",
                        "User",
                        "Organization",
                        "Integration");
    }

    @Test
    void offersEachKindThatPeopleChange() {
        assertThat(desks)
                .isNotEmpty()
                .extracting(desk ->
                        ReflectionTestUtils.getField(AopTestUtils.<Object>getUltimateTargetObject(desk), "auditedAs"))
                .isSubsetOf(types.stream().map(AuditedType::name).toList());
    }

    @Test
    void turnsPagesWithoutLosingTheFilter() {
        for (int i = 0; i < 26; i++) {
            bySystem("Number", String.valueOf(i));
        }
        Visitor admin = signedIn(Role.ADMIN);

        String first = page(admin, "?entity=Client");
        String second = page(admin, "?entity=Client&page=1");

        assertThat(first).contains("26 entries", "1–25 of 26", "/admin/audit-logs?entity=Client&amp;page=1");
        assertThat(entryLinks(first)).isEqualTo(25);
        assertThat(entryLinks(second)).isEqualTo(1);
    }

    @Test
    void opensTheWholeEntry() {
        Visitor owner = signedIn(Role.OWNER);
        owner.post("/settings/members/" + crew.member().id() + "/role", Map.of("role", "ADMIN"));
        awaitEntries(2);
        Matcher link = ENTRY.matcher(page(owner, "?action=UPDATE"));
        assertThat(link.find()).isTrue();

        String entry = owner.get(link.group()).body();

        assertThat(entry).contains("Max Moe", "Before", "Member", "After", "Admin", "Java-http-client");
    }

    private void bySystem(String field, String value) {
        audit.recordBySystem(crew.organization(), Action.CREATE, NORTHWIND, Map.of(field, value));
    }

    private List<AuditEntry> all() {
        return audit.search(crew.organization(), AuditFilter.NONE, PageRequest.of(0, 100))
                .getContent();
    }

    private List<AuditEntry> awaitEntries(int count) {
        return Awaitility.await().atMost(Duration.ofSeconds(20)).until(this::all, found -> found.size() >= count);
    }

    private static String page(Visitor visitor, String query) {
        return visitor.get("/admin/audit-logs" + query).body();
    }

    private static long entryLinks(String page) {
        return ENTRY.matcher(page).results().count();
    }

    private Visitor signedIn(Role role) {
        Visitor visitor = new Visitor(port);
        assertThat(visitor.signIn(crew.as(role).email(), Crew.PASSWORD).location())
                .isEqualTo("/");
        return visitor;
    }
}
