package app.ascent.journey;

import static app.ascent.journey.Imagined.FJORDLIGHT;
import static app.ascent.journey.Imagined.MIGRATION;
import static app.ascent.journey.Imagined.NOW;
import static app.ascent.journey.Imagined.ZOE;
import static app.ascent.journey.Imagined.migration;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.BDDMockito.given;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import app.ascent.identity.CurrentUser;
import app.ascent.identity.Organizations;
import app.ascent.identity.Users;
import app.ascent.importing.AutotaskEntities;
import app.ascent.importing.AutotaskMigration;
import app.ascent.importing.ClientsForCompanies;
import app.ascent.importing.EditPreview;
import app.ascent.importing.FieldReferences;
import app.ascent.importing.ImaginedKind;
import app.ascent.importing.MigrationPace;
import app.ascent.importing.MigrationScope;
import app.ascent.importing.MigrationService;
import app.ascent.importing.MigrationService.Holdings;
import app.ascent.importing.Reasons;
import app.ascent.importing.RecordRetrying;
import app.ascent.importing.ReportName;
import app.ascent.importing.ScopeCounts;
import app.ascent.importing.SourceHours;
import app.ascent.importing.ValueChoices;
import app.ascent.importing.WhoIsWho;
import app.ascent.journey.api.MigrationApi;
import app.ascent.migration.LoadingOrder;
import app.ascent.migration.LostEdits;
import app.ascent.migration.Migrations;
import app.ascent.migration.Reports;
import app.ascent.migration.Reports.Counts;
import app.ascent.migration.Reports.RecordView;
import app.ascent.migration.spi.KnownReasons;
import app.ascent.record.RecordNames;
import app.ascent.record.page.FieldLabels;
import app.ascent.record.page.FieldValues;
import app.ascent.web.Formats;
import java.io.UncheckedIOException;
import java.io.UnsupportedEncodingException;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.webmvc.test.autoconfigure.WebMvcTest;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.FilterType;
import org.springframework.context.annotation.Import;
import org.springframework.data.domain.PageImpl;
import org.springframework.data.domain.PageRequest;
import org.springframework.security.test.context.support.WithMockUser;
import org.springframework.test.context.ContextConfiguration;
import org.springframework.test.context.bean.override.mockito.MockitoBean;
import org.springframework.test.context.junit.jupiter.SpringExtension;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** Each page in each state, rendered; what happens behind them is the service's business. */
@WebMvcTest(
        properties = {
            "ascent.sandbox.enabled=true",
            "ascent.time-zone=UTC",
            "spring.messages.basename=messages/web, messages/identity, messages/errors, messages/record, messages/crm, "
                    + "messages/importing, messages/imagined, messages/journey"
        })
@ContextConfiguration(classes = MigrationPage.Pages.class)
@WithMockUser(authorities = "migrations.manage")
// Said here, too, so that the scans of other tests take this for a test and leave the application within alone.
@ExtendWith(SpringExtension.class)
public abstract class MigrationPage {

    protected static final String ROOT = "/admin/autotask-migration";
    protected static final String ONE = ROOT + "/" + MIGRATION;

    /** The pages and the shell round them; nothing else of Ascent. */
    @Configuration(proxyBeanMethods = false)
    @ComponentScan(
            basePackageClasses = PageRefusals.class,
            excludeFilters = {
                @ComponentScan.Filter(MigrationApi.class),
                @ComponentScan.Filter(
                        type = FilterType.REGEX,
                        pattern = "app\\.ascent\\.journey\\.(api\\..*|report\\.ReportDownload)")
            })
    @ComponentScan(
            basePackageClasses = Formats.class,
            useDefaultFilters = false,
            includeFilters =
                    @ComponentScan.Filter(
                            type = FilterType.REGEX,
                            pattern = "app\\.ascent\\.web\\.(Formats|Texts|TimeZones|ShellConfiguration)"))
    @Import({Reasons.class, ReportName.class, FieldReferences.class, FieldLabels.class, FieldValues.class})
    static class Pages {
        @Bean
        Clock clock() {
            return Clock.fixed(NOW, ZoneOffset.UTC);
        }

        @Bean
        AutotaskEntities kinds() {
            return ImaginedKind.all();
        }

        @Bean
        KnownReasons reasonsOfTheEngine() {
            return new KnownReasons(List.of());
        }
    }

    protected final MockMvcTester http;

    @MockitoBean
    protected ValueChoices choices;

    @MockitoBean
    protected WhoIsWho who;

    @MockitoBean
    protected SourceHours sourceHours;

    @MockitoBean
    protected MigrationScope scope;

    @MockitoBean
    protected ScopeCounts scopeCounts;

    @MockitoBean
    protected MigrationService service;

    @MockitoBean
    protected EditPreview preview;

    @MockitoBean
    protected ClientsForCompanies clientsForCompanies;

    @MockitoBean
    protected RecordRetrying retrying;

    @MockitoBean
    protected MigrationPace paces;

    @MockitoBean
    protected Migrations migrations;

    @MockitoBean
    protected LoadingOrder order;

    @MockitoBean
    protected Reports reports;

    @MockitoBean
    protected RecordNames names;

    @MockitoBean
    protected Users users;

    @MockitoBean
    protected CurrentUser currentUser;

    @MockitoBean
    protected Organizations organizations;

    protected MigrationPage(MockMvcTester http) {
        this.http = http;
    }

    @BeforeEach
    protected void isAtFjordlight() {
        given(currentUser.organization()).willReturn(FJORDLIGHT);
        given(organizations.settings(FJORDLIGHT)).willReturn(Imagined.SETTINGS);
        given(users.names(any(), any())).willReturn(Map.of(ZOE, "Zoë Lindqvist"));
        given(service.list(any())).willReturn(new PageImpl<>(List.of()));
        given(service.zones(any()))
                .willReturn(
                        Map.of(MIGRATION, Imagined.migration(null).connection().zone()));
        holds(Map.of());
        given(preview.of(any())).willReturn(new LostEdits.Preview(List.of(), true));
        given(migrations.entities()).willReturn(List.of("companies", "contacts"));
        given(migrations.runs(any(), any(), any()))
                .willReturn(new PageImpl<>(List.of(Imagined.finished(2), Imagined.finished(1))));
        given(service.holdings(any())).willReturn(new Holdings(0, 0, 0, 0, new TreeMap<>()));
        given(names.of(any(), any())).willReturn(Map.of());
    }

    protected void stands(AutotaskMigration migration) {
        given(service.get(MIGRATION)).willReturn(migration);
    }

    protected void finished() {
        stands(migration(Imagined.finished(2)));
        reported(Imagined.report(Imagined.finished(2)));
        holds(Map.of("companies", 3_913L, "contacts", 48_126L));
    }

    /** Of the last run that came to its end. */
    protected void reported(Reports.Report report) {
        given(reports.report(FJORDLIGHT, MIGRATION)).willReturn(report);
        given(reports.report(FJORDLIGHT, MIGRATION, null)).willReturn(report);
    }

    protected void holds(Map<String, Long> inAscent) {
        given(service.holdings(MIGRATION)).willReturn(new Holdings(52_182, 52_041, 2, 3, new TreeMap<>(inAscent)));
    }

    protected MvcTestResult get(String path) {
        return http.get().uri(path).exchange();
    }

    protected String bodyOf(String path) {
        try {
            return get(path).getResponse().getContentAsString();
        } catch (UnsupportedEncodingException e) {
            throw new UncheckedIOException(e);
        }
    }

    protected MvcTestResult post(String path, String... parameters) {
        var request = http.post().uri(path).with(csrf());
        for (int i = 0; i < parameters.length; i += 2) {
            request = request.param(parameters[i], parameters[i + 1]);
        }
        return request.exchange();
    }

    protected static final String[] TYPED = {
        "apiUser", " zoe@fjordlight.example ", "secret", "marked-secret", "integrationCode", "marked-code"
    };

    protected void found(RecordView... records) {
        finished();
        given(reports.counts(any(), any(), any())).willReturn(new Counts(13, 130, 1163));
        given(reports.issues(any(), any(), any(), any()))
                .willReturn(new PageImpl<>(List.of(records), PageRequest.of(0, 25), 1306));
    }
}
