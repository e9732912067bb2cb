package app.ascent.journey.connect;

import static app.ascent.journey.Imagined.MIGRATION;
import static app.ascent.journey.Imagined.migration;
import static app.ascent.journey.Imagined.pulling;
import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.BDDMockito.given;
import static org.mockito.BDDMockito.willThrow;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.verify;

import app.ascent.autotask.ConnectionReport.Problem;
import app.ascent.autotask.Connections.ConnectionView;
import app.ascent.autotask.client.Zone;
import app.ascent.importing.AutotaskMigration;
import app.ascent.importing.ConnectionRefused;
import app.ascent.importing.DifferentDatabase;
import app.ascent.journey.Imagined;
import app.ascent.journey.MigrationPage;
import app.ascent.migration.RunStatus;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpStatus;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** Replacing the credentials of a migration. */
class CredentialPagesTests extends MigrationPage {

    CredentialPagesTests(@Autowired MockMvcTester http) {
        super(http);
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
    void showsTheAddressThatSomebodyEntered() {
        AutotaskMigration known = migration(null);
        Zone zone = known.connection().zone();
        Zone entered = new Zone(zone.name(), zone.api(), zone.web(), zone.database(), true);
        given(service.get(MIGRATION))
                .willReturn(new AutotaskMigration(
                        known.migration(), new ConnectionView(known.connection().id(), entered, Imagined.NOW), null));

        assertThat(get(ONE + "/credentials"))
                .bodyText()
                .contains("value=\"" + zone.api() + "\"")
                .containsPattern("id=\"connect-more\" open=\"open\"");
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
}
