package app.ascent.browser;

import static app.ascent.browser.Journeys.isOpenToEverybody;
import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import app.ascent.EnabledIfChromium;
import app.ascent.PracticeTables;
import app.ascent.SharedAscent;
import app.ascent.browser.Journeys.Window;
import app.ascent.importing.OwnerApi;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Contracts, in a browser, dark on a desk and light on a phone. */
@SharedAscent
@EnabledIfChromium
class ContractsIT {

    private final JdbcClient jdbc;
    private final PracticeTables tables;
    private final OwnerApi api;
    private final Journeys journeys;

    ContractsIT(JdbcClient jdbc, PracticeTables tables, Journeys journeys, @Value("${local.server.port}") int port) {
        this.jdbc = jdbc;
        this.tables = tables;
        this.journeys = journeys;
        this.api = new OwnerApi(port);
    }

    @BeforeEach
    void beginAnew() {
        tables.empty();
    }

    @Test
    void areOpenToEverybody() {
        String client = idOf(api.post("/api/v1/clients", "{\"name\":\"Göteborgs Fjärdhamn AB\"}"));
        String contract = idOf(api.post(
                "/api/v1/contracts",
                "{\"name\":\"Managed Services Göteborg\",\"clientId\":\"%s\",\"type\":\"MSP_AGREEMENT\",\"billingModel\":\"RECURRING\",\"value\":\"12440.80\",\"startDate\":\"2023-07-01\"}"
                        .formatted(client)));
        addParts(contract);
        for (Window window : List.of(Window.DESK, Window.PHONE)) {
            journeys.go("contracts-" + window.width(), window, page -> {
                page.emulateMedia(new Page.EmulateMediaOptions()
                        .setColorScheme(window == Window.DESK ? ColorScheme.DARK : ColorScheme.LIGHT));
                MigrationScreen screen = signedIn(page);
                for (String address : List.of(
                        "/contracts",
                        "/contracts/" + contract,
                        "/contracts/" + contract + "/edit",
                        "/contracts/" + contract + "/delete",
                        "/contracts/new",
                        "/contracts/sheet",
                        "/clients/" + client)) {
                    page.navigate(address);
                    isOpenToEverybody(page);
                }
                assertThat(page.locator(".tabs")).containsText("Contracts 1");
                if (window == Window.PHONE) {
                    page.locator(".tabs select").selectOption("Contacts 0");
                    page.waitForURL("**/clients/" + client + "/contacts");
                } else {
                    page.evaluate(
                            "document.querySelector('.tabs').style.width = '220px'; dispatchEvent(new Event('resize'))");
                    page.getByText("More", new Page.GetByTextOptions().setExact(true))
                            .click();
                    page.locator(".tabs .menu a").getByText("Contracts").click();
                    page.waitForURL("**/contracts?status=any&client=" + client);
                }
                page.navigate("/contracts/new?client=" + client);
                page.getByLabel("Name", new Page.GetByLabelOptions().setExact(true))
                        .fill("Care");
                screen.press("Create Contract");
                screen.reads("Enter the start date.");
                isOpenToEverybody(page);
            });
        }
    }

    private static String idOf(OwnerApi.Answer created) {
        return created.at("/id");
    }

    /** As an import writes them. */
    private void addParts(String contract) {
        jdbc.sql(
                        """
                        insert into contract_line (organization_id, id, contract_id, kind, description, units, unit_price,
                            unit_cost, monthly_amount, paused, source_system, source_database, source_id, source_details,
                            created_at, updated_at)
                        select organization_id, gen_random_uuid(), id, 'SERVICE', 'Managed workstation', 196, 38, 21.5, 7448,
                            true, 'AUTOTASK', 91234, 'ContractServices:12', '{}', now(), now()
                        from contract where id = cast(:contract as uuid)
                        """)
                .param("contract", contract)
                .update();
        jdbc.sql(
                        """
                        insert into contract_balance (organization_id, id, contract_id, kind, bought, used, rate, end_date,
                            active, paid, as_of, source_system, source_database, source_id, source_details, created_at,
                            updated_at)
                        select organization_id, gen_random_uuid(), id, 'BLOCK', 60, 38.5, 105, '2026-12-31', true, false,
                            now(), 'AUTOTASK', 91234, 'ContractBlocks:12', '{}', now(), now()
                        from contract where id = cast(:contract as uuid)
                        """)
                .param("contract", contract)
                .update();
    }

    private static MigrationScreen signedIn(Page page) {
        new SignInScreen(page).signIn(OwnerApi.EMAIL, OwnerApi.PASSWORD);
        return new MigrationScreen(page);
    }
}
