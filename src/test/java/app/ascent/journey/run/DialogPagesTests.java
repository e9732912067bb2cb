package app.ascent.journey.run;

import static app.ascent.journey.Imagined.MIGRATION;
import static app.ascent.journey.Imagined.migration;
import static app.ascent.journey.Imagined.pulling;
import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.BDDMockito.given;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.verify;

import app.ascent.autotask.Pace;
import app.ascent.autotask.QuietHours;
import app.ascent.journey.Imagined;
import app.ascent.journey.MigrationPage;
import app.ascent.migration.EntityStatus;
import app.ascent.migration.LostEdits.LostEdit;
import app.ascent.migration.LostEdits.Preview;
import app.ascent.migration.RunStatus;
import app.ascent.migration.RunView;
import app.ascent.migration.spi.Scope;
import app.ascent.migration.spi.SourceId;
import app.ascent.web.PageNotice;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpStatus;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** What asks before it does something, and the words it does it with. */
class DialogPagesTests extends MigrationPage {

    DialogPagesTests(@Autowired MockMvcTester http) {
        super(http);
    }

    @Test
    void asksBeforeItCancels() {
        stands(migration(pulling(RunStatus.RUNNING, null)));
        holds(Map.of("companies", 3_913L));

        assertThat(get(ONE + "/cancel"))
                .bodyText()
                .contains(
                        "Cancel this import?",
                        "This run has created 35,783, updated 0, linked 0 and found 0 unchanged");
    }

    @Test
    void tellsWhatThisRunDidFromWhatEarlierOnesLeft() {
        RunView second = Imagined.with(
                Imagined.run(
                        RunStatus.CANCELLED, Imagined.progress("companies", EntityStatus.PENDING, null, 0, 0, 0, 0)),
                2,
                RunStatus.CANCELLED,
                Imagined.NOW);
        stands(migration(second));
        holds(Map.of("companies", 3_909L, "contacts", 0L));

        for (String page : new String[] {"", "/cancel"}) {
            assertThat(get(ONE + page))
                    .bodyText()
                    .contains("This run has loaded nothing.", "From earlier runs 3,909 clients are in Ascent")
                    .doesNotContain("??");
        }
        assertThat(get(ONE)).bodyText().contains("/issues?run=" + second.number());
    }

    @Test
    void countsWhatThisRunCreatedNotAmongWhatEarlierOnesLeft() {
        stands(migration(Imagined.with(
                Imagined.run(
                        RunStatus.CANCELLED,
                        Imagined.progress("companies", EntityStatus.LOADING, 3_920L, 20, 20, 0, 0)),
                2,
                RunStatus.CANCELLED,
                Imagined.NOW)));
        holds(Map.of("companies", 3_929L));

        for (String page : new String[] {"", "/cancel"}) {
            assertThat(get(ONE + page))
                    .bodyText()
                    .contains("This run has created 20,", "From earlier runs 3,909 clients are in Ascent");
        }
    }

    @Test
    void saysWhatTheNextRunTakesAndNotWhatTheLastOneTook() {
        stands(Imagined.scoped(
                Imagined.finished(2),
                new Scope(
                        Scope.History.ALL, null, null, Set.of("contacts"), new Scope.Limits(null, null, 10_485_760L))));

        assertThat(get(ONE + "/run-again"))
                .bodyText()
                .contains("Reads all companies", "have at most 10 MB.")
                .doesNotContain("contacts", "??");
    }

    @Test
    void listsWhatWouldBeLostBeforeTheOwnerChooses() {
        finished();
        List<LostEdit> edits = new ArrayList<>();
        for (long id = 1; id <= 7; id++) {
            edits.add(new LostEdit(
                    "companies",
                    new SourceId(id),
                    new UUID(1, id),
                    "Client " + id,
                    id == 1 ? "type" : "city",
                    "city",
                    id == 2 ? null : id == 1 ? "VENDOR" : "Kiel",
                    "Hamburg"));
        }
        given(preview.of(MIGRATION)).willReturn(new Preview(edits, true));

        assertThat(get(ONE + "/run-again"))
                .bodyText()
                .contains("7 edits in 7 records would be lost", "Client 1", "Vendor", "Kiel", "Hamburg", "Empty")
                .contains(ONE + "/edits", "Show all 7")
                .doesNotContain("Client 6", "??");
        assertThat(get(ONE + "/edits"))
                .bodyText()
                .contains("Client 7", "7 edits in 7 records")
                .doesNotContain("??");
        given(preview.of(MIGRATION)).willReturn(new Preview(edits, false));
        assertThat(get(ONE + "/edits?page=3")).bodyText().contains("at least 7 edits in 7 records");
        given(preview.of(MIGRATION)).willReturn(new Preview(List.of(), true));
        assertThat(get(ONE + "/run-again")).bodyText().contains("No edit made in Ascent would be lost");
        assertThat(get(ONE + "/edits")).bodyText().contains("Nothing would be lost");
    }

    @Test
    void writesWhatWouldBeLostAsTheRecordsPageDoes() {
        finished();
        given(preview.of(MIGRATION))
                .willReturn(new Preview(
                        List.of(
                                edit("leases", "value", "95", "1240.5"),
                                edit("leases", "endDate", "2026-01-31", "2026-12-31"),
                                edit("companies", "taxExempt", "true", "false")),
                        true));

        assertThat(get(ONE + "/edits"))
                .bodyText()
                .contains("€95.00", "€1,240.50", "31 Jan 2026", "31 Dec 2026", "Yes", "No");
    }

    private static LostEdit edit(String entity, String field, String inAscent, String inSource) {
        return new LostEdit(entity, new SourceId(1), new UUID(1, 1), "Care", field, field, inAscent, inSource);
    }

    @Test
    void asksWhoWinsBeforeItRunsAgain() {
        finished();

        assertThat(get(ONE + "/run-again"))
                .bodyText()
                .contains("Reads all companies, contacts and leases once more: about 121 calls, about 24 minutes.")
                .contains("Keep Ascent’s value", "Autotask wins");
    }

    @Test
    void asksForAWordBeforeItDeletes() {
        finished();

        assertThat(get(ONE + "/delete"))
                .bodyText()
                .contains("Copies of <b>52,182</b> Autotask records", "What became what, for <b>52,041</b> records")
                .contains("<b>3,913</b> clients", "<b>2</b> runs", "<b>2</b> choices of what values become")
                .contains("<b>3</b> choices of clients in place of missing companies")
                .doesNotContain("??");
        assertThat(post(ONE + "/delete", "word", "delete"))
                .hasStatus(HttpStatus.UNPROCESSABLE_CONTENT)
                .bodyText()
                .contains("Type DELETE in capital letters.");
        verify(service, never()).delete(any());
    }

    @Test
    void deletesAndSaysWhatStays() {
        finished();

        MvcTestResult result = post(ONE + "/delete", "word", " DELETE ");

        assertThat(result).hasRedirectedUrl(ROOT);
        assertThat(result.getMvcResult().getFlashMap().get(PageNotice.ATTRIBUTE))
                .isEqualTo(PageNotice.done(
                        "Migration deleted. Its credentials are gone; 3,913 clients and 48,126 contacts stay."));
        verify(service).delete(MIGRATION);
    }

    @Test
    void deletesWhatNeverRan() {
        stands(migration(null));

        assertThat(get(ONE + "/delete")).bodyText().contains("this migration has imported nothing yet");
        assertThat(post(ONE + "/delete", "word", "DELETE")
                        .getMvcResult()
                        .getFlashMap()
                        .get(PageNotice.ATTRIBUTE))
                .isEqualTo(PageNotice.done("Migration deleted. Its credentials are gone."));
    }

    @Test
    void countsWhatEarlierRunsBroughtWhenTheLatestWasCancelledAtOnce() {
        stands(migration(Imagined.run(
                RunStatus.CANCELLED, Imagined.progress("companies", EntityStatus.PENDING, null, 0, 0, 0, 0))));
        holds(Map.of("companies", 3_909L));

        assertThat(get(ONE + "/delete"))
                .bodyText()
                .contains("Copies of <b>52,182</b> Autotask records", "<b>3,909</b> clients")
                .doesNotContain("<b>0</b>");

        assertThat(post(ONE + "/delete", "word", "DELETE")
                        .getMvcResult()
                        .getFlashMap()
                        .get(PageNotice.ATTRIBUTE))
                .isEqualTo(PageNotice.done("Migration deleted. Its credentials are gone; 3,909 clients stay."));
    }

    @Test
    void choosesHowGentlyItCalls() {
        finished();
        given(paces.of(any())).willReturn(new Pace(45, null));
        given(paces.mostPercent()).willReturn(45);

        assertThat(get(ONE + "/pace")).hasStatusOk().bodyText().contains("45%", "10%", "Quiet hours");
        assertThat(post(ONE + "/pace", "share", "20", "from", "08:00", "to", "17:00", "zone", "Europe/Berlin"))
                .hasRedirectedUrl(ONE);
        verify(paces)
                .change(
                        any(),
                        eq(new Pace(
                                20,
                                new QuietHours(LocalTime.of(8, 0), LocalTime.of(17, 0), ZoneId.of("Europe/Berlin")))));
        assertThat(post(ONE + "/pace", "share", "20", "from", "08:00", "to", "17:00", "zone", "Berlin"))
                .hasStatus(HttpStatus.UNPROCESSABLE_CONTENT)
                .bodyText()
                .contains("There is no time zone of that name", "value=\"Berlin\"");
        assertThat(post(ONE + "/pace", "share", "20", "from", "8", "to", "", "zone", "UTC"))
                .bodyText()
                .contains("Enter a time of day such as 08:00");
    }

    @Test
    void showsThePaceAsItIsAndTakesQuietHoursBack() {
        finished();
        given(paces.of(any()))
                .willReturn(new Pace(
                        33, new QuietHours(LocalTime.of(22, 30), LocalTime.of(6, 0), ZoneId.of("Europe/Berlin"))));
        given(paces.mostPercent()).willReturn(45);

        assertThat(get(ONE + "/pace"))
                .bodyText()
                .contains("33%", "value=\"22:30\"", "value=\"06:00\"", "Europe/Berlin");
        assertThat(post(ONE + "/pace", "share", "20", "from", " ", "to", "", "zone", ""))
                .hasRedirectedUrl(ONE);
        verify(paces).change(any(), eq(new Pace(20, null)));
        assertThat(post(ONE + "/pace", "share", "20", "from", "", "to", "06:00", "zone", "UTC"))
                .bodyText()
                .contains("Enter a time of day such as 08:00");
        assertThat(post(ONE + "/pace", "share", "90", "from", "", "to", "6", "zone", "UTC"))
                .bodyText()
                .doesNotContain("90%");
    }
}
