package app.ascent.importing.web.page;

import static app.ascent.importing.web.page.Imagined.FJORDLIGHT;
import static org.assertj.core.api.Assertions.assertThat;

import app.ascent.importing.web.page.RecordDetail.RawLine;
import app.ascent.importing.web.page.RecordDetail.Written;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A record as it came, and as it was written. */
class RecordSidesTests {

    private final RawPayload payloads = new RawPayload();
    private final WrittenFields fields = new Workshop().written;

    @Test
    void readsAPayloadLineByLineAndFoldsWhatIsEmpty() {
        RawPayload.Lines lines = payloads.of(Imagined.PAYLOAD, "emailAddress");

        assertThat(lines.readable()).isTrue();
        assertThat(lines.filled())
                .extracting(RawLine::text)
                .containsExactly(
                        "{",
                        "  \"id\": 30684977,",
                        "  \"companyID\": 29683725,",
                        "  \"firstName\": \"Åsa\",",
                        "  \"emailAddress\": \"asa@@northwind.example\",",
                        "  \"score\": 14.00,",
                        "  \"userDefinedFields\": [",
                        "    {\"name\":\"Seats\",\"value\":\"25\"}",
                        "  ],");
        assertThat(lines.empty())
                .extracting(RawLine::text)
                .containsExactly("  \"roomNumber\": null,", "  \"fax\": \" \",", "  \"tags\": []");
    }

    @Test
    void marksTheFieldInQuestionEvenWhereItIsEmpty() {
        assertThat(marked(payloads.of(Imagined.PAYLOAD, "emailAddress")))
                .containsExactly("  \"emailAddress\": \"asa@@northwind.example\",");
        assertThat(marked(payloads.of(Imagined.PAYLOAD, "roomNumber"))).containsExactly("  \"roomNumber\": null,");
        assertThat(marked(payloads.of(Imagined.PAYLOAD, null))).isEmpty();
    }

    @Test
    void endsWithoutACommaWhereNothingIsFolded() {
        assertThat(payloads.of("{\"id\":1}", null).filled())
                .extracting(RawLine::text)
                .containsExactly("{", "  \"id\": 1");
    }

    @ParameterizedTest
    @ValueSource(strings = {"[1,2]", "{\"id\":", "not JSON at all"})
    void showsWhatIsNoRecordAsItCame(String payload) {
        RawPayload.Lines lines = payloads.of(payload, "id");

        assertThat(lines.readable()).isFalse();
        assertThat(lines.filled()).containsExactly(new RawLine(payload, false));
    }

    @Test
    void tellsWhatWasWrittenInWords() {
        List<Written> lines = fields.of(FJORDLIGHT, "contacts", Imagined.WRITTEN, "emailAddress");

        assertThat(lines)
                .containsExactly(
                        new Written("First name", List.of("Åsa"), false, null),
                        new Written("Email", List.of(), true, "Left empty"),
                        new Written("Other emails", List.of("a@b.example"), false, null),
                        new Written("Status", List.of("Active"), false, null),
                        new Written("Primary in Autotask", List.of("No"), false, null),
                        new Written("Marketing opt-out", List.of("Yes"), false, null),
                        new Written("Account manager", List.of("Zoë Lindqvist"), false, null),
                        new Written(
                                "Notes",
                                List.of("Prefers calls", "Email from Autotask: asa@@northwind.example"),
                                true,
                                null));
    }

    @Test
    void marksNothingWithoutAFieldAndKnowsFieldsOfTheSameName() {
        String written = "{\"phone\":\"1\",\"shape\":{\"a\":1},\"accountManager\":\"nobody\",\"unheardOf\":\"x\"}";

        assertThat(fields.of(FJORDLIGHT, "contacts", written, null))
                .extracting(Written::marked)
                .containsOnly(false);
        assertThat(fields.of(FJORDLIGHT, "contacts", written, "phone"))
                .extracting(Written::label, Written::marked)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple("Phone", true),
                        org.assertj.core.groups.Tuple.tuple("unheardOf", false));
        assertThat(fields.of(FJORDLIGHT, "contacts", "{\"client\":\"x\"}", "companyID"))
                .isEmpty();
    }

    @Test
    void findsTheClientOfAContact() {
        assertThat(fields.client(Imagined.WRITTEN)).contains(new UUID(5, 9));
        assertThat(fields.client("{\"client\":{\"value\":\"00000000-0000-0005-0000-000000000009\"}}"))
                .contains(new UUID(5, 9));
        assertThat(fields.client("{\"client\":7}")).isEmpty();
        assertThat(fields.client("{\"name\":\"A client\"}")).isEmpty();
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"[]", "{"})
    void hasNothingToTellOfWhatWasNotWritten(String written) {
        assertThat(fields.of(FJORDLIGHT, "contacts", written, null)).isEmpty();
        assertThat(fields.client(written)).isEmpty();
    }

    private static List<String> marked(RawPayload.Lines lines) {
        return java.util.stream.Stream.concat(lines.filled().stream(), lines.empty().stream())
                .filter(RawLine::marked)
                .map(RawLine::text)
                .toList();
    }
}
