package app.ascent.journey;

import static app.ascent.journey.Imagined.MIGRATION;
import static app.ascent.journey.Imagined.NOW;
import static app.ascent.journey.Imagined.migration;
import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.argThat;
import static org.mockito.BDDMockito.given;
import static org.mockito.Mockito.inOrder;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.verify;

import app.ascent.importing.MigrationScope.Files;
import app.ascent.importing.MigrationScope.Kind;
import app.ascent.importing.PersonRefused;
import app.ascent.importing.ScopeCounts.Count;
import app.ascent.importing.ScopeCounts.Counted;
import app.ascent.importing.ScopeRefused;
import app.ascent.importing.Somebody;
import app.ascent.importing.Somebody.Recognized;
import app.ascent.importing.Somebody.Why;
import app.ascent.importing.Somebody.Work;
import app.ascent.importing.people.Person;
import app.ascent.importing.people.PersonChoice.Target;
import app.ascent.migration.RunStatus;
import app.ascent.migration.spi.Scope;
import app.ascent.migration.spi.Scope.History;
import app.ascent.web.PageNotice;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.mockito.InOrder;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.security.test.context.support.WithMockUser;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

/** Who people are, and what imports take: what these pages say, and what they save. */
class PeopleAndScopePagesTests extends MigrationPage {

    private static final String PEOPLE = ONE + "/people";
    private static final String SCOPE = ONE + "/scope";

    PeopleAndScopePagesTests(@Autowired MockMvcTester http) {
        super(http);
    }

    @BeforeEach
    void isCreated() {
        stands(migration(null));
        given(scope.kinds(any())).willReturn(List.of(new Kind("companies", true), new Kind("contacts", true)));
        given(scope.change(any(), any())).willReturn(Scope.EVERYTHING);
    }

    private static Somebody somebody(long id, String name, Why why, @Nullable Map<String, Long> records, Work work) {
        return new Somebody(
                new Person(id, name, null, true, null),
                new Recognized(Target.UNDECIDED, false, why, null, null),
                records,
                work,
                false);
    }

    private void refuses(String why) {
        given(scope.change(any(), any())).willThrow(new ScopeRefused("since", why));
    }

    @Test
    void saysWhatPeopleHaveToDoOnceARunHasCountedIt() {
        given(who.of(MIGRATION))
                .willReturn(List.of(somebody(
                        7,
                        "<b>Bo</b> Holm",
                        Why.SHARED,
                        Map.of("tickets", 9L, "contacts", 12L),
                        new Work(3204, 0, 288_750))));

        assertThat(get(PEOPLE))
                .hasStatusOk()
                .bodyText()
                .contains(
                        "&lt;b&gt;Bo&lt;/b&gt; Holm",
                        "3,204",
                        "4,812.50",
                        "Also in 12 contacts",
                        "Looks like a shared account")
                .contains("No user is created and nobody is invited.", "Take 1 as a name", "People <span")
                .doesNotContain("<b>Bo", "known after the first run", "??");
    }

    @Test
    void saysOnceThatNothingIsCountedBeforeTheFirstRun() {
        given(who.of(MIGRATION))
                .willReturn(List.of(
                        somebody(7, "Bo Holm", Why.NO_MEMBER, null, new Work(0, 0, 0)),
                        somebody(8, "Zoë Lind", Why.NO_EMAIL, null, new Work(0, 0, 0))));

        assertThat(bodyOf(PEOPLE))
                .containsOnlyOnce("known after the first run")
                .doesNotContain("<th scope=\"col\" class=\"num\">", "??");
    }

    @Test
    void keepsWhatWasChosenWhereItIsRefused() {
        given(who.of(MIGRATION)).willReturn(List.of(somebody(7, "Bo Holm", Why.NO_MEMBER, null, new Work(0, 0, 0))));
        PersonRefused refused = mock();
        given(refused.getMessage()).willReturn("Choose an active member.");
        given(who.choose(any(), any())).willThrow(refused);

        assertThat(post(PEOPLE, "person", "7", "was-7", "UNDECIDED", "who-7", "NAME"))
                .hasStatusOk()
                .bodyText()
                .contains("Nobody was saved", "Choose an active member.")
                .contains("value=\"NAME\" checked=\"checked\"");
    }

    @Test
    void savesTheScopeBeforeTheFirstRunBegins() {
        given(scope.change(any(), any())).willReturn(new Scope(History.NONE, null, null, Set.of("contacts")));

        assertThat(post(SCOPE + "/start", "history", "NONE", "kind", "companies"))
                .hasRedirectedUrl(ONE)
                .flash()
                .extractingByKey(PageNotice.ATTRIBUTE)
                .asString()
                .contains("Scope saved; this run goes by it.");

        InOrder inTurn = inOrder(scope, service);
        inTurn.verify(scope)
                .change(
                        any(),
                        argThat(wish ->
                                wish.history() == History.NONE && wish.kinds().contains(new Kind("contacts", false))));
        inTurn.verify(service).start(MIGRATION, null, null);
    }

    @Test
    void startsNothingByAScopeThatIsRefused() {
        refuses("That is no day.");

        assertThat(post(SCOPE + "/start", "history", "SINCE", "since", "soon", "kind", "contacts"))
                .hasStatusOk()
                .bodyText()
                .contains("That is no day.", "aria-invalid=\"true\"", "value=\"soon\"");

        verify(service, never()).start(any(), any(), any());
    }

    @Test
    void limitsFilesByAgeAndSize() {
        assertThat(post(SCOPE, "history", "ALL", "kind", "leases", "filesSince", "2024-01-01", "filesUpTo", " 2.5 "))
                .hasRedirectedUrl(SCOPE);

        verify(scope).change(any(), argThat(wish -> wish.files().equals(new Files("2024-01-01", 2_621_440L))));
    }

    @ParameterizedTest
    @ValueSource(strings = {"ten", "1e9999999", "99999999999999999999999"})
    void refusesASizeBesideItsField(String size) {
        assertThat(post(SCOPE, "history", "ALL", "kind", "leases", "filesSince", "", "filesUpTo", size))
                .hasStatusOk()
                .bodyText()
                .contains("That is no size.", "value=\"" + size + "\" aria-describedby")
                .containsOnlyOnce("aria-invalid");

        verify(scope, never()).change(any(), any());
    }

    @Test
    void showsWhatEachChoiceBringsAndNothingForADayThatWasNotCounted() {
        given(scopeCounts.of(any()))
                .willAnswer(_ -> new Counted(
                        Map.of("Companies", new Count(1306L, 1306L, 1306L), "Contacts", new Count(8214L, 8100L, 8000L)),
                        LocalDate.of(2024, 1, 1),
                        Duration.ofMillis(90),
                        NOW));

        assertThat(get(SCOPE))
                .hasStatusOk()
                .bodyText()
                .contains("9,520", "9,406", "9,306", "Open work comes with every choice.", "Since 1 Jan 2024")
                .doesNotContain("Counted for another day", "??");
        refuses("That is no day.");
        assertThat(post(SCOPE, "history", "SINCE", "since", "2025-01-01", "kind", "contacts"))
                .bodyText()
                .contains("Counted for another day");
    }

    @Test
    void changesNothingWhileARunIsActive() {
        stands(migration(Imagined.run(RunStatus.RUNNING, Imagined.CONTACTS_PULLING)));

        assertThat(get(SCOPE))
                .hasStatusOk()
                .bodyText()
                .contains("An import is under way", "disabled=\"disabled\"><legend")
                .doesNotContain("id=\"action-start\"");
    }

    @Test
    @WithMockUser(authorities = "clients.edit")
    void areForTheOwnerAlone() {
        assertThat(get(PEOPLE)).hasStatus(403);
        assertThat(get(SCOPE)).hasStatus(403);
        assertThat(post(PEOPLE)).hasStatus(403);
        assertThat(post(SCOPE + "/count", "history", "ALL")).hasStatus(403);
        assertThat(post(SCOPE + "/start", "history", "ALL")).hasStatus(403);
    }
}
