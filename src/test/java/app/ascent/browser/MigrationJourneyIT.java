package app.ascent.browser;

import static app.ascent.browser.Journeys.isOpenToEverybody;
import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import app.ascent.EnabledIfChromium;
import app.ascent.PracticeTables;
import app.ascent.SharedAscent;
import app.ascent.browser.Journeys.Window;
import app.ascent.importing.OwnerApi;
import app.ascent.sandbox.faults.FaultPlan;
import app.ascent.sandbox.faults.Faults;
import app.ascent.sandbox.tenant.Tenant;
import app.ascent.web.PracticeTenant;
import com.microsoft.playwright.Dialog;
import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;

/** An Owner moves out of Autotask, from the first visit to the last click, in a browser against the practice tenant. */
@SharedAscent
@EnabledIfChromium
class MigrationJourneyIT {

    private static final String ROOT = "/admin/autotask-migration";

    private static final String MIGRATIONS = "/api/v1/autotask/migrations";

    private static final String CONTACTS_ALONE =
            """
            {"history":"ALL","entities":[{"entity":"contracts","included":false},{"entity":"assets","included":false},
             {"entity":"projects","included":false},{"entity":"tickets","included":false},
             {"entity":"timeEntries","included":false},{"entity":"attachments","included":false}]}""";

    private final JdbcClient jdbc;
    private final PracticeTables tables;
    private final OwnerApi api;
    private final PracticeTenant practice;
    private final Tenant tenant;
    private final Faults faults;
    private final Journeys journeys;

    MigrationJourneyIT(
            JdbcClient jdbc,
            PracticeTables tables,
            PracticeTenant practice,
            Tenant tenant,
            Faults faults,
            Journeys journeys,
            @Value("${local.server.port}") int port) {
        this.jdbc = jdbc;
        this.tables = tables;
        this.practice = practice;
        this.tenant = tenant;
        this.faults = faults;
        this.journeys = journeys;
        this.api = new OwnerApi(port);
    }

    @BeforeEach
    void beginAnew() {
        tables.empty();
    }

    @AfterEach
    void hurry() {
        faults.use(FaultPlan.none());
    }

    /** Nothing of a run comes to its end while somebody looks at it, or opens a dialog over it. */
    private void takeYourTime() {
        faults.use(Map.of("latency", "2s"));
    }

    @Test
    void anOwnerConnectsImportsReadsTheReportAndDeletesTheMigration() {
        journeys.go("desk", Window.DESK, page -> {
            MigrationScreen screen = signedIn(page);

            connect(page, screen);
            review(page, screen);
            choose(page, screen);
            watch(page, screen);
            readTheReport(page, screen);
            lookAtIssues(page, screen);
            openWhatIsAttached(page);
            screen.openFromTheMenu();
            runAgain(page, screen);
            delete(page, screen);
        });
    }

    private static void connect(Page page, MigrationScreen screen) {
        screen.openFromTheMenu();
        screen.sees(
                "Bring your clients, contacts, contracts, assets, projects, tickets, time entries and attachments over from Autotask PSA");
        screen.cannotPress("Create migration");
        isOpenToEverybody(page);

        screen.press("Test connection");
        screen.reads("Enter the API user.");

        screen.fillInThePracticeTenant();
        screen.typeSecret("not the secret");
        screen.press("Test connection");
        screen.sees("Autotask rejected the credentials");
        screen.hasFocusOn("Autotask rejected the credentials");
        screen.reads("Nothing has been stored.");
        screen.cannotPress("Create migration");
        isOpenToEverybody(page);

        screen.fillInThePracticeTenant();
        screen.press("Test connection");
        screen.awaits("Connection works");
        screen.canPress("Create migration");
        isOpenToEverybody(page);

        screen.typeUser("somebody-else@sandbox.example");
        screen.reads("For other values. Test again.");
        screen.cannotPress("Create migration");
        isOpenToEverybody(page);
        screen.fillInThePracticeTenant();
        screen.press("Create migration");
    }

    private static void review(Page page, MigrationScreen screen) {
        screen.reads("Migration created. See what values of Autotask become, then press Start.");
        screen.reads("Ready to start");
        screen.sees("Company types");
        screen.reads("Stored encrypted, never shown again");
        isOpenToEverybody(page);
    }

    /** What stands in the form is not lost by leaving, and Start takes it along. */
    private static void choose(Page page, MigrationScreen screen) {
        Locator choice = page.locator("select[name=target]:visible").first();
        choice.selectOption("PARTNER");
        List<String> asked = new ArrayList<>();
        Consumer<Dialog> stays = dialog -> {
            asked.add(dialog.type());
            dialog.dismiss();
        };
        page.onDialog(stays);
        page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Replace credentials"))
                .last()
                .click(new Locator.ClickOptions().setNoWaitAfter(true));
        page.waitForCondition(() -> !asked.isEmpty());
        page.offDialog(stays);
        Assertions.assertThat(asked).containsExactly("beforeunload");
        assertThat(choice).hasValue("PARTNER");
    }

    private void watch(Page page, MigrationScreen screen) {
        List<String> asked = new ArrayList<>();
        Consumer<Dialog> leaves = dialog -> {
            asked.add(dialog.type());
            dialog.accept();
        };
        page.onDialog(leaves);
        takeYourTime();
        screen.press("Start");
        screen.reads("1 choice saved; this run goes by it.");
        page.offDialog(leaves);
        Assertions.assertThat(asked).isEmpty();
        screen.sees("Progress by record type");
        screen.canPress("Pause");
        isOpenToEverybody(page);
        screen.follow("Cancel");
        assertThat(screen.dialog()).isVisible();
        screen.follow("Keep running");
        assertThat(screen.dialog()).isHidden();
        hurry();
        screen.awaits("Every record accounted for");
    }

    private static void readTheReport(Page page, MigrationScreen screen) {
        screen.reads("Completed with issues");
        screen.reads("Adds up");
        screen.sees("Values that are unknown or no longer offered");
        screen.sees("Issues by reason");
        isOpenToEverybody(page);
    }

    private static void lookAtIssues(Page page, MigrationScreen screen) {
        screen.follow("Show records: Email not valid");
        screen.sees("Issues");
        assertThat(page).hasURL(Pattern.compile(".*outcome=warned.*code=INVALID_EMAIL.*"));
        isOpenToEverybody(page);
        page.locator("a.row-link").first().click();
        screen.sees("As it came from Autotask");
        screen.sees("As it stands in Ascent");
        isOpenToEverybody(page);
        String opened = page.url();
        page.navigate(opened);
        screen.sees("As it stands in Ascent");
        screen.follow("Autotask Migration");
    }

    /** A picture that came with what somebody said of a ticket; what is downloaded is what lies in Autotask. */
    private void openWhatIsAttached(Page page) {
        Attached picture = jdbc.sql(
                        """
                        select a.place_id as ticket, a.name, a.source_id::bigint as file
                        from attachment a join file_content f using (organization_id, sha256)
                            join conversation_entry e on e.organization_id = a.organization_id and e.id = a.owner_id
                        where a.owner_kind = 'entries' and a.place_kind = 'tickets' and e.kind = 'NOTE'
                            and f.picture is not null and a.size < 1000000
                            and 9 > (select count(*) from conversation_entry o
                                where o.organization_id = a.organization_id and o.owner_id = a.place_id)
                        order by a.size desc limit 1
                        """)
                .query(Attached.class)
                .single();

        page.navigate("/tickets/" + picture.ticket());
        Locator beside = page.getByRole(AriaRole.ARTICLE)
                .filter(new Locator.FilterOptions().setHasText(picture.name()))
                .first();
        Locator thumbnail = beside.locator(".thumbnails img").first();
        thumbnail.scrollIntoViewIfNeeded();
        assertThat(thumbnail).hasJSProperty("complete", true);
        Assertions.assertThat(thumbnail.evaluate("picture => picture.naturalWidth > 0"))
                .isEqualTo(true);
        isOpenToEverybody(page);
        Download download = page.waitForDownload(
                () -> beside.getByRole(AriaRole.LINK, new Locator.GetByRoleOptions().setName(picture.name()))
                        .first()
                        .click());

        Assertions.assertThat(download.suggestedFilename()).isEqualTo(picture.name());
        Assertions.assertThat(download.path()).hasBinaryContent(inAutotask(picture.file()));
    }

    /** @param file its id in Autotask */
    private record Attached(UUID ticket, String name, long file) {}

    private byte[] inAutotask(long file) {
        ByteArrayOutputStream content = new ByteArrayOutputStream();
        tenant.content(file).parts(content::writeBytes);
        return content.toByteArray();
    }

    private void runAgain(Page page, MigrationScreen screen) {
        screen.follow("Run again");
        assertThat(screen.dialog()).isVisible();
        isOpenToEverybody(page);
        assertThat(page.getByLabel("Keep Ascent’s value")).isChecked();
        page.keyboard().press("Escape");
        assertThat(screen.dialog()).isHidden();
        assertThat(screen.link("Run again")).isFocused();
        screen.follow("Run again");
        takeYourTime();
        screen.press("Start");
        screen.sees("Progress by record type");
        hurry();
        screen.awaits("Every record accounted for");
        screen.reads("run 2 finished");
        screen.sees("Previous runs");
    }

    private static void delete(Page page, MigrationScreen screen) {
        screen.link("Delete migration").last().click();
        assertThat(screen.dialog()).isVisible();
        screen.cannotPress("Delete migration");
        isOpenToEverybody(page);
        page.getByLabel("Type DELETE to confirm").fill("DELETE");
        screen.press("Delete migration");
        screen.reads("Migration deleted. Its credentials are gone;");
        screen.sees(
                "Bring your clients, contacts, contracts, assets, projects, tickets, time entries and attachments over from Autotask PSA");
    }

    @Test
    void theSameWorksWithoutScript() {
        journeys.go("without-script", Window.WITHOUT_SCRIPT, page -> {
            MigrationScreen screen = signedIn(page);
            screen.openFromTheMenu();
            screen.fillInThePracticeTenant();
            screen.press("Test connection");
            screen.awaits("Connection works");
            screen.reads("Ascent never sends them back to a page.");
            Assertions.assertThat(page.content()).doesNotContain("value=\"practice-secret\"");
            screen.typeSecret("practice-secret");
            screen.typeCode(practice.integrationCode());
            screen.press("Create migration");
            screen.reads("Migration created.");
            leaveAllButContacts(page.url().replaceFirst(".*" + ROOT + "/([0-9a-f-]+).*", MIGRATIONS + "/$1"));
            takeYourTime();
            screen.press("Start");
            screen.sees("Progress by record type");
            hurry();
            screen.reloadUntil("Every record accounted for");
            screen.follow("Show records: Email not valid");
            page.locator("a.row-link").first().click();
            screen.sees("As it came from Autotask");
            screen.follow("Autotask Migration");
            screen.link("Delete migration").last().click();
            page.getByLabel("Type DELETE to confirm").fill("delete");
            screen.press("Delete migration");
            screen.reads("Type DELETE in capital letters.");
            page.getByLabel("Type DELETE to confirm").fill("DELETE");
            screen.press("Delete migration");
            screen.reads("Migration deleted.");
        });
    }

    @Test
    void everyPageFitsAPhone() {
        String created = Objects.requireNonNull(api.post(
                        MIGRATIONS,
                        "{\"apiUser\":\"practice@sandbox.example\",\"secret\":\"practice-secret\",\"integrationCode\":\"%s\"}"
                                .formatted(practice.integrationCode()))
                .header("Location"));
        leaveAllButContacts(created);
        String migration = ROOT + created.substring(created.lastIndexOf('/'));
        journeys.go("phone", Window.PHONE, page -> {
            MigrationScreen screen = signedIn(page);
            page.navigate(ROOT + "/new");
            isOpenToEverybody(page);
            for (String tab : List.of("/scope", "/people", "")) {
                page.navigate(migration + tab);
                isOpenToEverybody(page);
            }
            takeYourTime();
            screen.press("Start");
            screen.sees("Progress by record type");
            isOpenToEverybody(page);
            hurry();
            screen.awaits("Every record accounted for");
            isOpenToEverybody(page);
            page.navigate(migration + "/issues");
            page.locator("a.row-link").first().click();
            screen.sees("As it came from Autotask");
            isOpenToEverybody(page);
            for (String dialog : List.of("/run-again", "/delete", "/credentials")) {
                page.navigate(migration + dialog);
                isOpenToEverybody(page);
            }
        });
    }

    /** For whoever looks at how an import goes, and not at what it brings. */
    private void leaveAllButContacts(String migration) {
        OwnerApi.Answer scope = api.put(migration + "/scope", CONTACTS_ALONE);
        Assertions.assertThat(scope.status()).as(scope.text()).isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"ADMIN", "MEMBER"})
    void nobodyButTheOwnerFindsAWayIn(String role) {
        String email = role.toLowerCase(Locale.ROOT) + "@fjordlight.example";
        api.post(
                "/api/v1/users",
                "{\"email\":\"%s\",\"name\":\"Ana Ruiz\",\"role\":\"%s\",\"password\":\"%s\"}"
                        .formatted(email, role, OwnerApi.PASSWORD));

        journeys.go(role, new Window(1280, 900, false), page -> {
            new SignInScreen(page).signIn(email, OwnerApi.PASSWORD);
            assertThat(new MigrationScreen(page).link("Autotask Migration")).hasCount(0);

            Assertions.assertThat(Objects.requireNonNull(page.navigate(ROOT)).status())
                    .isEqualTo(403);
            new MigrationScreen(page).reads("can open Autotask Migration.");
        });
    }

    private static MigrationScreen signedIn(Page page) {
        new SignInScreen(page).signIn(OwnerApi.EMAIL, OwnerApi.PASSWORD);
        return new MigrationScreen(page);
    }
}
