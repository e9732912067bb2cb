package app.ascent.autotask;

import static app.ascent.autotask.StubFault.BAD_QUERY;
import static app.ascent.autotask.StubFault.BARE_500;
import static app.ascent.autotask.StubFault.EMPTY;
import static app.ascent.autotask.StubFault.ERRORS_INSIDE;
import static app.ascent.autotask.StubFault.FORBIDDEN;
import static app.ascent.autotask.StubFault.GARBAGE;
import static app.ascent.autotask.StubFault.GATEWAY;
import static app.ascent.autotask.StubFault.HTML;
import static app.ascent.autotask.StubFault.LOCKED_TABLE;
import static app.ascent.autotask.StubFault.MAINTENANCE;
import static app.ascent.autotask.StubFault.NOT_PERMITTED;
import static app.ascent.autotask.StubFault.REJECTED;
import static app.ascent.autotask.StubFault.RESET;
import static app.ascent.autotask.StubFault.TOO_MANY_THREADS;
import static app.ascent.autotask.StubFault.TOO_MANY_THREADS_AS_500;
import static app.ascent.autotask.StubFault.TRUNCATED;
import static app.ascent.autotask.StubFault.errors;
import static app.ascent.autotask.StubFault.hanging;
import static app.ascent.autotask.StubFault.hangingBody;
import static app.ascent.autotask.StubFault.redirect;
import static app.ascent.autotask.StubFault.status;
import static app.ascent.autotask.StubFault.tooMany;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.tuple;
import static org.awaitility.Awaitility.await;

import app.ascent.autotask.client.Access;
import app.ascent.autotask.client.AutotaskConnector;
import app.ascent.autotask.client.AutotaskFailure.CredentialsRejected;
import app.ascent.autotask.client.AutotaskFailure.PermissionDenied;
import app.ascent.autotask.client.AutotaskFailure.ThresholdReached;
import app.ascent.autotask.client.AutotaskFailure.Unavailable;
import app.ascent.autotask.client.AutotaskFailure.UnexpectedAnswer;
import app.ascent.autotask.client.AutotaskFailure.UnknownField;
import app.ascent.autotask.client.AutotaskFailure.WrongAddress;
import app.ascent.autotask.client.AutotaskSession;
import app.ascent.autotask.client.Condition;
import app.ascent.autotask.client.EntityPage;
import app.ascent.autotask.client.EntityPage.Item;
import app.ascent.autotask.client.EntityQuery;
import app.ascent.autotask.client.Zone;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.transaction.support.TransactionOperations;

/** The client as its callers meet it, against a stub that fails in every way Autotask is known to. */
@AutotaskTest
class AutotaskSessionTests {

    private static final Duration LONGER_THAN_THE_TIMEOUT = Duration.ofSeconds(4);

    /** Each test has a database number of its own, and with it a budget and breaks of its own. */
    private static final AtomicLong NEXT_DATABASE = new AtomicLong(1000);

    private static AutotaskStub autotask;

    private final AutotaskConnector connector;
    private final TransactionOperations transactions;
    private final Clock clock;
    private final List<String> heard = new CopyOnWriteArrayList<>();
    private AutotaskSession session;

    AutotaskSessionTests(AutotaskConnector connector, TransactionOperations transactions, Clock clock) {
        this.connector = connector;
        this.transactions = transactions;
        this.clock = clock;
    }

    @BeforeAll
    static void start() {
        autotask = AutotaskStub.start();
    }

    @AfterAll
    static void stop() {
        autotask.close();
    }

    @BeforeEach
    void connect() {
        autotask.reset();
        Zone zone = new Zone(
                "Stub", autotask.apiUrl(), URI.create("https://ww1.autotask.net/"), NEXT_DATABASE.incrementAndGet());
        session = connector.connect(zone, autotask.credentials().login(), (entity, _) -> heard.add(entity));
    }

    @Test
    void readsPageByPageFromTheLastId() throws Exception {
        autotask.records(
                "Companies",
                LongStream.range(0, 1200)
                        .mapToObj(AutotaskSessionTests::company)
                        .toList());

        List<Long> ids = new ArrayList<>();
        EntityPage page;
        do {
            page = session.query("Companies", ids.isEmpty() ? -1 : ids.getLast());
            ids.addAll(page.items().stream().map(Item::id).toList());
        } while (!page.last());

        assertThat(ids)
                .containsExactlyElementsOf(LongStream.range(0, 1200).boxed().toList());
        assertThat(autotask.calls("Companies")).hasSize(3);
        assertThat(autotask.calls("Companies").getFirst().body())
                .isEqualTo("{\"MaxRecords\":500,\"filter\":[{\"op\":\"gt\",\"field\":\"id\",\"value\":-1}]}");
    }

    /** The stub would answer with everything, as Autotask may. */
    @Test
    void asksForNothingByAFieldThatTheTenantDoesNotHave() throws Exception {
        autotask.companies(company(1), company(2));
        EntityQuery known = EntityQuery.of("Companies", Condition.lte("id", 1), Condition.gte("companyType", 0));

        assertThatThrownBy(() -> session.page(EntityQuery.of("Companies", Condition.eq("colour", 7)), -1))
                .isInstanceOf(UnknownField.class)
                .hasMessage("Autotask has no field colour of Companies that records can be filtered by.");
        assertThatThrownBy(() -> session.total(EntityQuery.of("Companies", Condition.eq("colour", 7))))
                .isInstanceOf(UnknownField.class);
        session.total(known);

        assertThat(autotask.calls("Companies")).isNotEmpty().noneMatch(call -> String.valueOf(call.body())
                .contains("colour"));
    }

    @Test
    void readsAnEmptyEntity() throws Exception {
        assertThat(session.query("Companies", -1)).isEqualTo(new EntityPage(List.of(), true));
    }

    @Test
    void countsAndDescribes() throws Exception {
        autotask.companies(company(0), company(9));

        assertThat(session.count("Companies")).isEqualTo(2);
        assertThat(session.fields("Companies"))
                .filteredOn(field -> field.name().equals("companyType"))
                .singleElement()
                .satisfies(type -> assertThat(type.picklist())
                        .extracting("value", "label", "active", "system")
                        .contains(tuple("6", "Cancelation", true, true)));
        assertThat(session.quota().limit()).isEqualTo(10_000);
    }

    @ParameterizedTest
    @EnumSource
    void tellsWhatTheUserMayRead(Access access) throws Exception {
        autotask.access("Contacts", access);
        assertThat(session.access("Contacts")).isEqualTo(access);

        autotask.numbers();
        assertThat(session.access("Contacts")).isEqualTo(access);
    }

    @Test
    void doesWithoutADescriptionOfRights() throws Exception {
        autotask.failAlways("Contacts", status(404, ""));

        assertThat(session.access("Contacts")).isEqualTo(Access.UNCLEAR);
    }

    static Stream<StubFault> passingTrouble() {
        return Stream.of(
                LOCKED_TABLE,
                BARE_500,
                MAINTENANCE,
                GATEWAY,
                status(504, ""),
                EMPTY,
                HTML,
                TRUNCATED,
                ERRORS_INSIDE,
                RESET,
                GARBAGE,
                status(204, ""),
                status(200, "{\"items\":[]} and more"),
                status(200, "[]"),
                hanging(LONGER_THAN_THE_TIMEOUT),
                hangingBody(LONGER_THAN_THE_TIMEOUT));
    }

    @ParameterizedTest
    @MethodSource("passingTrouble")
    void triesAgainWhatMayPass(StubFault trouble) throws Exception {
        autotask.companies(company(7)).failNext("Companies", trouble);

        assertThat(session.query("Companies", -1).items()).extracting(Item::id).containsExactly(7L);

        assertThat(autotask.calls("Companies")).hasSize(2);
        assertThat(heard).containsExactly("ThresholdInformation", "Companies", "Companies");
    }

    @Test
    void givesUpAfterFourTries() {
        autotask.failAlways("Companies", MAINTENANCE);

        assertThatThrownBy(() -> session.query("Companies", -1)).isInstanceOf(Unavailable.class);

        assertThat(autotask.calls("Companies")).hasSize(4);
    }

    static Stream<StubFault> deterministicTrouble() {
        return Stream.of(
                BAD_QUERY,
                errors(500, "maxCountOfRecordsToReturn must be between 1 and 500"),
                errors(500, "Picklist value [99] does not exist for priority. ; on record number [1]."),
                errors(500, "Invalid query syntax. Queries are limited to 500 or fewer 'OR' conditions."),
                errors(500, "String value exceeds maximum length (field:description)."),
                status(400, "{\"Message\":\"Malformed\"}"),
                status(405, "{\"Message\":\"The requested resource does not support http method 'GET'.\"}"),
                status(409, ""),
                status(200, "{}"),
                status(200, "{\"items\":[{\"id\":-1}],\"pageDetails\":{\"nextPageUrl\":\"https://x/next\"}}"));
    }

    @ParameterizedTest
    @MethodSource("deterministicTrouble")
    void doesNotRepeatWhatWouldFailAgain(StubFault trouble) {
        autotask.failAlways("Companies", trouble);

        assertThatThrownBy(() -> session.query("Companies", -1)).isInstanceOf(UnexpectedAnswer.class);

        assertThat(autotask.calls("Companies")).hasSize(1);
    }

    static Stream<StubFault> signsOfAMove() {
        return Stream.of(status(404, "<html>Not found</html>"), redirect("https://webservices3.autotask.net/"));
    }

    @ParameterizedTest
    @MethodSource("signsOfAMove")
    void saysThatNothingIsAtThisAddress(StubFault sign) {
        autotask.failAlways("Companies", sign);

        assertThatThrownBy(() -> session.query("Companies", -1)).isInstanceOf(WrongAddress.class);
        assertThatThrownBy(() -> session.count("Companies")).isInstanceOf(WrongAddress.class);

        assertThat(autotask.calls("Companies")).hasSize(2);
    }

    @Test
    void tellsSilenceFromTrouble() {
        autotask.failAlways("Companies", RESET);
        assertThatThrownBy(() -> session.query("Companies", -1))
                .isInstanceOfSatisfying(Unavailable.class, trouble -> assertThat(trouble.answered())
                        .isFalse())
                .hasMessage("Autotask is not answering.");

        autotask.failAlways("Companies", MAINTENANCE);
        assertThatThrownBy(() -> session.query("Companies", -1))
                .isInstanceOfSatisfying(Unavailable.class, trouble -> assertThat(trouble.answered())
                        .isTrue())
                .hasMessage("Autotask answered with an error of its own (503).");
    }

    /** An answer has room for 64 kB; each of these records takes 1 kB. */
    @Test
    void asksForSmallerPagesWhereOneIsTooLong() throws Exception {
        List<String> sent =
                LongStream.range(0, 300).mapToObj(id -> record(id, 1_000)).toList();
        autotask.records("Companies", sent);

        assertThat(readAll("Companies")).extracting(Item::json).containsExactlyElementsOf(sent);

        // A question that the machine was too slow to answer is asked again, as large as it was.
        List<Integer> sizes = autotask.calls("Companies").stream()
                .map(call -> Integer.valueOf(call.body().replaceAll("\\D+(\\d+).*", "$1")))
                .toList();
        assertThat(sizes).isSortedAccordingTo(Comparator.reverseOrder());
        assertThat(sizes.stream().distinct()).containsExactly(500, 250, 125, 62);
    }

    @Test
    void letsARecordFailAloneThatFillsMoreThanAnAnswer() throws Exception {
        autotask.companies(company(3), record(4, 70_000), company(5), record(6, 80_000));

        assertThat(readAll("Companies")).extracting(Item::id).containsExactly(3L, 4L, 5L, 6L);
        assertThat(readAll("Companies"))
                .extracting(item -> item.json().startsWith("\"Autotask sent more for this record"))
                .containsExactly(false, true, false, true);
        assertThat(session.query("Companies", List.of(3L, 4L, 5L, 6L)).items())
                .extracting(item -> item.id() + " " + item.json().startsWith("{"))
                .containsExactly("3 true", "4 false", "5 true", "6 false");
    }

    @Test
    void stopsAtARecordThatIsTooLongAndHidesItsId() {
        autotask.companies("{\"companyName\":\"%s\",\"id\":4}".formatted("x".repeat(70_000)));

        assertThatThrownBy(() -> session.query("Companies", -1))
                .isInstanceOf(UnexpectedAnswer.class)
                .hasMessage(
                        "One record of Companies behind the ID -1 is longer than Ascent reads at once (64 kB), and its "
                                + "ID is not told. Whoever runs Ascent can raise ascent.autotask.max-answer.");
    }

    private List<Item> readAll(String entity) throws InterruptedException {
        List<Item> items = new ArrayList<>();
        EntityPage page;
        do {
            page = session.query(entity, items.isEmpty() ? -1 : items.getLast().id());
            items.addAll(page.items());
        } while (!page.last());
        return items;
    }

    private static String record(long id, int length) {
        return "{\"id\":%d,\"companyName\":\"%s\"}".formatted(id, "x".repeat(length - 30));
    }

    static Stream<StubFault> missingRights() {
        return Stream.of(FORBIDDEN, NOT_PERMITTED, status(403, ""));
    }

    @ParameterizedTest
    @MethodSource("missingRights")
    void tellsMissingRightsApart(StubFault refusal) {
        autotask.failAlways("Contacts", refusal);

        assertThatThrownBy(() -> session.query("Contacts", -1)).isInstanceOf(PermissionDenied.class);

        assertThat(autotask.calls("Contacts")).hasSize(1);
    }

    static Stream<StubFault> rejections() {
        return Stream.of(REJECTED, errors(500, "IntegrationCode is invalid"));
    }

    @ParameterizedTest
    @MethodSource("rejections")
    void sendsNothingMoreOnceRejected(StubFault rejection) {
        autotask.failAlways("Companies", rejection);

        assertThatThrownBy(() -> session.query("Companies", -1)).isInstanceOf(CredentialsRejected.class);
        assertThatThrownBy(() -> session.query("Companies", -1)).isInstanceOf(CredentialsRejected.class);
        assertThatThrownBy(() -> session.count("Contacts")).isInstanceOf(CredentialsRejected.class);

        assertThat(autotask.calls("Companies")).hasSize(1);
        assertThat(autotask.calls("Contacts")).isEmpty();
    }

    @Test
    void waitsForAShortBreakItself() throws Exception {
        autotask.companies(company(7)).failNext("Companies", tooMany("1"));
        Instant before = Instant.now();

        assertThat(session.query("Companies", -1).items()).hasSize(1);

        assertThat(Duration.between(before, Instant.now())).isGreaterThanOrEqualTo(Duration.ofSeconds(1));
        assertThat(autotask.calls("Companies")).hasSize(2);
    }

    @Test
    void handsALongBreakOnAtOnce() {
        autotask.failAlways("Companies", tooMany("120"));

        ThresholdReached reached = catchThrowableOfType(ThresholdReached.class, () -> session.query("Companies", -1));

        assertThat(reached.retryAfter()).isBetween(Duration.ofSeconds(118), Duration.ofSeconds(121));
        assertThat(autotask.calls("Companies")).hasSize(1);
    }

    @Test
    void understandsABreakUntilADate() {
        String inFiveMinutes = DateTimeFormatter.RFC_1123_DATE_TIME.format(
                clock.instant().plusSeconds(300).atOffset(ZoneOffset.UTC));
        autotask.failAlways("Companies", tooMany(inFiveMinutes));

        ThresholdReached reached = catchThrowableOfType(ThresholdReached.class, () -> session.query("Companies", -1));

        assertThat(reached.retryAfter()).isBetween(Duration.ofSeconds(295), Duration.ofSeconds(301));
    }

    static Stream<StubFault> breaksWithoutLength() {
        return Stream.of(
                TOO_MANY_THREADS,
                TOO_MANY_THREADS_AS_500,
                tooMany("soon"),
                status(429, ""),
                errors(200, "The Autotask API thread threshold of 3 threads has been exceeded."));
    }

    @ParameterizedTest
    @MethodSource("breaksWithoutLength")
    void takesAMinuteAndSomeWhenAutotaskDoesNotSayHowLong(StubFault reached) {
        autotask.failAlways("Companies", reached);

        assertThat(catchThrowableOfType(ThresholdReached.class, () -> session.query("Companies", -1))
                        .retryAfter())
                .isBetween(Duration.ofSeconds(58), Duration.ofSeconds(71));
    }

    @Test
    void keepsABreakForEveryoneAtThatEndpointAlone() throws Exception {
        autotask.failNext("Companies", tooMany("120"));
        AutotaskSession another =
                connector.connect(session.zone(), autotask.credentials().login(), (_, _) -> {});
        catchThrowable(() -> session.query("Companies", -1));

        assertThatThrownBy(() -> another.query("Companies", -1)).isInstanceOf(ThresholdReached.class);
        assertThat(another.count("Contacts")).isZero();

        assertThat(autotask.calls("Companies")).hasSize(1);
    }

    @Test
    void refusesToCallInsideATransaction() {
        Throwable refusal = transactions.execute(_ -> catchThrowable(() -> session.count("Companies")));

        assertThat(refusal).isInstanceOf(IllegalStateException.class);
        assertThat(autotask.calls()).isEmpty();
    }

    @Test
    void sendsNoMoreThanTwoCallsToAnEndpointAtATime() throws Exception {
        autotask.companies(company(7)).delay(Duration.ofMillis(50));
        session.quota();

        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (var answer : threads.invokeAll(
                    Collections.nCopies(8, (Callable<EntityPage>) () -> session.query("Companies", -1)))) {
                assertThat(answer.get().items()).hasSize(1);
            }
        }

        assertThat(autotask.mostInFlight("Companies")).isEqualTo(2);
    }

    /** The quota was read moments ago, so that all of them begin at once, and the first one proves the credentials. */
    @Test
    void letsWhoeverWaitedForTheFirstAnswerGoTogether() throws Exception {
        autotask.companies(company(7)).delay(Duration.ofMillis(50));
        session.quota();
        AutotaskSession another =
                connector.connect(session.zone(), autotask.credentials().login(), (_, _) -> {});

        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (var answer : threads.invokeAll(
                    Collections.nCopies(8, (Callable<EntityPage>) () -> another.query("Companies", -1)))) {
                assertThat(answer.get().items()).hasSize(1);
            }
        }

        assertThat(autotask.mostInFlight("Companies")).isEqualTo(2);
    }

    @Test
    void stopsWhenInterrupted() throws Exception {
        autotask.delay(Duration.ofMillis(800));
        List<Throwable> thrown = new CopyOnWriteArrayList<>();

        Thread caller = Thread.ofVirtual().start(() -> thrown.add(catchThrowable(() -> session.quota())));
        await().until(() -> autotask.mostInFlight("ThresholdInformation") == 1);
        caller.interrupt();
        caller.join(Duration.ofSeconds(2));

        assertThat(thrown).singleElement().isInstanceOf(InterruptedException.class);
    }

    private static String company(long id) {
        return "{\"id\":%d,\"companyName\":\"Company %d\",\"companyType\":1,\"isActive\":true}".formatted(id, id);
    }
}
