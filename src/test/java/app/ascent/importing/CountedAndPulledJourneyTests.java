package app.ascent.importing;

import static org.assertj.core.api.Assertions.assertThat;

import app.ascent.autotask.PageForm;
import app.ascent.importing.OwnerApi.Answer;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Pages of every form come whole, and what was counted and did not come is told. */
class CountedAndPulledJourneyTests extends ImportJourney {

    private static final int COMPANIES = 502;

    CountedAndPulledJourneyTests(JdbcClient jdbc, @Value("${local.server.port}") int port) {
        super(jdbc, port);
    }

    @BeforeEach
    void fillMoreThanAPage() {
        AUTOTASK.records(
                "Companies",
                LongStream.rangeClosed(1, COMPANIES)
                        .mapToObj(id -> "{\"id\":%d,\"companyName\":\"No. %d\",\"companyType\":1,\"isActive\":true}"
                                .formatted(id, id))
                        .toList());
    }

    @ParameterizedTest
    @EnumSource(PageForm.class)
    void readsPagesOfEveryForm(PageForm form) {
        AUTOTASK.pages(form);

        Answer ended = run(create());

        assertThat(ended.at("/status")).as(ended.text()).isEqualTo("COMPLETED");
        assertThat(counts(ended, "companies").getFirst()).isEqualTo(COMPANIES);
        assertThat(count("crm_client")).isEqualTo(COMPANIES);
    }

    @Test
    void tellsOfRecordsThatWereCountedAndDidNotCome() {
        AUTOTASK.withhold("Companies", 584);
        String migration = create();

        Answer ended = run(migration);
        Answer report = api.get(migration + "/report");

        assertThat(ended.at("/status")).isEqualTo("COMPLETED_WITH_ISSUES");
        assertThat(elements(report.json().path("notices")).toList())
                .singleElement()
                .satisfies(notice -> {
                    assertThat(notice.path("entity").asString()).isEqualTo("companies");
                    assertThat(notice.path("code").asString()).isEqualTo("FEWER_THAN_COUNTED");
                    assertThat(notice.path("message").asString())
                            .startsWith("Autotask counted 1,086 companies when the import began and sent 502.");
                });
        assertThat(lines(migration + "/report.csv"))
                .hasSize(2)
                .element(1)
                .asString()
                .startsWith("companies,,,NOTICE,FEWER_THAN_COUNTED,\"Autotask counted 1,086 companies");
        assertThat(lines(migration + "/report.csv?code=FEWER_THAN_COUNTED")).hasSize(2);
        assertThat(lines(migration + "/report.csv?entity=contacts")).hasSize(1);
        assertThat(lines(migration + "/report.csv?outcome=FAILED")).hasSize(1);
    }

    @Test
    void goesOnPastRowsOfWhichNobodyCanTellWhatTheyAre() {
        AUTOTASK.row("Companies", 100, "{\"id\":\"x\",\"companyName\":\"Nobody\"}")
                .row("Companies", 500, "null")
                .row("Companies", 502, "{\"companyName\":\"Nobody either\"}");
        String migration = create();

        Answer ended = run(migration);

        assertThat(ended.at("/status")).as(ended.text()).isEqualTo("COMPLETED_WITH_ISSUES");
        assertThat(counts(ended, "companies").getFirst()).isEqualTo(COMPANIES - 3);
        assertThat(count("crm_client")).isEqualTo(COMPANIES - 3);
        assertThat(elements(api.get(migration + "/report").json().path("notices"))
                        .map(notice -> notice.path("code").asString() + " "
                                + notice.path("message").asString()))
                .singleElement()
                .asString()
                .startsWith("UNREADABLE_ROWS Among its companies Autotask sent 3 rows that are empty or have no ID.");
    }

    private List<String> lines(String path) {
        return api.get(path).text().lines().toList();
    }
}
