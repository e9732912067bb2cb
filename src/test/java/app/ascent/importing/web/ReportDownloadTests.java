package app.ascent.importing.web;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ReportDownloadTests {

    @ParameterizedTest
    @ValueSource(strings = {"=1", "+1", "-1", "@SUM", "\t=1", "\r=1", "\n=1", "＝1", "＋1", "－1", "＠SUM"})
    void defusesWhatASpreadsheetWouldCalculate(String cell) {
        assertThat(ReportDownload.cell(cell)).isEqualTo("'" + cell);
    }

    @ParameterizedTest
    @CsvSource({"a;=1, a;'=1", "'a; \"+1', 'a; \"''+1'", "a;＠SUM;-2, a;'＠SUM;'-2"})
    void defusesItWhereSemicolonsPartCells(String cell, String defused) {
        assertThat(ReportDownload.cell(cell)).isEqualTo(defused);
    }

    @Test
    void defusesItInEachLine() {
        assertThat(ReportDownload.cell("first\n=1")).isEqualTo("first\n'=1");
    }

    @ParameterizedTest
    @ValueSource(strings = {"Fjord & Søn", "1 = 1", "'=1", "12", "a; b", "a;1-2"})
    void leavesOtherTextsAlone(String cell) {
        assertThat(ReportDownload.cell(cell)).isEqualTo(cell);
    }

    @Test
    void leavesACellWithoutValueEmpty() {
        assertThat(ReportDownload.cell(null)).isEmpty();
    }
}
