package app.ascent.autotask.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.ascent.autotask.client.AutotaskFailure.ThresholdReached;
import app.ascent.autotask.client.AutotaskFailure.Unavailable;
import app.ascent.autotask.client.AutotaskFailure.UnexpectedAnswer;
import app.ascent.autotask.client.EntityPage.Item;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.core.io.ClassPathResource;
import tools.jackson.databind.json.JsonMapper;

class PageReaderTests {

    @Test
    void keepsEachRecordToTheLetter() throws IOException {
        String first = "{ \"companyName\" : \"Fjord \\u0026 Søn 😀\\/\\\"}],{\" , \"rate\":3.5000,\t\"id\" : 0,"
                + "\n \"userDefinedFields\":[{\"name\":\"id\",\"value\":\"99\"}] }";
        String second = "{\"id\":9223372036854775807,\"parent\":{\"id\":5},\"name\":null}";

        EntityPage page = read(page(first + " ,\r\n" + second, "null"), -1);

        assertThat(page.items()).containsExactly(new Item(0, first), new Item(Long.MAX_VALUE, second));
        assertThat(page.last()).isTrue();
    }

    @Test
    void readsAPageAsAutotaskSendsIt() throws IOException {
        String body = new ClassPathResource("autotask/companies-page.json").getContentAsString(StandardCharsets.UTF_8);

        EntityPage page = read(body, -1);

        assertThat(page.items()).extracting(Item::id).containsExactly(0L, 174L, 29_683_725L);
        assertThat(page.items()).allSatisfy(item -> assertThat(body).contains(item.json()));
        assertThat(page.last()).isFalse();
    }

    @Test
    void replacesRawControlCharactersByTheirEscapes() {
        String item = "{\"id\":4,\"a\u0000\":\"x\u0000y\\\"\u0001\u001f\tz\"}";

        EntityPage page = read("{\n\t\"items\":[\n" + item + "\n]}", -1);

        assertThat(page.items().getFirst().json())
                .isEqualTo("{\"id\":4,\"a\\u0000\":\"x\\u0000y\\\"\\u0001\\u001f\\u0009z\"}");
        assertThat(JsonMapper.shared()
                        .readTree(page.items().getFirst().json())
                        .get("a\u0000")
                        .stringValue())
                .isEqualTo("x\u0000y\"\u0001\u001f\tz");
    }

    @Test
    void leavesAnEscapedNulAsItIs() {
        String item = "{\"id\":4,\"name\":\"x\\u0000y\"}";

        assertThat(read(page(item, "null"), -1).items()).containsExactly(new Item(4, item));
    }

    @Test
    void putsRecordsInOrderAndDropsDoubles() {
        String items = "{\"id\":9},{\"id\":3},{\"id\":9,\"newer\":true},{\"id\":5}";

        assertThat(read(page(items, "null"), 2).items())
                .containsExactly(
                        new Item(3, "{\"id\":3}"), new Item(5, "{\"id\":5}"), new Item(9, "{\"id\":9,\"newer\":true}"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"Id\":7", "\"ID\" : \"7\"", "\"id\":7", "\"id\":7.0", "\"id\":7e0"})
    void findsTheIdHoweverItIsWritten(String id) {
        assertThat(read(page("{" + id + "}", "null"), -1).items())
                .extracting(Item::id)
                .containsExactly(7L);
    }

    @Test
    void goesOnWhileAutotaskNamesANextPage() {
        assertThat(read(page("{\"id\":7}", "\"https://x/next\""), -1).last()).isFalse();
        assertThat(read(page(records(499), "null"), -1).last()).isTrue();
    }

    /** Where many more followed; so one more question makes sure, and brings nothing or the same again at the end. */
    @ParameterizedTest
    @ValueSource(strings = {"null", "\"\"", "\" \"", "\"null\"", "\" NULL \"", "false", "{}"})
    void doesNotBelieveThatAFullPageIsTheLastOne(String next) {
        assertThat(read(page(records(500), next), -1).last()).isFalse();
        assertThat(read(page("", next), 499).last()).isTrue();
        assertThat(read(page(records(500), next), 499).last()).isTrue();
    }

    @Test
    void asksOnUntilNothingComesWhenAutotaskDoesNotSay() {
        assertThat(read("{\"items\":[" + records(500) + "],\"pageDetails\":{\"count\":500}}", -1)
                        .last())
                .isFalse();
        assertThat(read("{\"items\":[" + records(500) + "]}", -1).last()).isFalse();
        assertThat(read("{\"items\":[" + records(200) + "],\"pageDetails\":null}", -1)
                        .last())
                .isFalse();
        assertThat(read("{\"items\":[]}", 12).last()).isTrue();
        assertThat(read("{\"items\":[{\"id\":12}]}", 12).last()).isTrue();
    }

    @Test
    void takesNoItemsForAnEmptyPage() {
        assertThat(read("{\"items\":null,\"pageDetails\":{\"count\":0,\"nextPageUrl\":null}}", -1))
                .isEqualTo(new EntityPage(List.of(), true));
        assertThatThrownBy(() -> read("{\"pageDetails\":{\"count\":0,\"nextPageUrl\":null}}", -1))
                .isInstanceOf(UnexpectedAnswer.class);
    }

    @Test
    void doesNotAskForTheSameEmptyPageForEver() {
        assertThatThrownBy(() -> read(page("", "\"https://x/next\""), 12)).isInstanceOf(Unavailable.class);
    }

    @Test
    void keepsRecordsThatWereNotAskedForBesideOthers() {
        assertThat(read(page("{\"id\":13},{\"id\":4},{\"id\":12}", "\"https://x/next\""), 12)
                        .items())
                .extracting(Item::id)
                .containsExactly(4L, 12L, 13L);
    }

    @Test
    void doesNotGoOnFromAPageThatLeadsNoFurther() {
        assertThatThrownBy(() -> read(page("{\"id\":12},{\"id\":3}", "\"https://x/next\""), 12))
                .isInstanceOf(UnexpectedAnswer.class);
    }

    @Test
    void readsThePartsOfAPageWhateverTheirCase() {
        EntityPage page = read(
                "{\"Items\":[{\"ID\":7,\"id\":8},{\"id\":9,\"Id\":1}],\"PageDetails\":{\"NextPageUrl\":\"https://x\"}}",
                -1);

        assertThat(page.items()).extracting(Item::id).containsExactly(8L, 9L);
        assertThat(page.last()).isFalse();
    }

    /** They cost themselves alone, and are counted, so that nobody loses them silently. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "null",
                "7",
                "true",
                "'Fjord AG'",
                "[{'id':1},[{'id':2}]]",
                "{}",
                "{'name':'x'}",
                "{'id':null}",
                "{'id':''}",
                "{'id':'A-7'}",
                "{'id':1.5}",
                "{'id':true}",
                "{'id':{'value':7},'name':['x']}",
                "{'id':[7]}",
                "{'id':99999999999999999999}",
            })
    void countsRowsOfWhichNobodyCanTellWhatTheyAre(String row) {
        String odd = row.replace('\'', '"');

        EntityPage page = read(page(odd + ",{\"id\":13}," + odd + ",{\"id\":14}," + odd, "null"), 12);

        assertThat(page.items()).containsExactly(new Item(13, "{\"id\":13}"), new Item(14, "{\"id\":14}"));
        assertThat(page.last()).isTrue();
        assertThat(page.unreadableBefore()).containsExactly(13L, 14L);
        assertThat(page.unreadableAtEnd()).isEqualTo(1);
        assertThat(read(page(odd, "null"), 12)).isEqualTo(new EntityPage(List.of(), true, List.of(), 1));
        assertThat(read(page(records(499) + "," + odd, "null"), -1).last())
                .as("a full page")
                .isFalse();
    }

    @Test
    void takesTheIdThatCanBeReadWhereThereAreTwo() {
        assertThat(read(page("{\"id\":null,\"ID\":7},{\"Id\":\"x\",\"id\":8}", "null"), -1)
                        .items())
                .extracting(Item::id)
                .containsExactly(7L, 8L);
    }

    @Test
    void doesNotTakeARecordsWordsForAnError() {
        String item = "{\"id\":1,\"errors\":[\"thread threshold exceeded\"],\"note\":\"IntegrationCode is invalid\"}";

        assertThat(read(page(item, "null"), -1).items()).hasSize(1);
    }

    @Test
    void seesErrorsBesideRecords() {
        assertThatThrownBy(() -> read("{\"items\":[],\"errors\":[\"Something\"]}", -1))
                .isInstanceOf(Unavailable.class);
        assertThatThrownBy(() -> read("{\"errors\":[\"thread threshold of 3 threads\"]}", -1))
                .isInstanceOf(ThresholdReached.class);
        assertThat(read("{\"errors\":[],\"items\":[]}", -1).items()).isEmpty();
    }

    /** Cut anywhere, a page is passing trouble, never a shorter page. */
    @Test
    void noticesWhereverAPageIsCut() {
        String whole = page("{\"id\":1,\"name\":\"a\\u00e9\"},{\"id\":2}", "null");

        Stream<String> cuts = IntStream.range(0, whole.length()).mapToObj(end -> whole.substring(0, end));

        assertThat(cuts)
                .allSatisfy(cut -> assertThatThrownBy(() -> read(cut, -1)).isInstanceOf(Unavailable.class));
    }

    /** It will fail alone, later, when somebody tries to make sense of it. */
    @Test
    void keepsARecordThatIsBeyondReasonBesideTheOthers() {
        String number = "{\"id\":1,\"name\":%s}".formatted("9".repeat(5_000));
        String depth = "{\"id\":2,\"name\":%s%s}".formatted("[".repeat(5_000), "]".repeat(5_000));
        String name = "{\"id\":3,\"%s\":1}".formatted("n".repeat(100_000));

        assertThat(read(page(number + "," + depth + "," + name + ",{\"id\":4}", "null"), -1)
                        .items())
                .containsExactly(new Item(1, number), new Item(2, depth), new Item(3, name), new Item(4, "{\"id\":4}"));
    }

    /** Neither stack nor memory: a parser remembers each level it is in. */
    @Test
    void letsARecordFailAloneThatIsNestedWithoutEnd() {
        int levels = 10_000_000;
        String open = "{\"id\":2,\"name\":%s".formatted("[".repeat(levels));
        String closed = open + "]".repeat(levels) + "}";

        List<Item> items =
                read(page("{\"id\":1}," + closed + ",{\"id\":3}", "null"), -1).items();

        assertThat(items).extracting(Item::id).containsExactly(1L, 2L, 3L);
        assertThat(items.get(1).json()).startsWith("\"Autotask sent more for this record");
        assertThat(items.get(2).json()).isEqualTo("{\"id\":3}");
        assertThatThrownBy(() -> read(page("{\"id\":1}," + open + "}", "null"), -1))
                .isInstanceOf(UnexpectedAnswer.class);
        assertThatThrownBy(() -> read("{\"a\":" + "{\"a\":".repeat(levels / 5), -1))
                .isInstanceOf(UnexpectedAnswer.class);
    }

    @Test
    void letsARecordFailAloneThatIsLongerThanAnyCanBe() {
        String endless = "{\"name\":\"%s\",\"id\":2}".formatted("x".repeat(2 * PassingText.LONGEST));

        List<Item> items =
                read(page("{\"id\":1}," + endless + ",{\"id\":3}", "null"), -1).items();

        assertThat(items).extracting(Item::id).containsExactly(1L, 2L, 3L);
        assertThat(items.get(1).json()).startsWith("\"Autotask sent more for this record");
        assertThat(items.get(2).json()).isEqualTo("{\"id\":3}");
    }

    @Test
    void readsAPageInCapitals() {
        EntityPage page = read("{\"Items\":[{\"Id\":7}],\"PageDetails\":{\"NextPageUrl\":\"https://x/next\"}}", -1);

        assertThat(page.items()).extracting(Item::id).containsExactly(7L);
        assertThat(page.last()).isFalse();
        assertThatThrownBy(() -> read("{\"Errors\":\"thread threshold of 3 threads\"}", -1))
                .isInstanceOf(ThresholdReached.class);
    }

    /** Text passes by in chunks; their seams fall into texts, escapes, pairs and ids. */
    @Test
    void keepsRecordsToTheLetterWhereverAPageIsCut() {
        List<Item> sent = IntStream.range(0, PageReader.PAGE_SIZE)
                .mapToObj(i -> new Item(
                        i,
                        "{\"name\":\"%s\",\"id\":%d}"
                                .formatted("ø\\\"😀\u0001\\\\".repeat(i * 7 % 400) + "x".repeat(i), i)))
                .toList();
        String items = sent.stream().map(Item::json).collect(Collectors.joining(" ,\n"));

        assertThat(read(page(items, "null"), -1).items())
                .isEqualTo(sent.stream()
                        .map(item -> new Item(item.id(), item.json().replace("\u0001", "\\u0001")))
                        .toList());
    }

    @Test
    void quotesNothingOfAnAnswerItCannotRead() {
        assertThatThrownBy(() -> read("{\"items\":[{\"id\":1,\"name\":Customer Ltd}]}", -1))
                .hasNoCause()
                .message()
                .doesNotContain("Customer");
    }

    private static String page(String items, String next) {
        return "{\"items\":[%s],\"pageDetails\":{\"count\":1,\"requestCount\":500,\"nextPageUrl\":%s}}"
                .formatted(items, next);
    }

    private static EntityPage read(String body, long after) {
        return PageReader.read(Body.of(body), after, PageReader.PAGE_SIZE);
    }

    private static String records(int count) {
        return IntStream.range(0, count).mapToObj("{\"id\":%d}"::formatted).collect(Collectors.joining(","));
    }
}
