package app.ascent.journey.overview;

import static app.ascent.journey.Imagined.MIGRATION;
import static app.ascent.journey.Imagined.migration;
import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.BDDMockito.given;
import static org.mockito.BDDMockito.willThrow;

import app.ascent.journey.Imagined;
import app.ascent.journey.MigrationPage;
import app.ascent.migration.MigrationRefused;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.data.domain.PageImpl;
import org.springframework.data.domain.PageRequest;
import org.springframework.http.HttpStatus;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

/** The list of migrations, and addresses that lead to none of them. */
class MigrationPagesTests extends MigrationPage {

    MigrationPagesTests(@Autowired MockMvcTester http) {
        super(http);
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
    void leadsFromASecondMigrationOfADatabaseToTheFirst() {
        willThrow(new MigrationRefused.AlreadyExists(MIGRATION)).given(service).pause(MIGRATION);

        assertThat(post(ONE + "/pause")).hasRedirectedUrl(ONE);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "/cancel", "/run-again", "/delete", "/credentials", "/issues", "/issues/contacts/1"})
    void knowsNoMigrationOfOthers(String page) {
        given(service.get(any())).willThrow(new MigrationRefused.Unknown());

        assertThat(get(ONE + page)).hasStatus(HttpStatus.NOT_FOUND);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/cancel", "/run-again", "/issues"})
    void asksNothingAboutARunThatNeverBegan(String page) {
        stands(migration(null));

        assertThat(get(ONE + page)).hasRedirectedUrl(ONE);
    }
}
