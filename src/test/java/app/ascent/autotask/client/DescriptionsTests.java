package app.ascent.autotask.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.ascent.autotask.client.AutotaskFailure.Unavailable;
import app.ascent.autotask.client.AutotaskFailure.UnexpectedAnswer;
import app.ascent.autotask.client.EntityField.PicklistValue;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DescriptionsTests {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "'All'          | ALL",
                "'all'          | ALL",
                "' ALL '        | ALL",
                "1              | ALL",
                "'1'            | ALL",
                "1.0            | ALL",
                "'Restricted'   | RESTRICTED",
                "'RESTRICTED'   | RESTRICTED",
                "2              | RESTRICTED",
                "'2'            | RESTRICTED",
                "'None'         | NONE",
                "'none'         | NONE",
                "0              | NONE",
                "'0'            | NONE",
                "'Partial'      | UNCLEAR",
                "3              | UNCLEAR",
                "-1             | UNCLEAR",
                "''             | UNCLEAR",
                "null           | UNCLEAR",
                "true           | UNCLEAR",
                "{'value':1}    | UNCLEAR",
                "[1]            | UNCLEAR",
            },
            quoteCharacter = '~')
    void readsRightsHoweverTheyAreSaid(String said, Access access) {
        String json = said.replace('\'', '"');

        assertThat(access("{\"info\":{\"canQuery\":true,\"userAccessForQuery\":%s}}".formatted(json)))
                .isEqualTo(access);
        assertThat(access("{\"Info\":{\"UserAccessForQuery\":%s,\"UserAccessForCreate\":{}}}".formatted(json)))
                .isEqualTo(access);
        assertThat(access("{\"userAccessForQuery\":%s,\"info\":null}".formatted(json)))
                .isEqualTo(access);
    }

    @ParameterizedTest
    @ValueSource(strings = {"false", "\"False\"", "0", "\"no\""})
    void readsThatNothingMayBeAsked(String said) {
        assertThat(access("{\"info\":{\"canQuery\":%s,\"userAccessForQuery\":\"All\"}}".formatted(said)))
                .isEqualTo(Access.NONE);
    }

    @ParameterizedTest
    @ValueSource(strings = {"{}", "{\"info\":null}", "{\"info\":[]}", "{\"info\":\"Company\"}", "{\"info\":{}}"})
    void takesASilenceAboutRightsForUnclear(String body) {
        assertThat(access(body)).isEqualTo(Access.UNCLEAR);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "12000   | 60     | 250     | 12000      | 60   | 250   | true",
                "'12000' | '60'   | '250'   | 12000      | 60   | 250   | true",
                "1.2e4   | 60.0   | 250.0   | 12000      | 60   | 250   | true",
                "'12,000'| null   | '1,250' | 12000      | 60   | 1250  | true",
                "9999999999 | 60  | 0       | 2147483647 | 60   | 0     | true",
                "0       | 60     | 250     | 10000      | 60   | 250   | false",
                "-5      | 60     | 250     | 10000      | 60   | 250   | false",
                "null    | 0      | 250     | 10000      | 60   | 250   | false",
                "{}      | []     | 250     | 10000      | 60   | 250   | false",
                "12000   | 60     | null    | 12000      | 60   | 0     | false",
                "12000   | 60     | -1      | 12000      | 60   | 0     | false",
                "12000   | 'hour' | 'many'  | 12000      | 60   | 0     | false",
            },
            quoteCharacter = '~')
    void readsTheQuotaAndSaysWhatItHadToAssume(
            String limit, String window, String used, int calls, int minutes, int made, boolean understood) {
        String body =
                "{\"ExternalRequestThreshold\":%s,\"requestThresholdTimeframe\":%s,\"currentTimeframeRequestCount\":%s}"
                        .formatted(limit, window, used)
                        .replace('\'', '"');

        assertThat(Descriptions.quota(Body.of(body))).isEqualTo(new QuotaReading(calls, minutes, made, understood));
    }

    @Test
    void readsFieldsWhateverStandsBesideWhatIsNeeded() {
        List<EntityField> fields = fields(
                """
                {"Fields":[
                  {"Name":"CompanyType","length":"long","isRequired":{"why":1},"PicklistValues":[
                    {"value":1,"label":"Customer","isActive":"True","isSystem":1,"sortOrder":{},"parentValue":[]},
                    {"Value":"2","Label":"Lead","isActive":"false"},
                    {"value":"3","label":null,"isActive":"Y"},
                    {"value":4.50,"label":7,"isActive":0},
                    {"value":null,"label":"lost"}, {"label":"none"}, null, 17, "text", [], {}]},
                  {"name":"huge","length":99999999999999,"picklistValues":{}},
                  {"name":"odd","length":-4,"picklistValues":null},
                  {"name":"text","length":"255","picklistValues":"none"},
                  {"name":null}, {"length":4}, {}, null, 3, "field", []]}
                """);

        assertThat(fields)
                .containsExactly(
                        new EntityField(
                                "CompanyType",
                                0,
                                List.of(
                                        new PicklistValue("1", "Customer", true, true),
                                        new PicklistValue("2", "Lead", false, false),
                                        new PicklistValue("3", "", true, false),
                                        new PicklistValue("4.50", "7", false, false))),
                        new EntityField("huge", Integer.MAX_VALUE, List.of()),
                        new EntityField("odd", 0, List.of()),
                        new EntityField("text", 255, List.of()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"fields\":7}", "{\"fields\":null}", "{\"fields\":{}}", "{}"})
    void saysThatThereAreNoFields(String body) {
        assertThatThrownBy(() -> fields(body))
                .isInstanceOf(UnexpectedAnswer.class)
                .hasMessage("Autotask did not say which fields its records have.")
                .hasNoCause();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"7|7", "'7'|7", "7.0|7", "'1,086'|1086", "0|0"},
            quoteCharacter = '~')
    void countsHoweverTheNumberIsWritten(String said, long count) {
        assertThat(count("{\"QueryCount\":%s,\"added\":{\"later\":true}}".formatted(said.replace('\'', '"'))))
                .isEqualTo(count);
    }

    @ParameterizedTest
    @ValueSource(strings = {"{}", "{\"queryCount\":null}", "{\"queryCount\":\"many\"}", "{\"queryCount\":-1}"})
    void saysThatThereIsNoCount(String body) {
        assertThatThrownBy(() -> count(body))
                .isInstanceOf(UnexpectedAnswer.class)
                .hasMessage("Autotask did not say how many records there are.");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"fields\":[{\"name\":\"companyType\"",
                "{\"fields\":[{\"name\":",
                "{\"fields\":[{\"name\":\"a\"}",
                "{\"fields\":[]}}",
                "<html>",
                "",
            })
    void takesHalfAnAnswerForPassingTrouble(String body) {
        assertThatThrownBy(() -> fields(body)).isInstanceOf(Unavailable.class);
    }

    /** Each level costs a parser memory, and whoever walks a tree a frame of the stack. */
    @Test
    void goesNoDeeperThanReasonAllows() {
        String depth = "[".repeat(3_000_000);

        assertThatThrownBy(() -> fields("{\"fields\":" + depth)).isInstanceOf(UnexpectedAnswer.class);
        assertThatThrownBy(() -> count("{\"a\":" + depth)).isInstanceOf(UnexpectedAnswer.class);
        assertThat(ErrorTexts.in(Body.of("{\"Message\":\"busy\",\"errors\":" + depth)))
                .containsExactly("busy");
    }

    private static Access access(String body) {
        return Descriptions.access(Body.of(body));
    }

    private static List<EntityField> fields(String body) {
        return Descriptions.fields(Body.of(body));
    }

    private static long count(String body) {
        return Descriptions.count(Body.of(body));
    }
}
