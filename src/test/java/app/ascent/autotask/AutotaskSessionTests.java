package app.ascent.autotask;

import static app.ascent.autotask.StubFault.BAD_QUERY;
import static app.ascent.autotask.StubFault.BARE_500;
import static app.ascent.autotask.StubFault.EMPTY;
import static app.ascent.autotask.StubFault.ERRORS_INSIDE;
import static app.ascent.autotask.StubFault.GARBAGE;
import static app.ascent.autotask.StubFault.GATEWAY;
import static app.ascent.autotask.StubFault.HTML;
import static app.ascent.autotask.StubFault.LOCKED_TABLE;
import static app.ascent.autotask.StubFault.MAINTENANCE;
import static app.ascent.autotask.StubFault.RESET;
import static app.ascent.autotask.StubFault.TRUNCATED;
import static app.ascent.autotask.StubFault.errors;
import static app.ascent.autotask.StubFault.hanging;
import static app.ascent.autotask.StubFault.hangingBody;
import static app.ascent.autotask.StubFault.redirect;
import static app.ascent.autotask.StubFault.status;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import app.ascent.autotask.client.Access;
import app.ascent.autotask.client.AutotaskConnector;
import app.ascent.autotask.client.AutotaskFailure.Unavailable;
import app.ascent.autotask.client.AutotaskFailure.UnexpectedAnswer;
import app.ascent.autotask.client.AutotaskFailure.UnknownField;
import app.ascent.autotask.client.AutotaskFailure.WrongAddress;
import app.ascent.autotask.client.Condition;
import app.ascent.autotask.client.EntityPage;
import app.ascent.autotask.client.EntityPage.Item;
import app.ascent.autotask.client.EntityQuery;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.transaction.support.TransactionOperations;

/** The client as its callers meet it, against a stub that fails in every way Autotask is known to. */
class AutotaskSessionTests extends AutotaskSessionTest {

    AutotaskSessionTests(AutotaskConnector connector, TransactionOperations transactions, Clock clock) {
        super(connector, transactions, clock);
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
            page = session.page(EntityQuery.of("Companies"), ids.isEmpty() ? -1 : ids.getLast());
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
        assertThat(session.page(EntityQuery.of("Companies"), -1)).isEqualTo(new EntityPage(List.of(), true));
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

        assertThat(session.page(EntityQuery.of("Companies"), -1).items())
                .extracting(Item::id)
                .containsExactly(7L);

        assertThat(autotask.calls("Companies")).hasSize(2);
        assertThat(heard).containsExactly("ThresholdInformation", "Companies", "Companies");
    }

    @Test
    void givesUpAfterFourTries() {
        autotask.failAlways("Companies", MAINTENANCE);

        assertThatThrownBy(() -> session.page(EntityQuery.of("Companies"), -1)).isInstanceOf(Unavailable.class);

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

        assertThatThrownBy(() -> session.page(EntityQuery.of("Companies"), -1)).isInstanceOf(UnexpectedAnswer.class);

        assertThat(autotask.calls("Companies")).hasSize(1);
    }

    static Stream<StubFault> signsOfAMove() {
        return Stream.of(status(404, "<html>Not found</html>"), redirect("https://webservices3.autotask.net/"));
    }

    @ParameterizedTest
    @MethodSource("signsOfAMove")
    void saysThatNothingIsAtThisAddress(StubFault sign) {
        autotask.failAlways("Companies", sign);

        assertThatThrownBy(() -> session.page(EntityQuery.of("Companies"), -1)).isInstanceOf(WrongAddress.class);
        assertThatThrownBy(() -> session.count("Companies")).isInstanceOf(WrongAddress.class);

        assertThat(autotask.calls("Companies")).hasSize(2);
    }

    @Test
    void tellsSilenceFromTrouble() {
        autotask.failAlways("Companies", RESET);
        assertThatThrownBy(() -> session.page(EntityQuery.of("Companies"), -1))
                .isInstanceOfSatisfying(Unavailable.class, trouble -> assertThat(trouble.answered())
                        .isFalse())
                .hasMessage("Autotask is not answering.");

        autotask.failAlways("Companies", MAINTENANCE);
        assertThatThrownBy(() -> session.page(EntityQuery.of("Companies"), -1))
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

        assertThatThrownBy(() -> session.page(EntityQuery.of("Companies"), -1))
                .isInstanceOf(UnexpectedAnswer.class)
                .hasMessage(
                        "One record of Companies behind the ID -1 is longer than Ascent reads at once (64 kB), and its "
                                + "ID is not told. Whoever runs Ascent can raise ascent.autotask.max-answer.");
    }

    private List<Item> readAll(String entity) throws InterruptedException {
        List<Item> items = new ArrayList<>();
        EntityPage page;
        do {
            page = session.page(
                    EntityQuery.of(entity),
                    items.isEmpty() ? -1 : items.getLast().id());
            items.addAll(page.items());
        } while (!page.last());
        return items;
    }

    private static String record(long id, int length) {
        return "{\"id\":%d,\"companyName\":\"%s\"}".formatted(id, "x".repeat(length - 30));
    }
}
