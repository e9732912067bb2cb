package app.ascent.journey.connect;

import static app.ascent.journey.Imagined.MIGRATION;
import static app.ascent.journey.Imagined.migration;
import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.argThat;
import static org.mockito.BDDMockito.given;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.verify;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import app.ascent.autotask.ConnectionReport.Problem;
import app.ascent.importing.ConnectionRefused;
import app.ascent.journey.Imagined;
import app.ascent.journey.MigrationPage;
import app.ascent.migration.MigrationRefused;
import app.ascent.web.PageNotice;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.data.domain.PageImpl;
import org.springframework.http.HttpStatus;
import org.springframework.mock.web.MockHttpSession;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** The pages before there is a migration: connecting, testing, creating. */
class ConnectPagesTests extends MigrationPage {

    ConnectPagesTests(@Autowired MockMvcTester http) {
        super(http);
    }

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
    void takesTheAddressOfAZoneUnderMore() throws InterruptedException {
        given(service.test(any())).willReturn(Imagined.failed(new Problem.UnknownApiUser(), 0));

        assertThat(get(ROOT + "/new"))
                .bodyText()
                .containsPattern("<details class=\"more-fields\" id=\"connect-more\">");
        MvcTestResult tested = post(
                ROOT + "/test",
                "apiUser",
                "zoe@fjordlight.example",
                "secret",
                "s",
                "integrationCode",
                "c",
                "zoneUrl",
                " https://ww5.autotask.net ");

        verify(service).test(argThat(credentials -> "https://ww5.autotask.net".equals(credentials.zone())));
        assertThat(http.get()
                        .uri(ROOT + "/new")
                        .flashAttrs(tested.getMvcResult().getFlashMap())
                        .exchange())
                .bodyText()
                .containsPattern("id=\"connect-more\" open=\"open\"")
                .contains("value=\"https://ww5.autotask.net\"", "open More and enter the address of your zone");
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
        assertThat(Tested.of(91234, session)).isNotNull();
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
                .isEqualTo(PageNotice.done("Migration created. See what values of Autotask become, then press Start."));
        verify(service).create(argThat(credentials -> credentials.apiUser().equals("zoe@fjordlight.example")));
    }

    @Test
    void storesNothingThatWasRefused() throws InterruptedException {
        given(service.create(any()))
                .willThrow(new ConnectionRefused(
                        Imagined.failed(new Problem.Unavailable("Autotask is not answering."), 0)))
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
}
