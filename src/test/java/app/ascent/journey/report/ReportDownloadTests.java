package app.ascent.journey.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.ArgumentMatchers.isNull;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import app.ascent.identity.OrganizationId;
import app.ascent.journey.Spreadsheet;
import app.ascent.migration.Reports;
import app.ascent.migration.Reports.Notice;
import app.ascent.migration.Reports.Outcome;
import app.ascent.migration.Reports.RecordFilter;
import app.ascent.migration.Reports.Report;
import app.ascent.migration.spi.MigrationId;
import app.ascent.migration.spi.SourceId;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.transaction.support.TransactionOperations;

class ReportDownloadTests {

    @ParameterizedTest
    @ValueSource(strings = {"=1", "+1", "-1", "@SUM", "\t=1", "\r=1", "\n=1", "＝1", "＋1", "－1", "＠SUM"})
    void defusesWhatASpreadsheetWouldCalculate(String cell) {
        assertThat(Spreadsheet.cell(cell)).isEqualTo("'" + cell);
    }

    @ParameterizedTest
    @CsvSource({"a;=1, a;'=1", "'a; \"+1', 'a; \"''+1'", "a;＠SUM;-2, a;'＠SUM;'-2"})
    void defusesItWhereSemicolonsPartCells(String cell, String defused) {
        assertThat(Spreadsheet.cell(cell)).isEqualTo(defused);
    }

    @ParameterizedTest
    @ValueSource(strings = {" ", "   ", "\u00a0", "\u200b", "\ufeff", "\"", "\u2028", "a\u000b", "a\u0085", "a;\u00a0"})
    void defusesItBehindWhatIsStripped(String before) {
        assertThat(Spreadsheet.cell(before + "=1")).isEqualTo(before + "'=1");
        assertThat(Spreadsheet.cell(before + "\uFE66" + "1")).isEqualTo(before + "'\uFE66" + "1");
    }

    @Test
    void defusesItInEachLine() {
        assertThat(Spreadsheet.cell("first\n=1")).isEqualTo("first\n'=1");
    }

    @ParameterizedTest
    @ValueSource(strings = {"Fjord & Søn", "1 = 1", "'=1", "12", "a; b", "a;1-2"})
    void leavesOtherTextsAlone(String cell) {
        assertThat(Spreadsheet.cell(cell)).isEqualTo(cell);
    }

    @ParameterizedTest
    @CsvSource(
            value = {"-, -, 2", "contacts, -, 1", "companies, -, 0", "contacts, FEWER_THAN_COUNTED, 1", "-, CYCLE, 0"},
            nullValues = "-")
    void tellsWhatConcernsAllRecordsOfTheTypesItIsAbout(@Nullable String entity, @Nullable String code, int notices)
            throws IOException {
        assertThat(notices(new RecordFilter(entity, null, code, null))).isEqualTo(notices);
    }

    @Test
    void tellsNothingOfAllRecordsWhereFewAreAskedFor() throws IOException {
        assertThat(notices(new RecordFilter(null, Outcome.FAILED, null, null))).isZero();
        assertThat(notices(new RecordFilter("contacts", null, null, new SourceId(5))))
                .isZero();
    }

    @Test
    void tellsWhatConcernsTheRunThatIsAskedFor() throws IOException {
        assertThat(notices(new RecordFilter(null, null, null, null, null, null, 1)))
                .isEqualTo(1);
    }

    private static Report noticing(Notice... notices) {
        return new Report(List.of(), List.of(notices), List.of(), List.of(), List.of(), List.of());
    }

    private static long notices(RecordFilter filter) throws IOException {
        Reports reports = mock();
        when(reports.streamIssues(any(), any(), any())).thenReturn(Stream.empty());
        Notice fewer = new Notice("contacts", "FEWER_THAN_COUNTED", "Autotask sent fewer.");
        Notice hidden = new Notice("tickets", "RESTRICTED_ACCESS", "Some are hidden.");
        when(reports.report(any(), any(), isNull())).thenReturn(noticing(fewer, hidden));
        when(reports.report(any(), any(), eq(1))).thenReturn(noticing(hidden));
        ReportDownload download = new ReportDownload(reports, mock(), TransactionOperations.withoutTransaction());
        try (ReportDownload.File file =
                download.of(new OrganizationId(new UUID(2, 2)), new MigrationId(new UUID(7, 7)), filter)) {
            ByteArrayOutputStream csv = new ByteArrayOutputStream();
            file.copyTo(csv);
            assertThat(csv.size()).isEqualTo((int) file.size());
            return csv.toString(StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> line.contains(",NOTICE,"))
                    .count();
        }
    }

    @Test
    void leavesACellWithoutValueEmpty() {
        assertThat(Spreadsheet.cell(null)).isEmpty();
    }
}
