package app.ascent.journey.inbox;

import static app.ascent.journey.Imagined.FJORDLIGHT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import app.ascent.crm.ClientId;
import app.ascent.identity.UserId;
import app.ascent.importing.AutotaskEntity;
import app.ascent.importing.FieldReferences;
import app.ascent.journey.Imagined;
import app.ascent.journey.Workshop;
import app.ascent.journey.inbox.RecordDetail.RawLine;
import app.ascent.journey.inbox.RecordDetail.Written;
import app.ascent.record.field.Ids;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A record as it came, and as it was written. */
class RecordSidesTests {

    private final RawPayload payloads = new RawPayload();
    private final Workshop workshop = new Workshop();
    private final FieldReferences references = mock(FieldReferences.class);
    private final WrittenFields fields = new WrittenFields(workshop.texts, workshop.types, references);

    RecordSidesTests() {
        when(references.id(any(), any()))
                .thenAnswer(call -> ids(call.getArgument(0)) == null
                        ? null
                        : Ids.parsed(ids(call.getArgument(0)), call.getArgument(1)));
        when(references.has(any())).thenAnswer(call -> ids(call.getArgument(0)) != null);
        AutotaskEntity companies = mock(AutotaskEntity.class);
        when(companies.page(any())).thenAnswer(call -> "/clients/" + call.getArgument(0));
        when(references.kind("clientId")).thenReturn(Optional.of(companies));
        when(references.names(any(), any())).thenReturn(Map.of(Imagined.ZOE, "Zoë Lindqvist"));
    }

    private static @Nullable Class<?> ids(String field) {
        return Map.of("clientId", ClientId.class, "accountManagerId", UserId.class)
                .get(field);
    }

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
        List<Written> lines = fields.of(FJORDLIGHT, "contacts", Imagined.WRITTEN, null, "emailAddress");

        assertThat(lines)
                .containsExactly(
                        new Written("Client", List.of(), false, "Deleted since", null),
                        new Written("First name", List.of("Åsa"), false, null, null),
                        new Written("Email", List.of(), true, "Left empty", null),
                        new Written("Other emails", List.of("a@b.example"), false, null, null),
                        new Written("Status", List.of("Active"), false, null, null),
                        new Written("Primary in Autotask", List.of("No"), false, null, null),
                        new Written("Marketing opt-out", List.of("Yes"), false, null, null),
                        new Written("Account manager", List.of("Zoë Lindqvist"), false, null, null),
                        new Written(
                                "Notes",
                                List.of("Prefers calls", "Email from Autotask: asa@@northwind.example"),
                                true,
                                null,
                                null));
    }

    @Test
    void marksNothingWithoutAFieldAndKnowsFieldsOfTheSameName() {
        String written = "{\"phone\":\"1\",\"shape\":{\"a\":1},\"accountManagerId\":\"nobody\",\"unheardOf\":\"x\"}";

        assertThat(fields.of(FJORDLIGHT, "contacts", written, null, null))
                .extracting(Written::marked)
                .containsOnly(false);
        assertThat(fields.of(FJORDLIGHT, "contacts", written, null, "phone"))
                .extracting(Written::label, Written::marked)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple("Phone", true),
                        org.assertj.core.groups.Tuple.tuple("unheardOf", false));
        assertThat(fields.of(FJORDLIGHT, "contacts", "{\"clientId\":\"x\"}", null, "companyID"))
                .isEmpty();
    }

    @Test
    void showsAValueThatWasKeptBesideTheOneTheImportHad() {
        List<Written> lines = fields.of(
                FJORDLIGHT,
                "contacts",
                "{\"phone\":\"+33 5 36\",\"mobile\":\"1\",\"fax\":\"2\"}",
                Map.of("phone", "+33 1 11", "mobile", "1", "fax", ""),
                "phone");

        assertThat(lines)
                .containsExactly(
                        new Written("Phone", List.of("+33 1 11"), true, "Autotask has +33 5 36", null),
                        new Written("Mobile", List.of("1"), false, null, null),
                        new Written("Fax", List.of(), false, "Autotask has 2", null));
    }

    @Test
    void findsTheClientOfAContact() {
        assertThat(fields.owner(Imagined.WRITTEN)).contains("/clients/" + new UUID(5, 9));
        assertThat(fields.owner("{\"clientId\":{\"value\":\"00000000-0000-0005-0000-000000000009\"}}"))
                .contains("/clients/" + new UUID(5, 9));
        assertThat(fields.owner("{\"clientId\":7}")).isEmpty();
        assertThat(fields.owner("{\"name\":\"A client\"}")).isEmpty();
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"[]", "{"})
    void hasNothingToTellOfWhatWasNotWritten(String written) {
        assertThat(fields.of(FJORDLIGHT, "contacts", written, null, null)).isEmpty();
        assertThat(fields.owner(written)).isEmpty();
    }

    private static List<String> marked(RawPayload.Lines lines) {
        return java.util.stream.Stream.concat(lines.filled().stream(), lines.empty().stream())
                .filter(RawLine::marked)
                .map(RawLine::text)
                .toList();
    }
}
