package app.ascent.browser;

import static app.ascent.browser.Journeys.isOpenInLightAndDark;
import static app.ascent.browser.Journeys.isOpenToEverybody;
import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import app.ascent.EnabledIfChromium;
import app.ascent.SharedAscent;
import app.ascent.browser.Journeys.Window;
import app.ascent.crm.ClientImports;
import app.ascent.crm.Samples;
import app.ascent.identity.Crew;
import app.ascent.identity.OrganizationCreated;
import app.ascent.identity.Role;
import app.ascent.web.RequestOrigin;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Tickets in the browser. */
@SharedAscent
@EnabledIfChromium
class TicketsIT {

    private final Journeys journeys;
    private final Crew crew;
    private final UUID client = Samples.id();

    @Autowired
    TicketsIT(Journeys journeys, JdbcClient jdbc, ClientImports clients, ApplicationEventPublisher events) {
        this.journeys = journeys;
        this.crew = Crew.of(jdbc, "Fjordlight IT");
        events.publishEvent(new OrganizationCreated(
                crew.organization(), "Fjordlight IT", null, RequestOrigin.current(), Instant.EPOCH));
        clients.save(crew.organization(), List.of(Samples.fresh(client, 1, Samples.client("Ærø Shipping A/S"))), true);
    }

    @Test
    void areWorkedThroughInLightAndDarkAndOnAPhone() {
        for (Window window : List.of(Window.DESK, Window.PHONE)) {
            journeys.go("tickets-" + window.width(), window, page -> {
                new SignInScreen(page).signIn(crew.as(Role.OWNER).email(), Crew.PASSWORD);
                page.navigate("/tickets/new?client=" + client);
                page.getByLabel("Subject").fill("Mail flow stops every night");
                page.getByLabel("Checklist").fill("Transport log saved\nClient told");
                press(page, "Create Ticket");
                assertThat(page.locator("h1")).hasText("Mail flow stops every night");
                String ticket = page.url();

                page.getByLabel("Note").fill("Queue at 01:30 again.");
                press(page, "Add note");
                assertThat(page.getByText("Queue at 01:30 again.")).isVisible();
                page.getByLabel("Transport log saved").check();
                assertThat(page.getByText("1 of 2")).isVisible();
                open(page, ticket, ticket + "/edit", "/tickets", "/tickets?view=grid", "/clients/" + client, "/");

                page.navigate(ticket);
                press(page, "Resolve");
                assertThat(page.locator(".page-title")).containsText("Resolved");
                open(page, ticket, ticket + "/reopen", ticket + "/delete");
                page.navigate(ticket);
                page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Reopen"))
                        .click();
                press(page, "Reopen");
                assertThat(page.locator(".page-title")).containsText("Open");
                page.navigate("/tickets");
                page.getByText("More filters").click();
                isOpenToEverybody(page);
            });
        }
    }

    private static void press(Page page, String button) {
        page.getByRole(
                        AriaRole.BUTTON,
                        new Page.GetByRoleOptions().setName(button).setExact(true))
                .click();
    }

    private static void open(Page page, String... addresses) {
        for (String address : addresses) {
            page.navigate(address);
            isOpenInLightAndDark(page);
        }
    }
}
