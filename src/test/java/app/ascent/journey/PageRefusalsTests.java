package app.ascent.journey;

import static org.assertj.core.api.Assertions.assertThat;

import app.ascent.migration.MigrationRefused;
import app.ascent.migration.RunStatus;
import app.ascent.migration.spi.MigrationId;
import app.ascent.web.PageNotice;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.web.servlet.HandlerMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributesModelMap;

/** A refusal leads back to where one was, and nowhere else. */
class PageRefusalsTests {

    private static final String ONE = Heads.ROOT + "/7";

    private final PageRefusals refusals = new PageRefusals(new Workshop().texts);
    private final MockHttpServletRequest request = new MockHttpServletRequest();
    private final MockHttpServletResponse response = new MockHttpServletResponse();
    private final RedirectAttributesModelMap redirect = new RedirectAttributesModelMap();

    static List<MigrationRefused> nothingThere() {
        return List.of(new MigrationRefused.Unknown(), new MigrationRefused.UnknownRun());
    }

    @ParameterizedTest
    @MethodSource("nothingThere")
    void findsNoPageForWhatIsNotThere(MigrationRefused refusal) throws IOException {
        assertThat(refused(refusal)).isNull();
        assertThat(response.getStatus()).isEqualTo(404);
    }

    @Test
    void leadsToTheMigrationThatIsThereAlready() throws IOException {
        MigrationId there = new MigrationId(new UUID(7, 7));

        assertThat(refused(new MigrationRefused.AlreadyExists(there)))
                .isEqualTo("redirect:" + Heads.ROOT + "/" + there);
    }

    @Test
    void saysWhyAndStaysAtTheMigration() throws IOException {
        request.setAttribute(HandlerMapping.URI_TEMPLATE_VARIABLES_ATTRIBUTE, Map.of("id", "7"));

        assertThat(refused(new MigrationRefused.NotInThisState(RunStatus.RUNNING, "An import is under way.")))
                .isEqualTo("redirect:" + ONE);
        assertThat(redirect.getFlashAttributes().get(PageNotice.ATTRIBUTE))
                .asString()
                .contains("An import is under way.");
        assertThat(refused(new MigrationRefused.UnknownValue())).isEqualTo("redirect:" + ONE);
    }

    @Test
    void leadsToTheListWhereThePageOfNoMigrationRefused() throws IOException {
        assertThat(refused(new MigrationRefused.NothingToRetry("Nothing."))).isEqualTo("redirect:" + Heads.ROOT + "/");
        request.setAttribute(HandlerMapping.URI_TEMPLATE_VARIABLES_ATTRIBUTE, Map.of("other", "7"));
        assertThat(refused(new MigrationRefused.NothingToRetry("Nothing."))).isEqualTo("redirect:" + Heads.ROOT + "/");
    }

    @ParameterizedTest
    @CsvSource(
            value = {
                "/admin/autotask-migration/7/issues?code=CYCLE, /admin/autotask-migration/7/issues?code=CYCLE",
                "-, /admin/autotask-migration/7",
                "/admin/autotask-migration/8, /admin/autotask-migration/7",
                "https://elsewhere.example, /admin/autotask-migration/7",
                "/admin/autotask-migration/7//elsewhere.example, /admin/autotask-migration/7",
                "'/admin/autotask-migration/7\\elsewhere', /admin/autotask-migration/7"
            },
            nullValues = "-")
    void leadsBackUnderTheMigrationOnly(@Nullable String wanted, String where) {
        assertThat(PageRefusals.back("7", wanted)).isEqualTo(where);
    }

    private @Nullable String refused(MigrationRefused refusal) throws IOException {
        return refusals.refused(refusal, request, response, redirect);
    }
}
