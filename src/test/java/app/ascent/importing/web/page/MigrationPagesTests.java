package app.ascent.importing.web.page;

import static app.ascent.importing.web.page.Imagined.FJORDLIGHT;
import static app.ascent.importing.web.page.Imagined.MIGRATION;
import static app.ascent.importing.web.page.Imagined.NOW;
import static app.ascent.importing.web.page.Imagined.ZOE;
import static app.ascent.importing.web.page.Imagined.migration;
import static app.ascent.importing.web.page.Imagined.pulling;
import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.argThat;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.ArgumentMatchers.isNull;
import static org.mockito.BDDMockito.given;
import static org.mockito.BDDMockito.willThrow;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.verify;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import app.ascent.autotask.ConnectionReport.Problem;
import app.ascent.autotask.Pace;
import app.ascent.autotask.QuietHours;
import app.ascent.crm.Clients;
import app.ascent.identity.CurrentUser;
import app.ascent.identity.OrganizationId;
import app.ascent.identity.Users;
import app.ascent.importing.AutotaskEntities;
import app.ascent.importing.AutotaskEntity;
import app.ascent.importing.AutotaskMigration;
import app.ascent.importing.ConnectionRefused;
import app.ascent.importing.DifferentDatabase;
import app.ascent.importing.MigrationPace;
import app.ascent.importing.MigrationService;
import app.ascent.importing.MigrationService.Holdings;
import app.ascent.importing.Reasons;
import app.ascent.importing.RecordRetrying;
import app.ascent.importing.ReportName;
import app.ascent.importing.ValueChoices;
import app.ascent.migration.EntityStatus;
import app.ascent.migration.MigrationRefused;
import app.ascent.migration.Migrations;
import app.ascent.migration.Reports;
import app.ascent.migration.Reports.Counts;
import app.ascent.migration.Reports.Outcome;
import app.ascent.migration.Reports.RecordFilter;
import app.ascent.migration.Reports.RecordView;
import app.ascent.migration.RunStatus;
import app.ascent.migration.RunView;
import app.ascent.migration.spi.Conflicts;
import app.ascent.migration.spi.EntityType;
import app.ascent.migration.spi.SourceId;
import app.ascent.web.Formats;
import app.ascent.web.PageNotice;
import java.io.UncheckedIOException;
import java.io.UnsupportedEncodingException;
import java.time.Clock;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.webmvc.test.autoconfigure.WebMvcTest;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.FilterType;
import org.springframework.context.annotation.Import;
import org.springframework.data.domain.Page;
import org.springframework.data.domain.PageImpl;
import org.springframework.data.domain.PageRequest;
import org.springframework.http.HttpStatus;
import org.springframework.mock.web.MockHttpSession;
import org.springframework.security.test.context.support.WithMockUser;
import org.springframework.test.context.bean.override.mockito.MockitoBean;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** Each page in each state, rendered; what happens behind them is the service's business. */
@WebMvcTest(
        properties = {
            "ascent.sandbox.enabled=true",
            "ascent.time-zone=UTC",
            "spring.messages.basename=messages/web, messages/identity, messages/errors, messages/importing"
        })
@WithMockUser(authorities = "migrations.manage")
class MigrationPagesTests {

    private static final String ROOT = "/admin/autotask-migration";
    private static final String ONE = ROOT + "/" + MIGRATION;

    /** The pages and the shell round them; nothing else of Ascent. */
    @SpringBootConfiguration
    @ComponentScan(basePackageClasses = MigrationPages.class)
    @ComponentScan(
            basePackageClasses = Formats.class,
            useDefaultFilters = false,
            includeFilters =
                    @ComponentScan.Filter(
                            type = FilterType.REGEX,
                            pattern = "app\\.ascent\\.web\\.(Formats|Texts|ShellConfiguration)"))
    @Import({Reasons.class, ReportName.class})
    static class Pages {
        @Bean
        Clock clock() {
            return Clock.fixed(NOW, ZoneOffset.UTC);
        }
    }

    private final MockMvcTester http;

    @MockitoBean
    private ValueChoices choices;

    @MockitoBean
    private MigrationService service;

    @MockitoBean
    private RecordRetrying retrying;

    @MockitoBean
    private MigrationPace paces;

    @MockitoBean
    private Migrations migrations;

    @MockitoBean
    private Reports reports;

    @MockitoBean
    private Clients clients;

    @MockitoBean
    private app.ascent.crm.Contacts contacts;

    @MockitoBean
    private Users users;

    @MockitoBean
    private CurrentUser currentUser;

    @MockitoBean
    private AutotaskEntities entities;

    MigrationPagesTests(@Autowired MockMvcTester http) {
        this.http = http;
    }

    @BeforeEach
    void isAtFjordlight() {
        given(currentUser.organization()).willReturn(FJORDLIGHT);
        given(users.names(any(), any())).willReturn(Map.of(ZOE, "Zoë Lindqvist"));
        given(service.list(any())).willReturn(new PageImpl<>(List.of()));
        given(service.zones(any()))
                .willReturn(
                        Map.of(MIGRATION, Imagined.migration(null).connection().zone()));
        given(migrations.entities()).willReturn(List.of("companies", "contacts"));
        given(migrations.runs(any(), any(), any()))
                .willReturn(new PageImpl<>(List.of(Imagined.finished(2), Imagined.finished(1))));
        given(entities.all()).willReturn(List.of(new Contacts()));
    }

    private record Contacts() implements AutotaskEntity {
        @Override
        public EntityType type() {
            return new EntityType("contacts");
        }

        @Override
        public List<app.ascent.migration.spi.DecidableField> decidable() {
            return List.of();
        }

        @Override
        public String path() {
            return "Contacts";
        }

        @Override
        public String becomes() {
            return "contacts";
        }

        @Override
        public String pageCommand() {
            return "Code=OpenContact&ContactID=";
        }

        @Override
        public long imported(OrganizationId organization, long database) {
            return 0;
        }
    }

    private void stands(AutotaskMigration migration) {
        given(service.find(MIGRATION)).willReturn(Optional.of(migration));
    }

    private void finished() {
        stands(migration(Imagined.finished(2)));
        given(reports.report(FJORDLIGHT, MIGRATION)).willReturn(Imagined.report(Imagined.finished(2)));
        holds(Map.of("companies", 3_913L, "contacts", 48_126L));
    }

    private void holds(Map<String, Long> inAscent) {
        given(service.holdings(MIGRATION)).willReturn(new Holdings(52_182, 52_041, new TreeMap<>(inAscent)));
    }

    private MvcTestResult get(String path) {
        return http.get().uri(path).exchange();
    }

    private String bodyOf(String path) {
        try {
            return get(path).getResponse().getContentAsString();
        } catch (UnsupportedEncodingException e) {
            throw new UncheckedIOException(e);
        }
    }

    private MvcTestResult post(String path, String... parameters) {
        var request = http.post().uri(path).with(csrf());
        for (int i = 0; i < parameters.length; i += 2) {
            request = request.param(parameters[i], parameters[i + 1]);
        }
        return request.exchange();
    }

    private static final String[] TYPED = {
        "apiUser", " zoe@fjordlight.example ", "secret", "marked-secret", "integrationCode", "marked-code"
    };

    @Test
    void beginsWithConnectingWhereThereIsNoMigration() {
        assertThat(get(ROOT))
                .hasStatusOk()
                .bodyText()
                .contains("Bring your clients and contacts over from Autotask PSA")
                .contains("Create migration becomes available when a test has passed.")
                .contains("Practice tenant: this talks to a built-in Autotask with invented data.")
                .doesNotContain("??");
    }

    @Test
    void leadsToTheOnlyMigration() {
        given(service.list(any()))
                .willReturn(new PageImpl<>(List.of(migration(null).migration())));

        assertThat(get(ROOT)).hasRedirectedUrl(ONE);
    }

    @Test
    void listsSeveralMigrations() {
        stands(migration(null));
        given(service.list(any()))
                .willReturn(new PageImpl<>(
                        List.of(
                                migration(null).migration(),
                                migration(Imagined.finished(2)).migration()),
                        PageRequest.of(0, 25),
                        2));

        assertThat(get(ROOT + "?page=-3"))
                .hasStatusOk()
                .bodyText()
                .contains("Connect another database", "1–2 of 2")
                .doesNotContain("??");
    }

    @Test
    void countsWhatEachOfSeveralMigrationsLoaded() {
        finished();
        given(service.list(any()))
                .willReturn(new PageImpl<>(
                        List.of(
                                migration(Imagined.finished(2)).migration(),
                                migration(null).migration()),
                        PageRequest.of(0, 25),
                        2));

        assertThat(get(ROOT)).hasStatusOk().bodyText().contains("52,039");
    }

    @Test
    void fillsInThePracticeTenantWithoutScript() {
        assertThat(get(ROOT + "/new?practice=true"))
                .hasStatusOk()
                .bodyText()
                .contains("value=\"practice@sandbox.example\"", "value=\"practice-secret\"");
    }

    @Test
    void sendsNothingSecretBackAfterATest() throws InterruptedException {
        given(service.test(any())).willReturn(Imagined.passed());
        MockHttpSession session = new MockHttpSession();

        MvcTestResult tested = http.post()
                .uri(ROOT + "/test")
                .with(csrf())
                .session(session)
                .param("apiUser", "zoe@fjordlight.example")
                .param("secret", "marked-secret")
                .param("integrationCode", "marked-code")
                .exchange();
        assertThat(tested).hasRedirectedUrl(ROOT + "/new");

        assertThat(http.get()
                        .uri(ROOT + "/new")
                        .flashAttrs(tested.getMvcResult().getFlashMap())
                        .exchange())
                .hasStatusOk()
                .bodyText()
                .contains("Connection works", "Ascent never sends them back", "zoe@fjordlight.example")
                .doesNotContain("marked-", "Bring your clients", "??");
        assertThat(session.getAttribute(Tested.ATTRIBUTE)).isInstanceOf(Tested.class);
    }

    @Test
    void swapsOnlyTheResultInWithScript() throws InterruptedException {
        given(service.test(any())).willReturn(Imagined.failed(new Problem.CredentialsRejected(2), 1));

        MvcTestResult result = http.post()
                .uri(ROOT + "/test")
                .with(csrf())
                .header("HX-Request", "true")
                .param("apiUser", "zoe@fjordlight.example")
                .param("secret", "marked-secret")
                .param("integrationCode", "marked-code")
                .exchange();

        assertThat(result)
                .hasStatusOk()
                .bodyText()
                .contains("Autotask rejected the credentials", "hx-swap-oob")
                .doesNotContain("<html", "marked-", "??");
    }

    @Test
    void leadsToTheMigrationOfADatabaseThatHasOne() throws InterruptedException {
        given(service.list(any()))
                .willReturn(new PageImpl<>(List.of(migration(null).migration())));
        given(service.test(any())).willReturn(Imagined.passed());

        MvcTestResult result = http.post()
                .uri(ROOT + "/test")
                .with(csrf())
                .header("HX-Request", "true")
                .param("apiUser", "a")
                .param("secret", "b")
                .param("integrationCode", "c")
                .exchange();

        assertThat(result).bodyText().contains("This database is already being migrated", ONE);
    }

    @Test
    void asksForWhatIsMissing() throws InterruptedException {
        assertThat(post(ROOT + "/test", "apiUser", "zoe@fjordlight.example", "integrationCode", "x\ny"))
                .hasStatus(HttpStatus.UNPROCESSABLE_CONTENT)
                .bodyText()
                .contains("Enter the API secret.", "Shorten it to 500 characters on one line.");
        assertThat(post(ROOT))
                .hasStatus(HttpStatus.UNPROCESSABLE_CONTENT)
                .bodyText()
                .contains("Enter the API user.");
        verify(service, never()).test(any());
    }

    @Test
    void saysWithScriptThatNothingWasTested() {
        assertThat(http.post()
                        .uri(ROOT + "/test")
                        .with(csrf())
                        .header("HX-Request", "true")
                        .param("apiUser", "x".repeat(501))
                        .exchange())
                .hasStatus(HttpStatus.UNPROCESSABLE_CONTENT)
                .bodyText()
                .contains("Not tested", "API Secret: Enter the API secret.")
                .doesNotContain("<html");
    }

    @Test
    void createsAMigration() throws InterruptedException {
        given(service.create(any())).willReturn(MIGRATION);

        MvcTestResult result = post(ROOT, TYPED);

        assertThat(result).hasRedirectedUrl(ONE);
        assertThat(result.getMvcResult().getFlashMap().get(PageNotice.ATTRIBUTE))
                .isEqualTo(PageNotice.done("Migration created. See what the company types become, then press Start."));
        verify(service).create(argThat(credentials -> credentials.apiUser().equals("zoe@fjordlight.example")));
    }

    @Test
    void storesNothingThatWasRefused() throws InterruptedException {
        given(service.create(any()))
                .willThrow(new ConnectionRefused(Imagined.failed(new Problem.Unavailable(), 0)))
                .willThrow(new MigrationRefused.AlreadyExists(MIGRATION));

        MvcTestResult refused = post(ROOT, TYPED);
        MvcTestResult twice = post(ROOT, TYPED);

        assertThat(refused).hasRedirectedUrl(ROOT + "/new");
        assertThat(refused.getMvcResult().getFlashMap().get("test"))
                .isInstanceOfSatisfying(
                        TestView.class, test -> assertThat(test.heading()).isEqualTo("Autotask is not answering"));
        assertThat(twice.getMvcResult().getFlashMap().get("test"))
                .isInstanceOfSatisfying(
                        TestView.class, test -> assertThat(test.existing()).isEqualTo(ONE));
    }

    @Test
    void showsWhatWillBeImported() {
        stands(migration(null));
        given(reports.decisions(FJORDLIGHT, MIGRATION))
                .willReturn(List.of(Imagined.decision("204", "Strategic Account", null, false, 3L)));
        MockHttpSession session = new MockHttpSession();
        session.setAttribute(Tested.ATTRIBUTE, new Tested(91234, NOW, Map.of("companies", 3912L), 20, 1));

        assertThat(http.get().uri(ONE).session(session).exchange())
                .hasStatusOk()
                .bodyText()
                .contains("Ready to start", "Counted in Autotask", "3,912", "Strategic Account", "The import is silent")
                .doesNotContain("??");
    }

    @Test
    void offersWhatUnknownValuesMayBecome() {
        stands(migration(null));
        given(reports.decisions(FJORDLIGHT, MIGRATION))
                .willReturn(List.of(
                        Imagined.decision("204", "Strategic Account", null, false, 3L),
                        Imagined.decision("1", "Customer", "CUSTOMER", false, 9L)));

        assertThat(get(ONE))
                .hasStatusOk()
                .bodyText()
                .contains("Save types", "Customer, by default", "aria-label=\"Strategic Account becomes\"")
                .contains("<summary aria-label=\"Change what Customer becomes\">Change</summary>")
                .doesNotContain("??");
    }

    @Test
    void keepsWhatAPersonChoseForAField() {
        stands(migration(null));
        given(choices.choose(any(), any())).willReturn(1);

        assertThat(post(
                        ONE + "/values",
                        "entity",
                        "companies",
                        "field",
                        "companyType",
                        "value",
                        "204",
                        "target",
                        "VENDOR"))
                .hasRedirectedUrl(ONE);
        verify(choices)
                .choose(MIGRATION, List.of(new ValueChoices.Choice("companies", "companyType", "204", "VENDOR")));
    }

    @Test
    void leavesAValueToAscentAgainAndStaysWhereTheOwnerChose() {
        stands(migration(Imagined.finished(2)));

        assertThat(post(
                        ONE + "/values",
                        "entity",
                        "companies",
                        "field",
                        "companyType",
                        "value",
                        "204",
                        "target",
                        "",
                        "value",
                        "",
                        "target",
                        "LEAD"))
                .hasRedirectedUrl(ONE + "/values")
                .flash()
                .extractingByKey(PageNotice.ATTRIBUTE)
                .asString()
                .contains("Nothing was changed.");
        verify(choices)
                .choose(
                        MIGRATION,
                        List.of(
                                new ValueChoices.Choice("companies", "companyType", "204", null),
                                new ValueChoices.Choice("companies", "companyType", null, "LEAD")));
    }

    @Test
    void listsWhatValuesBecomeOnAPageOfItsOwn() {
        stands(migration(Imagined.finished(2)));
        given(choices.of(MIGRATION))
                .willReturn(List.of(Imagined.decision("204", "Strategic Account", "VENDOR", true, 3L)));

        assertThat(get(ONE + "/values"))
                .hasStatusOk()
                .bodyText()
                .contains("What values become", "Strategic Account", "Chosen in Ascent", "Save types")
                .doesNotContain("??");
    }

    @Test
    void showsNoCountsOfAnotherDatabase() {
        stands(migration(null));
        MockHttpSession session = new MockHttpSession();
        session.setAttribute(Tested.ATTRIBUTE, new Tested(1, NOW, Map.of("companies", 3912L), 20, 1));

        assertThat(http.get().uri(ONE).session(session).exchange())
                .bodyText()
                .contains("Counted during the import")
                .doesNotContain("3,912");
    }

    @ParameterizedTest
    @CsvSource({
        "QUEUED, , Pause",
        "RUNNING, , Pause",
        "WAITING, quota, Try now",
        "PAUSED, , Resume",
        "FAILED, credentials-rejected, Replace credentials",
        "CANCELLED, , Run again"
    })
    void showsARunThatHasNotEnded(RunStatus status, String code, String button) {
        stands(migration(pulling(status, code)));

        assertThat(get(ONE))
                .hasStatusOk()
                .bodyText()
                .contains(button, "Progress by record type")
                .doesNotContain("??");
    }

    @Test
    void countsBeforeItShowsAShare() {
        stands(migration(
                Imagined.run(RunStatus.RUNNING, Imagined.progress("companies", EntityStatus.PENDING, null, 0, 0, 0, 0)),
                null));

        assertThat(get(ONE)).bodyText().contains("Counting records in Autotask…", "The quota is read when");
    }

    @Test
    void pollsOnlyWhileARunIsActive() {
        stands(migration(pulling(RunStatus.RUNNING, null)));
        assertThat(get(ONE)).bodyText().contains("hx-get=\"" + ONE + "/progress\"");

        stands(migration(pulling(RunStatus.PAUSED, null)));
        assertThat(get(ONE)).bodyText().doesNotContain("hx-get=\"" + ONE + "/progress\"");
    }

    @Test
    void answersAPollWithTheVeryBlockThePageIncludes() {
        stands(migration(pulling(RunStatus.RUNNING, null)));

        MvcTestResult active =
                http.get().uri(ONE + "/progress").header("HX-Request", "true").exchange();

        assertThat(active)
                .hasStatusOk()
                .doesNotContainHeader("HX-Refresh")
                .bodyText()
                .contains("68%")
                .doesNotContain("<html");
    }

    @Test
    void loadsThePageAnewWhenTheRunHasEnded() {
        finished();

        assertThat(http.get()
                        .uri(ONE + "/progress")
                        .header("HX-Request", "true")
                        .exchange())
                .hasStatusOk()
                .hasHeader("HX-Refresh", "true");
        assertThat(get(ONE + "/progress")).hasRedirectedUrl(ONE);
    }

    @Test
    void reportsWhatARunDid() {
        finished();

        assertThat(get(ONE))
                .hasStatusOk()
                .bodyText()
                .contains("Every record accounted for", "Adds up", "Values that are unknown or no longer offered")
                .contains("Issues by reason", "Previous runs", "Done with Autotask?")
                .doesNotContain("??");
    }

    @Test
    void reportsARunWithoutAnyIssue() {
        RunView run = Imagined.run(RunStatus.COMPLETED, Imagined.COMPANIES_DONE);
        stands(migration(run));
        given(reports.report(FJORDLIGHT, MIGRATION)).willReturn(Imagined.clean());

        assertThat(get(ONE))
                .bodyText()
                .contains("Nothing was skipped and nothing failed.", "No issues")
                .doesNotContain("Issues by reason", "??");
    }

    @Test
    void keepsTheCountersOfEarlierRuns() {
        finished();
        RunView earlier = Imagined.finished(1);
        given(migrations.run(FJORDLIGHT, MIGRATION, earlier.id())).willReturn(Optional.of(earlier));

        assertThat(get(ONE + "/runs/" + earlier.id()))
                .hasStatusOk()
                .bodyText()
                .contains("Run 1, 28 Mar 2026", "kept for the latest run only")
                .doesNotContain("??");
        assertThat(get(ONE + "/runs/" + UUID.randomUUID())).hasStatus(HttpStatus.NOT_FOUND);
    }

    @Test
    void startsPausesAndCancels() {
        assertThat(post(ONE + "/start")).hasRedirectedUrl(ONE);
        assertThat(post(ONE + "/start", "conflicts", "AUTOTASK_WINS")).hasRedirectedUrl(ONE);
        assertThat(post(ONE + "/pause")).hasRedirectedUrl(ONE);
        assertThat(post(ONE + "/cancel")).hasRedirectedUrl(ONE);

        verify(service).start(MIGRATION, null);
        verify(service).start(MIGRATION, Conflicts.AUTOTASK_WINS);
        verify(service).pause(MIGRATION);
        verify(service).cancel(MIGRATION);
    }

    @Test
    void saysWhyItDidNotDoWhatWasAsked() {
        willThrow(new MigrationRefused.NotInThisState(RunStatus.RUNNING, "It runs already."))
                .given(service)
                .start(MIGRATION, null);

        MvcTestResult result = post(ONE + "/start");

        assertThat(result).hasRedirectedUrl(ONE);
        assertThat(result.getMvcResult().getFlashMap().get(PageNotice.ATTRIBUTE))
                .isEqualTo(PageNotice.refused("That is not possible now", "It runs already."));
    }

    @Test
    void leadsFromASecondMigrationOfADatabaseToTheFirst() {
        willThrow(new MigrationRefused.AlreadyExists(MIGRATION)).given(service).pause(MIGRATION);

        assertThat(post(ONE + "/pause")).hasRedirectedUrl(ONE);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "/cancel", "/run-again", "/delete", "/credentials", "/issues", "/issues/contacts/1"})
    void knowsNoMigrationOfOthers(String page) {
        given(service.find(any())).willReturn(Optional.empty());

        assertThat(get(ONE + page)).hasStatus(HttpStatus.NOT_FOUND);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/cancel", "/run-again", "/issues"})
    void asksNothingAboutARunThatNeverBegan(String page) {
        stands(migration(null));

        assertThat(get(ONE + page)).hasRedirectedUrl(ONE);
    }

    @Test
    void asksBeforeItCancels() {
        stands(migration(pulling(RunStatus.RUNNING, null)));

        assertThat(get(ONE + "/cancel"))
                .bodyText()
                .contains("Cancel this import?", "35,783 records that are already loaded stay in Ascent.");
    }

    @Test
    void asksWhoWinsBeforeItRunsAgain() {
        finished();

        assertThat(get(ONE + "/run-again"))
                .bodyText()
                .contains("Reads all companies and contacts once more: at most 117 calls, about 24 minutes.")
                .contains("Keep Ascent’s value", "Autotask wins");
    }

    @Test
    void asksForAWordBeforeItDeletes() {
        finished();

        assertThat(get(ONE + "/delete"))
                .bodyText()
                .contains("<b>52,182</b> staged Autotask records", "id map of <b>52,041</b> records")
                .contains("<b>3,913</b> clients", "<b>2</b> runs")
                .doesNotContain("??");
        assertThat(post(ONE + "/delete", "word", "delete"))
                .hasStatus(HttpStatus.UNPROCESSABLE_CONTENT)
                .bodyText()
                .contains("Type DELETE in capital letters.");
        verify(service, never()).delete(any());
    }

    @Test
    void deletesAndSaysWhatStays() {
        finished();

        MvcTestResult result = post(ONE + "/delete", "word", " DELETE ");

        assertThat(result).hasRedirectedUrl(ROOT);
        assertThat(result.getMvcResult().getFlashMap().get(PageNotice.ATTRIBUTE))
                .isEqualTo(PageNotice.done(
                        "Migration deleted. Its credentials are gone; 3,913 clients and 48,126 contacts stay."));
        verify(service).delete(MIGRATION);
    }

    @Test
    void deletesWhatNeverRan() {
        stands(migration(null));

        assertThat(get(ONE + "/delete")).bodyText().contains("this migration has imported nothing yet");
        assertThat(post(ONE + "/delete", "word", "DELETE")
                        .getMvcResult()
                        .getFlashMap()
                        .get(PageNotice.ATTRIBUTE))
                .isEqualTo(PageNotice.done("Migration deleted. Its credentials are gone."));
    }

    @Test
    void countsWhatEarlierRunsBroughtWhenTheLatestWasCancelledAtOnce() {
        stands(migration(Imagined.run(
                RunStatus.CANCELLED, Imagined.progress("companies", EntityStatus.PENDING, null, 0, 0, 0, 0))));
        holds(Map.of("companies", 3_909L));

        assertThat(get(ONE + "/delete"))
                .bodyText()
                .contains("<b>52,182</b> staged Autotask records", "<b>3,909</b> clients")
                .doesNotContain("<b>0</b>");

        assertThat(post(ONE + "/delete", "word", "DELETE")
                        .getMvcResult()
                        .getFlashMap()
                        .get(PageNotice.ATTRIBUTE))
                .isEqualTo(PageNotice.done("Migration deleted. Its credentials are gone; 3,909 clients stay."));
    }

    @Test
    void replacesCredentials() throws InterruptedException {
        finished();

        assertThat(get(ONE + "/credentials"))
                .hasStatusOk()
                .bodyText()
                .contains("Test and replace")
                .doesNotContain("??");
        assertThat(post(ONE + "/credentials", TYPED)).hasRedirectedUrl(ONE);
        verify(service).replaceCredentials(eq(MIGRATION), any());
    }

    @Test
    void keepsTheOldCredentialsWhenTheNewOnesAreRefused() throws InterruptedException {
        finished();
        willThrow(new ConnectionRefused(Imagined.failed(new Problem.CredentialsRejected(1), 1)))
                .willThrow(new DifferentDatabase(91234, 90001))
                .given(service)
                .replaceCredentials(any(), any());

        MvcTestResult rejected = post(ONE + "/credentials", TYPED);
        MvcTestResult other = post(ONE + "/credentials", TYPED);

        assertThat(rejected).hasRedirectedUrl(ONE + "/credentials");
        assertThat(http.get()
                        .uri(ONE + "/credentials")
                        .flashAttrs(other.getMvcResult().getFlashMap())
                        .exchange())
                .bodyText()
                .contains("These credentials belong to database 90001", "zoe@fjordlight.example");
    }

    @Test
    void replacesNothingWithoutAllThreeValues() throws InterruptedException {
        finished();

        assertThat(post(ONE + "/credentials", "apiUser", "x"))
                .hasStatus(HttpStatus.UNPROCESSABLE_CONTENT)
                .bodyText()
                .contains("Enter the API secret.");
        verify(service, never()).replaceCredentials(any(), any());
    }

    @Test
    void replacesNothingWhileARunIsActive() {
        stands(migration(pulling(RunStatus.RUNNING, null)));

        assertThat(get(ONE + "/credentials")).hasRedirectedUrl(ONE);
    }

    private void found(RecordView... records) {
        finished();
        given(reports.counts(any(), any(), any())).willReturn(new Counts(13, 130, 1163));
        given(reports.issues(any(), any(), any(), any()))
                .willReturn(new PageImpl<>(List.of(records), PageRequest.of(0, 25), 1306));
    }

    @Test
    void listsWhatHasAReason() {
        found(Imagined.failed(), Imagined.skipped(), Imagined.warned());

        assertThat(get(ONE + "/issues"))
                .hasStatusOk()
                .bodyText()
                .contains("Grüne Höfe e.G.", "Without a name", "1,306", "of 1,306")
                .doesNotContain("As it came from Autotask", "??");
    }

    @Test
    void keepsItsFiltersInTheAddress() {
        found(Imagined.warned());

        assertThat(get(ONE + "/issues?outcome=warned&entity=contacts&code=INVALID_EMAIL&page=2"))
                .hasStatusOk()
                .bodyText()
                .contains(
                        "/report.csv?outcome=WARNED&amp;entity=contacts&amp;code=INVALID_EMAIL",
                        "Download these as CSV")
                .contains("Clear filters", "outcome=warned&amp;entity=contacts&amp;code=INVALID_EMAIL&amp;page=");
        verify(reports)
                .issues(
                        FJORDLIGHT,
                        MIGRATION,
                        new RecordFilter("contacts", Outcome.WARNED, "INVALID_EMAIL", null),
                        PageRequest.of(2, 25));
    }

    @Test
    void opensARecordInPlace() {
        found(Imagined.warned(), Imagined.failed());

        assertThat(get(ONE + "/issues?open=contacts.30684977.INVALID_EMAIL.emailAddress"))
                .bodyText()
                .contains("As it came from Autotask", "asa@@northwind.example", "Open contact", "Open client")
                .contains("https://ww19.autotask.net/Autotask/AutotaskExtend/ExecuteCommand.aspx?Code=OpenContact")
                .contains("… 3 more fields, all empty", "Left empty")
                .doesNotContain("??");
    }

    @Test
    void saysOfAFailedRecordThatNothingWasWritten() {
        found(Imagined.saying(Imagined.failed(), "Its name has no letters.", null));

        assertThat(get(ONE + "/issues?open=companies.29684410.INVALID_VALUE.companyName"))
                .bodyText()
                .contains("Its name has no letters.", "Nothing was written.", "Mend the marked field in Autotask")
                .doesNotContain("Open in Autotask");
    }

    @Test
    void namesWhatWasUsedInstead() {
        RecordView unknown = Imagined.found("contacts", 1, "Ana", Outcome.WARNED, "UNKNOWN_VALUE", "namePrefix");
        RecordView missing = Imagined.found("contacts", 1, "Ana", Outcome.WARNED, "MISSING_VALUE", "lastName");
        found(Imagined.saying(unknown, " ", "CUSTOMER"), Imagined.saying(missing, null, "ana"));

        assertThat(get(ONE + "/issues?open=contacts.1.UNKNOWN_VALUE.namePrefix"))
                .bodyText()
                .contains("Prefix is empty in Autotask; imported as Customer.");
        assertThat(get(ONE + "/issues?open=contacts.1.MISSING_VALUE.lastName"))
                .bodyText()
                .contains("Last name is empty in Autotask, and Ascent needs it. Used instead: ana.");
    }

    @Test
    void doesNotContradictTheReasonOfARecordNobodyCanMend() {
        found(Imagined.found("companies", 5, null, Outcome.FAILED, "SOURCE_ERROR", null));

        assertThat(get(ONE + "/issues?open=companies.5.SOURCE_ERROR"))
                .bodyText()
                .contains(
                        "Name cannot be read", "Run again; if it stays so", "Retry it, or run again: both try it anew.")
                .doesNotContain("marked field");
    }

    @Test
    void triesARecordAgainOrAllOfAReason() {
        finished();
        given(retrying.one(any(), eq("companies"), eq(new SourceId(5)))).willReturn(1);
        given(retrying.allOf(any(), isNull(), eq("SOURCE_ERROR"))).willReturn(12);

        assertThat(post(ONE + "/issues/retry", "entity", "companies", "sourceId", "5"))
                .hasRedirectedUrl(ONE)
                .flash()
                .extractingByKey(PageNotice.ATTRIBUTE)
                .asString()
                .contains("1 record");
        assertThat(post(ONE + "/issues/retry", "code", "SOURCE_ERROR"))
                .flash()
                .extractingByKey(PageNotice.ATTRIBUTE)
                .asString()
                .contains("12 records");
    }

    @Test
    void choosesHowGentlyItCalls() {
        finished();
        given(paces.of(any())).willReturn(new Pace(45, null));
        given(paces.mostPercent()).willReturn(45);

        assertThat(get(ONE + "/pace")).hasStatusOk().bodyText().contains("45%", "10%", "Quiet hours");
        assertThat(post(ONE + "/pace", "share", "20", "from", "08:00", "to", "17:00", "zone", "Europe/Berlin"))
                .hasRedirectedUrl(ONE);
        verify(paces)
                .change(
                        any(),
                        eq(new Pace(
                                20,
                                new QuietHours(LocalTime.of(8, 0), LocalTime.of(17, 0), ZoneId.of("Europe/Berlin")))));
        assertThat(post(ONE + "/pace", "share", "20", "from", "08:00", "to", "17:00", "zone", "Berlin"))
                .hasStatus(HttpStatus.UNPROCESSABLE_CONTENT)
                .bodyText()
                .contains("There is no time zone of that name", "value=\"Berlin\"");
        assertThat(post(ONE + "/pace", "share", "20", "from", "8", "to", "", "zone", "UTC"))
                .bodyText()
                .contains("Enter a time of day such as 08:00");
    }

    @Test
    void showsThePaceAsItIsAndTakesQuietHoursBack() {
        finished();
        given(paces.of(any()))
                .willReturn(new Pace(
                        33, new QuietHours(LocalTime.of(22, 30), LocalTime.of(6, 0), ZoneId.of("Europe/Berlin"))));
        given(paces.mostPercent()).willReturn(45);

        assertThat(get(ONE + "/pace"))
                .bodyText()
                .contains("33%", "value=\"22:30\"", "value=\"06:00\"", "Europe/Berlin");
        assertThat(post(ONE + "/pace", "share", "20", "from", " ", "to", "", "zone", ""))
                .hasRedirectedUrl(ONE);
        verify(paces).change(any(), eq(new Pace(20, null)));
        assertThat(post(ONE + "/pace", "share", "20", "from", "", "to", "06:00", "zone", "UTC"))
                .bodyText()
                .contains("Enter a time of day such as 08:00");
        assertThat(post(ONE + "/pace", "share", "90", "from", "", "to", "6", "zone", "UTC"))
                .bodyText()
                .doesNotContain("90%");
    }

    @ParameterizedTest
    @CsvSource({"COMPLETED, 3909", "CANCELLED, run 1", "PAUSED, run 1"})
    void saysWhyThereIsNothingToList(RunStatus status, String why) {
        RunView run = Imagined.run(status, Imagined.COMPANIES_DONE);
        stands(migration(run));
        given(reports.report(FJORDLIGHT, MIGRATION)).willReturn(Imagined.report(run));
        given(reports.counts(any(), any(), any())).willReturn(new Counts(0, 0, 0));
        given(reports.issues(any(), any(), any(), any())).willReturn(Page.empty());

        String everything = bodyOf(ONE + "/issues");

        assertThat(everything.replace(",", "").toLowerCase(Locale.ROOT)).contains(why);
        assertThat(get(ONE + "/issues?outcome=failed")).bodyText().contains("No records fit these filters");
    }

    @Test
    void offersNoRetryThatWouldChangeNothing() {
        RecordView deleted = Imagined.found("companies", 5, "Fjord", Outcome.SKIPPED, "DELETED_IN_ASCENT", null);
        found(deleted);

        assertThat(get(ONE + "/issues?code=DELETED_IN_ASCENT&open=companies.5.DELETED_IN_ASCENT"))
                .bodyText()
                .contains("Add it in Ascent if it is needed again.")
                .doesNotContain("/issues/retry");
        found(Imagined.failed());
        assertThat(get(ONE + "/issues?code=INVALID_VALUE&page=1")).bodyText().contains("/issues/retry", "Retry all");
        stands(migration(Imagined.pulling(RunStatus.RUNNING, null)));
        assertThat(get(ONE + "/issues?code=INVALID_VALUE")).bodyText().doesNotContain("/issues/retry");
    }

    @Test
    void saysWhyARetryIsRefused() {
        finished();
        given(retrying.allOf(any(), any(), any()))
                .willThrow(new MigrationRefused.NothingToRetry("No such record was skipped or failed."))
                .willThrow(new MigrationRefused.NotInThisState(RunStatus.RUNNING, "An import is under way."))
                .willThrow(new MigrationRefused.UnknownValue())
                .willThrow(new MigrationRefused.AlreadyExists(MIGRATION))
                .willThrow(new MigrationRefused.Unknown());
        String[] all = {"code", "SOURCE_ERROR", "entity", " "};

        assertThat(post(ONE + "/issues/retry", all))
                .hasRedirectedUrl(ONE)
                .flash()
                .extractingByKey(PageNotice.ATTRIBUTE)
                .asString()
                .contains("No such record was skipped or failed.");
        assertThat(post(ONE + "/issues/retry", all))
                .flash()
                .extractingByKey(PageNotice.ATTRIBUTE)
                .asString()
                .contains("An import is under way.");
        assertThat(post(ONE + "/issues/retry", all)).hasRedirectedUrl(ONE);
        assertThat(post(ONE + "/issues/retry", "code", "SOURCE_ERROR", "entity", "contacts"))
                .hasRedirectedUrl(ONE);
        assertThat(post(ONE + "/issues/retry", all)).hasStatus(HttpStatus.NOT_FOUND);
        assertThat(post(ONE + "/issues/retry", "entity", "contacts"))
                .flash()
                .extractingByKey(PageNotice.ATTRIBUTE)
                .asString()
                .contains("Choose a record, or a reason, to retry.");
    }

    @Test
    void leadsToTheCompanyThatKeptAContactOut() {
        RecordView contact = Imagined.saying(
                Imagined.found("contacts", 9, "Ana", Outcome.SKIPPED, "PARENT_NOT_IMPORTED", "companyID", "29684410"),
                "Its company (29684410) failed, so it has no client to belong to.",
                null);
        found(contact);
        given(reports.issues(
                        any(), any(), eq(new RecordFilter("companies", null, null, new SourceId(29684410))), any()))
                .willReturn(new PageImpl<>(List.of(Imagined.failed())));

        assertThat(get(ONE + "/issues?open=contacts.9.PARENT_NOT_IMPORTED.companyID"))
                .bodyText()
                .contains("Its company Grüne Höfe e.G. (29684410) failed, so it has no client to belong to.")
                .contains("Why its company is missing", ONE + "/issues/companies/29684410");
    }

    @Test
    void saysThatNothingFitsTheFilters() {
        finished();
        given(reports.counts(any(), any(), any())).willReturn(new Counts(0, 0, 0));
        given(reports.issues(any(), any(), any(), any())).willReturn(new PageImpl<>(List.of()));

        assertThat(get(ONE + "/issues?code=CYCLE")).bodyText().contains("No records fit these filters.");
    }

    @Test
    void givesEachRecordAnAddress() {
        found(Imagined.warned());

        assertThat(get(ONE + "/issues/contacts/30684977"))
                .hasStatusOk()
                .bodyText()
                .contains("One record", "As it stands in Ascent");
        assertThat(get(ONE + "/issues/contacts/30684977?open=none"))
                .bodyText()
                .doesNotContain("As it stands in Ascent");
    }

    @Test
    void showsARecordThatWasLoadedWithoutARemark() {
        finished();
        RecordView loaded = Imagined.found("contacts", 7, "Ana", Outcome.LOADED, null, null);
        given(reports.issues(any(), any(), eq(new RecordFilter("contacts", null, null, new SourceId(7))), any()))
                .willReturn(new PageImpl<>(List.of()));
        given(reports.issues(
                        any(), any(), eq(new RecordFilter("contacts", Outcome.LOADED, null, new SourceId(7))), any()))
                .willReturn(new PageImpl<>(List.of(loaded)));

        assertThat(get(ONE + "/issues/contacts/7")).hasStatusOk().bodyText().contains("Loaded without a remark.");
    }

    @Test
    void hasNoPageForARecordThatNeverCame() {
        finished();
        given(reports.issues(any(), any(), any(), any())).willReturn(new PageImpl<>(List.of()));

        assertThat(get(ONE + "/issues/contacts/8")).hasStatus(HttpStatus.NOT_FOUND);
    }

    @Test
    void showsAPayloadThatIsNoJsonAsItCame() {
        RecordView broken = Imagined.found("contacts", 9, null, Outcome.FAILED, "SOURCE_ERROR", null);
        found(new RecordView(
                broken.entity(),
                broken.sourceId(),
                null,
                Outcome.FAILED,
                null,
                "SOURCE_ERROR",
                null,
                null,
                null,
                null,
                null,
                "<html>no record</html>",
                null,
                null,
                NOW));

        assertThat(get(ONE + "/issues/contacts/9")).bodyText().contains("&lt;html&gt;no record&lt;/html&gt;");
    }

    @Test
    void callsAMigrationWithoutItsRunAFault() {
        AutotaskMigration impossible = migration(null);
        assertThat(org.assertj.core.api.Assertions.catchThrowable(() -> MigrationScreens.latest(impossible)))
                .isInstanceOf(IllegalStateException.class);
    }
}
