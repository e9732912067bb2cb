package app.ascent.journey.decide;

import static app.ascent.journey.Imagined.FJORDLIGHT;
import static app.ascent.journey.Imagined.MIGRATION;
import static app.ascent.journey.Imagined.NOW;
import static app.ascent.journey.Imagined.migration;
import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.BDDMockito.given;
import static org.mockito.Mockito.inOrder;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.verify;

import app.ascent.importing.ValueChoices;
import app.ascent.journey.Imagined;
import app.ascent.journey.ImaginedRecords;
import app.ascent.journey.MigrationPage;
import app.ascent.journey.connect.Tested;
import app.ascent.migration.Reports.Decision;
import app.ascent.web.PageNotice;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.mockito.InOrder;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockHttpSession;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

/** The page between Create and Start, and what values become. */
class ReviewPagesTests extends MigrationPage {

    ReviewPagesTests(@Autowired MockMvcTester http) {
        super(http);
    }

    @Test
    void showsWhatWillBeImported() {
        stands(migration(null));
        given(reports.decisions(FJORDLIGHT, MIGRATION))
                .willReturn(List.of(ImaginedRecords.decision("204", "Strategic Account", null, false, 3L)));
        MockHttpSession session = new MockHttpSession();
        new Tested(91234, NOW, Map.of("companies", 3912L), 20, 1).keepIn(session);

        assertThat(http.get().uri(ONE).session(session).exchange())
                .hasStatusOk()
                .bodyText()
                .contains("Ready to start", "Counted in Autotask", "3,912", "Strategic Account", "The import is silent")
                .doesNotContain("??");
    }

    @Test
    void offersWhatUnknownValuesMayBecome() {
        stands(migration(null));
        given(reports.decisions(FJORDLIGHT, MIGRATION))
                .willReturn(List.of(
                        ImaginedRecords.decision("204", "Strategic Account", null, false, 3L),
                        ImaginedRecords.decision("1", "Customer", "CUSTOMER", false, 9L)));

        assertThat(get(ONE))
                .hasStatusOk()
                .bodyText()
                .contains("Save types", "Customer, by default", "aria-label=\"Strategic Account becomes\"")
                .contains("<summary aria-label=\"Change what Customer becomes\">Change</summary>")
                .doesNotContain("??");
    }

    /** Else whoever saves the form would have chosen all of what Ascent proposes. */
    @Test
    void tellsWhatIsProposedFromWhatIsChosen() {
        stands(migration(null));
        given(reports.decisions(FJORDLIGHT, MIGRATION))
                .willReturn(List.of(
                        ImaginedRecords.decision("1", "Seller", "VENDOR", false, 9L),
                        ImaginedRecords.decision("2", "Friend", "PARTNER", true, 9L)));

        assertThat(get(ONE))
                .hasStatusOk()
                .bodyText()
                .contains(
                        "<option value=\"\" selected=\"selected\">Vendor, by default</option>",
                        "<option value=\"VENDOR\">Vendor</option>",
                        "<option value=\"\">Customer, by default</option>",
                        "<option value=\"PARTNER\" selected=\"selected\">Partner</option>");
    }

    @Test
    void keepsWhatAPersonChoseForAField() {
        stands(migration(null));
        given(choices.choose(any(), any())).willReturn(1);

        assertThat(post(
                        ONE + "/values",
                        "entity",
                        "companies",
                        "field",
                        "companyType",
                        "value",
                        "204",
                        "target",
                        "VENDOR"))
                .hasRedirectedUrl(ONE);
        verify(choices)
                .choose(MIGRATION, List.of(new ValueChoices.Choice("companies", "companyType", "204", "VENDOR")));
    }

    @Test
    void leavesAValueToAscentAgainAndStaysWhereTheOwnerChose() {
        stands(migration(Imagined.finished(2)));

        assertThat(post(
                        ONE + "/values",
                        "entity",
                        "companies",
                        "field",
                        "companyType",
                        "value",
                        "204",
                        "target",
                        "",
                        "entity",
                        "companies",
                        "field",
                        "companyType",
                        "value",
                        "",
                        "target",
                        "LEAD"))
                .hasRedirectedUrl(ONE + "/values")
                .flash()
                .extractingByKey(PageNotice.ATTRIBUTE)
                .asString()
                .contains("Nothing was changed.");
        verify(choices)
                .choose(
                        MIGRATION,
                        List.of(
                                new ValueChoices.Choice("companies", "companyType", "204", null),
                                new ValueChoices.Choice("companies", "companyType", null, "LEAD")));
    }

    @Test
    void listsWhatValuesBecomeOnAPageOfItsOwn() {
        stands(migration(Imagined.finished(2)));
        given(choices.of(MIGRATION))
                .willReturn(List.of(ImaginedRecords.decision("204", "Strategic Account", "VENDOR", true, 3L)));

        assertThat(get(ONE + "/values"))
                .hasStatusOk()
                .bodyText()
                .contains("What values become", "Strategic Account", "Chosen in Ascent", "Save types")
                .doesNotContain("??");
    }

    @Test
    void savesWhatStandsInTheFormBeforeItStarts() {
        stands(migration(null));
        given(choices.choose(any(), any())).willReturn(1);

        assertThat(get(ONE))
                .bodyText()
                .containsPattern("<button[^>]*form=\"choices\"[^>]*formaction=\"" + ONE + "/start\"")
                .contains("<form class=\"stack\" id=\"choices\" method=\"post\"");
        assertThat(post(
                        ONE + "/start",
                        "entity",
                        "companies",
                        "field",
                        "companyType",
                        "value",
                        "204",
                        "target",
                        "VENDOR"))
                .hasRedirectedUrl(ONE)
                .flash()
                .extractingByKey(PageNotice.ATTRIBUTE)
                .asString()
                .contains("1 choice saved; this run goes by it.");
        InOrder order = inOrder(choices, service);
        order.verify(choices)
                .choose(MIGRATION, List.of(new ValueChoices.Choice("companies", "companyType", "204", "VENDOR")));
        order.verify(service).start(MIGRATION, null, null);
    }

    @Test
    void startsNothingWithAFormThatLacksAValue() {
        stands(migration(null));

        assertThat(post(ONE + "/start", "entity", "companies", "field", "companyType", "value", "204"))
                .hasRedirectedUrl(ONE);
        verify(service, never()).start(any(), any());
    }

    @Test
    void offersToRunAgainWhereAChoiceWaits() {
        stands(migration(Imagined.finished(2)));
        Decision chosen = ImaginedRecords.decision("204", "Strategic Account", "VENDOR", true, 3L);
        given(choices.of(MIGRATION)).willReturn(List.of(chosen));
        assertThat(get(ONE + "/values"))
                .bodyText()
                .contains("/run-again")
                .doesNotContain("for the next run", "wait for", "REMAP");

        given(choices.of(MIGRATION)).willReturn(List.of(ImaginedRecords.waiting(chosen)));

        assertThat(get(ONE + "/values"))
                .bodyText()
                .contains(
                        "1 choice waits for the next run",
                        "Chosen in Ascent, for the next run",
                        "Apply 1 changed decision")
                .contains("3 records, no call to Autotask.", "name=\"kind\" value=\"REMAP\"")
                .doesNotContain("??");
    }

    @Test
    void offersWhatNobodyOffersAnyMoreAtOnce() {
        stands(migration(Imagined.finished(2)));
        given(choices.of(MIGRATION))
                .willReturn(List.of(
                        ImaginedRecords.withdrawn(ImaginedRecords.decision("8", "Partner", "PARTNER", false, 3L)),
                        ImaginedRecords.withdrawn(ImaginedRecords.decision("99", "99", null, false, 2L)),
                        ImaginedRecords.withdrawn(ImaginedRecords.decision("77", "", null, false, 1L))));

        assertThat(get(ONE + "/values"))
                .bodyText()
                .contains("aria-label=\"Partner becomes\"", "No longer offered in Autotask")
                .contains("aria-label=\"Value 99 becomes\"", "aria-label=\"Value 77 becomes\"")
                .doesNotContain("<details class=\"change\">");
    }

    @Test
    void saysInTheReportThatAChoiceWaits() {
        finished();
        given(reports.decisions(FJORDLIGHT, MIGRATION))
                .willReturn(List.of(ImaginedRecords.waiting(
                        ImaginedRecords.decision("204", "Strategic Account", "VENDOR", true, 3L))));

        assertThat(get(ONE)).hasStatusOk().bodyText().contains("1 choice waits for the next run", "REMAP");
    }

    @Test
    void showsNoCountsOfAnotherDatabase() {
        stands(migration(null));
        MockHttpSession session = new MockHttpSession();
        new Tested(1, NOW, Map.of("companies", 3912L), 20, 1).keepIn(session);

        assertThat(http.get().uri(ONE).session(session).exchange())
                .bodyText()
                .contains("Counted during the import")
                .doesNotContain("3,912");
    }
}
