package app.ascent.importing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyLong;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import app.ascent.autotask.Paces;
import app.ascent.autotask.client.Access;
import app.ascent.autotask.client.AutotaskFailure;
import app.ascent.autotask.client.AutotaskSession;
import app.ascent.autotask.client.Condition;
import app.ascent.autotask.client.EntityField;
import app.ascent.autotask.client.EntityField.PicklistValue;
import app.ascent.autotask.client.EntityPage;
import app.ascent.autotask.client.EntityPage.Item;
import app.ascent.autotask.client.EntityQuery;
import app.ascent.identity.OrganizationId;
import app.ascent.migration.RunCompleted;
import app.ascent.migration.spi.Conflicts;
import app.ascent.migration.spi.Cursor;
import app.ascent.migration.spi.Dictionary;
import app.ascent.migration.spi.MigrationId;
import app.ascent.migration.spi.RunContext;
import app.ascent.migration.spi.RunId;
import app.ascent.migration.spi.Segment;
import app.ascent.migration.spi.Source;
import app.ascent.migration.spi.SourceFailure;
import app.ascent.migration.spi.SourceId;
import app.ascent.migration.spi.SourcePage;
import app.ascent.migration.spi.SourcePlan;
import app.ascent.migration.spi.SourceRow;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class AutotaskSourceTests {

    private static final RunContext RUN = new RunContext(
            new OrganizationId(UUID.randomUUID()),
            new MigrationId(UUID.randomUUID()),
            new RunId(UUID.randomUUID()),
            new Source("AUTOTASK", 91_234, UUID.randomUUID()),
            Conflicts.KEEP_ASCENT);

    private final OpenSessions sessions = mock();
    private final AutotaskSession session = mock();
    private final Paces paces = mock(Paces.class);
    private final AutotaskSource source = new AutotaskSource(sessions, paces);

    private static final EntityQuery COMPANIES = EntityQuery.of("Companies");
    private static final EntityQuery CATEGORIES = EntityQuery.of("CompanyCategories");

    @BeforeEach
    void openSession() {
        when(sessions.of(RUN)).thenReturn(session);
    }

    static Stream<Arguments> waits() {
        return Stream.of(
                Arguments.of(
                        new AutotaskFailure.BudgetExhausted(Duration.ofMinutes(15)), "quota", Duration.ofMinutes(15)),
                Arguments.of(
                        new AutotaskFailure.ThresholdReached(Duration.ofSeconds(60)),
                        "rate-limited",
                        Duration.ofSeconds(60)),
                Arguments.of(new AutotaskFailure.Unavailable("503", null), "outage", null));
    }

    @ParameterizedTest
    @MethodSource("waits")
    void waitsForWhatPasses(AutotaskFailure failure, String code, Duration after) throws InterruptedException {
        when(session.page(any(), anyLong())).thenThrow(failure);

        SourceFailure.RetryLater later = catchThrowableOfType(
                SourceFailure.RetryLater.class, () -> source.fetch(RUN, COMPANIES, Segment.WHOLE, null));

        assertThat(later.code()).isEqualTo(code);
        assertThat(later.after()).isEqualTo(after);
        assertThat(later).hasCause(failure);
        verify(sessions).release(RUN.run());
    }

    static Stream<Arguments> stops() {
        return Stream.of(
                Arguments.of(
                        new AutotaskFailure.CredentialsRejected(), SourceFailure.Denied.class, "credentials-rejected"),
                Arguments.of(
                        new AutotaskFailure.CredentialsUnreadable(new IllegalStateException("sealed")),
                        SourceFailure.Denied.class,
                        "credentials-rejected"),
                Arguments.of(new AutotaskFailure.UnknownApiUser(), SourceFailure.Denied.class, "credentials-rejected"),
                Arguments.of(
                        new AutotaskFailure.ZoneNotAllowed("evil.example"),
                        SourceFailure.Broken.class,
                        "unexpected-answer"));
    }

    @ParameterizedTest
    @MethodSource("stops")
    void stopsForWhatAPersonMustMend(AutotaskFailure failure, Class<? extends SourceFailure> kind, String code)
            throws InterruptedException {
        when(session.page(any(), anyLong())).thenThrow(failure);

        SourceFailure stop = catchThrowableOfType(kind, () -> source.fetch(RUN, COMPANIES, Segment.WHOLE, null));

        assertThat(stop.code()).isEqualTo(code);
        assertThat(stop.getMessage()).endsWith(".");
        verify(sessions).release(RUN.run());
    }

    @Test
    void letsInterruptionsOut() throws InterruptedException {
        when(session.page(any(), anyLong())).thenThrow(new InterruptedException());

        assertThat(catchThrowableOfType(
                        InterruptedException.class, () -> source.fetch(RUN, COMPANIES, Segment.WHOLE, null)))
                .isNotNull();
    }

    @Test
    void plansWhatAQueryTakesAndWhatItLeaves() throws InterruptedException {
        EntityQuery open = EntityQuery.of("Tickets", Condition.missing("completedDate"));
        when(session.access("Tickets")).thenReturn(Access.ALL);
        when(session.count("Tickets")).thenReturn(10L);
        when(session.total(open)).thenReturn(4L, 11L);

        assertThat(source.plan(RUN, open)).isEqualTo(new SourcePlan(4, 6, List.of()));
        assertThat(source.plan(RUN, open)).as("some came meanwhile").isEqualTo(new SourcePlan(11, 0, List.of()));
    }

    @Test
    void saysWhatFieldATenantCannotBeAskedBy() throws InterruptedException {
        EntityQuery open = EntityQuery.of("Tickets", Condition.missing("completedDate"));
        when(session.access("Tickets")).thenReturn(Access.ALL);
        when(session.total(open)).thenThrow(new AutotaskFailure.UnknownField("Tickets", "completedDate"));

        SourceFailure.Unreadable refused =
                catchThrowableOfType(SourceFailure.Unreadable.class, () -> source.plan(RUN, open));

        assertThat(refused.code()).isEqualTo("unknown-field");
        assertThat(refused).hasMessageContaining("completedDate").hasMessageContaining("Tickets");
    }

    @Test
    void plansWithANoticeWhenRecordsAreHidden() throws InterruptedException {
        when(session.count("Contacts")).thenReturn(7L);
        when(session.access("Contacts")).thenReturn(Access.ALL, Access.RESTRICTED, Access.NONE);

        assertThat(source.plan(RUN, EntityQuery.of("Contacts"))).isEqualTo(new SourcePlan(7, List.of()));
        assertThat(source.plan(RUN, EntityQuery.of("Contacts")).notices())
                .singleElement()
                .satisfies(notice -> assertThat(notice.code()).isEqualTo("RESTRICTED_ACCESS"));
        assertThat(catchThrowableOfType(
                                SourceFailure.Unreadable.class, () -> source.plan(RUN, EntityQuery.of("Contacts")))
                        .code())
                .isEqualTo("access-denied");
    }

    @Test
    void handsPagesOnToTheLetter() throws InterruptedException {
        when(session.page(COMPANIES, 41)).thenReturn(new EntityPage(List.of(new Item(42, "{\"id\": 42 }")), false));

        SourcePage page = source.fetch(RUN, COMPANIES, Segment.WHOLE, new Cursor("41"));

        assertThat(page)
                .isEqualTo(new SourcePage(
                        List.of(new SourceRow(new SourceId(42), "{\"id\": 42 }")), false, new Cursor("42")));
    }

    @Test
    void tellsWhetherThereAreRecords() throws InterruptedException {
        when(session.total(COMPANIES)).thenReturn(1L, 0L);

        assertThat(source.presence(RUN, COMPANIES)).isEqualTo(AutotaskSource.Presence.SOME);
        assertThat(source.presence(RUN, COMPANIES)).isEqualTo(AutotaskSource.Presence.NONE);
    }

    /** A question that is refused is not one that is answered with none. */
    @ParameterizedTest
    @MethodSource("refusals")
    void knowsNotWhetherThereAreRecordsThatItMayNotCount(AutotaskFailure refusal) throws InterruptedException {
        when(session.total(COMPANIES)).thenThrow(refusal);

        assertThat(source.presence(RUN, COMPANIES)).isEqualTo(AutotaskSource.Presence.UNKNOWN);
        verify(sessions, never()).release(any());
    }

    static Stream<AutotaskFailure> refusals() {
        return Stream.of(
                new AutotaskFailure.PermissionDenied("no"),
                new AutotaskFailure.WrongAddress(404),
                new AutotaskFailure.UnknownField("Companies", "isActive"),
                new AutotaskFailure.UnexpectedAnswer("Autotask sent no records.", null));
    }

    @ParameterizedTest
    @MethodSource("refusals")
    void refusesAKindThatCannotBeReadAndKeepsTheSession(AutotaskFailure refusal) throws InterruptedException {
        when(session.page(CATEGORIES, -1)).thenThrow(refusal);

        assertThatThrownBy(() -> source.fetch(RUN, CATEGORIES, Segment.WHOLE, null))
                .isInstanceOf(SourceFailure.Unreadable.class);
        verify(sessions, never()).release(any());
    }

    @Test
    void waitsForWhatIsLookedUpAndNotToBeHadJustNow() throws InterruptedException {
        when(session.page(CATEGORIES, -1)).thenThrow(new AutotaskFailure.Unavailable("503", null));

        assertThat(catchThrowableOfType(
                        SourceFailure.RetryLater.class, () -> source.fetch(RUN, CATEGORIES, Segment.WHOLE, null)))
                .hasMessage("503");
    }

    @Test
    void makesTablesOfPicklistsAndOfNothingElse() throws InterruptedException {
        when(session.fields("Companies"))
                .thenReturn(List.of(
                        new EntityField("companyName", 100, List.of()),
                        new EntityField(
                                "companyType",
                                0,
                                List.of(
                                        new PicklistValue(" 1 ", " Cust\u0000omer ", true, true),
                                        new PicklistValue("2", "", false, false)))));

        assertThat(source.picklists(RUN, ImaginedKind.COMPANIES).tables())
                .isEqualTo(Map.of(
                        "companies.companyType",
                        Map.of(
                                "1", new Dictionary.Entry("1", "Customer", true, true, null),
                                "2", new Dictionary.Entry("2", "", false, false, null))));
    }

    @Test
    void forgetsTheSessionWhenTheRunIsComplete() {
        source.ended(new RunCompleted(RUN.organization(), RUN.migration(), RUN.run()));

        verify(sessions).release(RUN.run());
    }
}
