package app.ascent.journey.hours;

import static app.ascent.journey.Imagined.MIGRATION;
import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.BDDMockito.given;
import static org.mockito.Mockito.clearInvocations;
import static org.mockito.Mockito.verifyNoInteractions;

import app.ascent.importing.SourceHours.Hours;
import app.ascent.importing.SourceHours.Standing;
import app.ascent.importing.SourceHours.Sum;
import app.ascent.journey.MigrationPage;
import app.ascent.migration.SentRecords.Became;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

/** The hours of both sides beside each other, and what each difference is made of. */
class HoursPagesTests extends MigrationPage {

    private static final UUID NORTHWIND = new UUID(7, 1);
    private static final UUID FORMULA = new UUID(7, 2);
    private static final YearMonth APRIL = YearMonth.of(2026, 4);

    HoursPagesTests(@Autowired MockMvcTester http) {
        super(http);
    }

    @BeforeEach
    void haveNames() {
        finished();
        given(sourceHours.names(any())).willReturn(Map.of(NORTHWIND, "Northwind <Ltd>", FORMULA, "=2+5"));
    }

    private void stand(List<Sum> sums, List<Standing> standing, long unmeasured) {
        given(sourceHours.of(MIGRATION, null, null)).willReturn(new Hours(sums, unmeasured));
        given(sourceHours.standing(MIGRATION, null, null)).willReturn(standing);
    }

    private static Sum sum(@Nullable UUID client, Became became, long minutes) {
        return new Sum(client, APRIL, became, 1, minutes, minutes);
    }

    private static Standing standing(UUID client, long minutes, long edited) {
        return new Standing(client, APRIL, 1, minutes, minutes, edited);
    }

    /** The difference of a page is the sum of what it says of it. */
    @Test
    void explainEachDifference() {
        stand(
                List.of(
                        sum(NORTHWIND, Became.LOADED, 72_275),
                        sum(NORTHWIND, Became.SKIPPED, 30),
                        sum(NORTHWIND, Became.FAILED, 45),
                        sum(FORMULA, Became.LOADED, 60),
                        sum(FORMULA, Became.LEFT_OUT, 15),
                        sum(null, Became.SKIPPED, 90)),
                List.of(standing(NORTHWIND, 72_260, 3), standing(FORMULA, 60, 0)),
                2);

        assertThat(bodyOf(ONE + "/hours/compared")
                        .replaceAll("<[^>]*>|\\s+", " ")
                        .replaceAll(" +", " "))
                .contains(
                        "In Autotask 2 entries in Autotask do not say how long they took, and count on neither side 1,208:35",
                        "Left out by the scope −0:15",
                        "Skipped −2:00",
                        "Failed −0:45",
                        "Changed, moved or deleted in Ascent, or changed in Autotask since 3 entries were changed in Ascent −0:15",
                        "In Ascent 1,205:20",
                        "Difference −3:15",
                        "Northwind &lt;Ltd&gt; 0:30 skipped 0:45 failed −0:15 changed, moved or deleted Apr 2026 1,205:50 1,204:20 −1:30",
                        "No client in Ascent 1:30 skipped Apr 2026 1:30 0:00 −1:30")
                .doesNotContain("??");
    }

    @Test
    void saysThatBothAreTheSame() {
        stand(List.of(sum(NORTHWIND, Became.LOADED, 60)), List.of(standing(NORTHWIND, 60, 0)), 0);

        assertThat(bodyOf(ONE + "/hours/compared"))
                .contains("The same to the minute", "Difference", "0:00")
                .doesNotContain("Northwind", "Skipped", "Changed, moved", "??");
    }

    @Test
    void comesBeforeItsSums() {
        clearInvocations(sourceHours);
        assertThat(bodyOf(ONE + "/hours"))
                .contains(
                        "Hours of both sides",
                        "Adding up…",
                        "hx-get=\"" + ONE + "/hours/compared\"",
                        "/hours/table.csv")
                .doesNotContain("Difference", "??");
        verifyNoInteractions(sourceHours);
    }

    @Test
    void standsWithoutAnyTime() {
        stand(List.of(), List.of(), 0);

        assertThat(bodyOf(ONE + "/hours/compared"))
                .contains("The same to the minute")
                .doesNotContain("??");
    }

    @Test
    void showsTheFirstOfThousands() {
        stand(
                LongStream.range(0, 250)
                        .mapToObj(each ->
                                new Sum(NORTHWIND, YearMonth.of(2000, 1).plusMonths(each), Became.FAILED, 1, 60, 60))
                        .toList(),
                List.of(),
                0);

        assertThat(bodyOf(ONE + "/hours/compared")).contains("50 more stand in the CSV.");
    }

    @Test
    void handsTheSumsAloneToTheReport() {
        stand(List.of(sum(NORTHWIND, Became.LOADED, 60)), List.of(standing(NORTHWIND, 60, 0)), 0);

        assertThat(bodyOf(ONE + "/hours/sums")).contains("In Autotask", "1:00").doesNotContain("<html", "??");
    }

    /** A table opens in a spreadsheet, which takes some texts for formulas. */
    @Test
    void handsOutATable() {
        stand(
                List.of(sum(NORTHWIND, Became.LOADED, 60), sum(FORMULA, Became.SKIPPED, 15)),
                List.of(standing(NORTHWIND, 75, 1)),
                0);

        assertThat(get(ONE + "/hours/table.csv"))
                .hasStatusOk()
                .bodyText()
                .contains(
                        "client,month,autotaskMinutes,ascentMinutes,differenceMinutes,leftOutMinutes,skippedMinutes,failedMinutes,notLoadedMinutes,otherMinutes,editedEntries",
                        "Northwind <Ltd>,2026-04,60,75,15,0,0,0,0,15,1",
                        "'=2+5,2026-04,15,0,-15,0,15,0,0,0,0");
    }
}
