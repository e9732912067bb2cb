package app.ascent.journey.inbox;

import static app.ascent.importing.ImaginedKind.BALANCES;
import static app.ascent.importing.ImaginedKind.COMPANIES;
import static app.ascent.importing.ImaginedKind.CONTACTS;
import static app.ascent.journey.Imagined.FJORDLIGHT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyCollection;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import app.ascent.contracts.BalanceFields;
import app.ascent.contracts.BalanceKind;
import app.ascent.contracts.ContractId;
import app.ascent.identity.UserId;
import app.ascent.importing.AutotaskEntity;
import app.ascent.importing.FieldReferences;
import app.ascent.importing.ImaginedKind;
import app.ascent.journey.Imagined;
import app.ascent.journey.ImaginedRecords;
import app.ascent.journey.Workshop;
import app.ascent.journey.inbox.RecordDetail.RawLine;
import app.ascent.journey.inbox.RecordDetail.Written;
import app.ascent.journey.inbox.WrittenFields.Owner;
import app.ascent.projects.TaskFields;
import app.ascent.record.RecordNames;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A record as it came, and as it was written. */
class RecordSidesTests {

    private final RawPayload payloads = new RawPayload();
    private final Workshop workshop = new Workshop();
    private final RecordNames names = mock(RecordNames.class);
    private final WrittenFields fields = new WrittenFields(
            workshop.texts, workshop.labels, workshop.values, new FieldReferences(names, ImaginedKind.all()));

    @Test
    void readsAPayloadLineByLineAndFoldsWhatIsEmpty() {
        RawPayload.Lines lines = payloads.of(ImaginedRecords.PAYLOAD, "emailAddress");

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
        assertThat(marked(payloads.of(ImaginedRecords.PAYLOAD, "emailAddress")))
                .containsExactly("  \"emailAddress\": \"asa@@northwind.example\",");
        assertThat(marked(payloads.of(ImaginedRecords.PAYLOAD, "roomNumber")))
                .containsExactly("  \"roomNumber\": null,");
        assertThat(marked(payloads.of(ImaginedRecords.PAYLOAD, null))).isEmpty();
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
    void namesPeople() {
        UserId priya = new UserId(UUID.randomUUID());
        when(names.of(any(), anyCollection())).thenReturn(Map.of(priya, "Priya Raman"));
        AutotaskEntity tasks = mock(AutotaskEntity.class);
        when(tasks.fields()).thenAnswer(_ -> TaskFields.FIELDS);
        when(tasks.tells(any())).thenReturn(true);

        assertThat(fields.of(
                        FJORDLIGHT,
                        tasks,
                        "{\"title\":\"Order switches\",\"people\":[{\"userId\":{\"value\":\"%s\"},\"name\":null},{\"userId\":null,\"name\":\"Bo Holm\"}]}"
                                .formatted(priya),
                        null,
                        null))
                .extracting(Written::lines)
                .containsExactly(List.of("Order switches"), List.of("Priya Raman", "Bo Holm"));
    }

    @Test
    void tellsWhatWasWrittenInWords() {
        List<Written> lines = fields.of(FJORDLIGHT, CONTACTS, ImaginedRecords.WRITTEN, null, "emailAddress");

        assertThat(lines)
                .containsExactly(
                        new Written("Client", List.of(), false, "Deleted since", null),
                        new Written("First name", List.of("Åsa"), false, null, null),
                        new Written("Email", List.of(), true, "Left empty", null),
                        new Written("Other emails", List.of("a@b.example"), false, null, null),
                        new Written("Status", List.of("Active"), false, null, null),
                        new Written("Primary in Autotask", List.of("No"), false, null, null),
                        new Written("Marketing opt-out", List.of("Yes"), false, null, null),
                        new Written(
                                "Notes",
                                List.of("Prefers calls", "Email from Autotask: asa@@northwind.example"),
                                true,
                                null,
                                null));
    }

    @Test
    void marksNothingWithoutAFieldAndKnowsFieldsOfTheSameName() {
        String written = "{\"phone\":\"1\",\"mobile\":{\"a\":1},\"room\":\"x\",\"unheardOf\":\"x\"}";

        assertThat(fields.of(FJORDLIGHT, CONTACTS, written, null, null))
                .extracting(Written::marked)
                .containsOnly(false);
        assertThat(fields.of(FJORDLIGHT, CONTACTS, written, null, "phone"))
                .extracting(Written::label, Written::marked)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple("Phone", true),
                        org.assertj.core.groups.Tuple.tuple("Room", false));
        assertThat(fields.of(FJORDLIGHT, CONTACTS, "{\"clientId\":\"x\"}", null, "companyID"))
                .isEmpty();
    }

    /** Fields that were left empty are not remembered one by one. */
    @Test
    void showsWhatWasLeftEmptyAndWhatSomebodyFilledSince() {
        List<Written> lines = fields.of(
                FJORDLIGHT,
                CONTACTS,
                "{\"firstName\":\"Åsa\"}",
                new TreeMap<>(Map.of("email", "", "fax", "1", "firstName", "Åsa", "mobile", "")),
                "emailAddress");

        assertThat(lines)
                .containsExactly(
                        new Written("First name", List.of("Åsa"), false, null, null),
                        new Written("Email", List.of(), true, "Left empty", null),
                        new Written("Fax", List.of("1"), false, null, null));
    }

    @Test
    void showsAValueThatWasKeptBesideTheOneTheImportHad() {
        List<Written> lines = fields.of(
                FJORDLIGHT,
                CONTACTS,
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
    void namesPeopleAndTheWordsOfEachKind() {
        when(names.of(any(), any())).thenReturn(Map.of(Imagined.ZOE, "Zoë Lindqvist"));

        List<Written> lines = fields.of(
                FJORDLIGHT,
                COMPANIES,
                """
                {"type":"CUSTOMER","billingCity":"Kiel","accountManagerId":{"value":"%s"}}"""
                        .formatted(Imagined.ZOE.value()),
                null,
                null);

        assertThat(lines)
                .containsExactly(
                        new Written("Type", List.of("Customer"), false, null, null),
                        new Written("Billing City", List.of("Kiel"), false, null, null),
                        new Written("Account manager", List.of("Zoë Lindqvist"), false, null, null));
    }

    /** Nobody edits lines and balances, so that what was written is not kept beside them. */
    @Test
    void showsWhatNobodyEditsAsItStands() {
        UUID contract = new UUID(5, 9);
        when(names.of(any(), any())).thenReturn(Map.of(new ContractId(contract), "Managed Services"));
        BalanceFields balance = new BalanceFields(
                new ContractId(contract),
                BalanceKind.RETAINER,
                new BigDecimal("1240.5"),
                BigDecimal.ZERO,
                new BigDecimal("95"),
                LocalDate.of(2026, 1, 31),
                null,
                true,
                false,
                Imagined.NOW);

        assertThat(fields.of(FJORDLIGHT, BALANCES, null, balance, null))
                .containsExactly(
                        new Written("Contract", List.of("Managed Services"), false, null, null),
                        new Written("Kind", List.of("Retainers"), false, null, null),
                        new Written("Bought", List.of("1,240.50"), false, null, null),
                        new Written("Used", List.of("0.00"), false, null, null),
                        new Written("Rate", List.of("€95.00"), false, null, null),
                        new Written("Start date", List.of("31 Jan 2026"), false, null, null),
                        new Written("Active", List.of("Yes"), false, null, null),
                        new Written("Paid", List.of("No"), false, null, null),
                        new Written("As of", List.of("28 Mar 2026, 13:43 UTC"), false, null, null));
        assertThat(fields.of(FJORDLIGHT, BALANCES, null, null, null)).isEmpty();
    }

    @Test
    void leadsFromAPartToWhatItBelongsTo() {
        Map<String, String> contact = Map.of("clientId", new UUID(5, 9).toString());

        assertThat(fields.owner(CONTACTS, null, contact))
                .contains(new Owner("companies", "/clients/" + new UUID(5, 9)));
    }

    @Test
    void findsTheClientOfAContact() {
        assertThat(fields.owner(CONTACTS, ImaginedRecords.WRITTEN, null))
                .contains(new Owner("companies", "/clients/" + new UUID(5, 9)));
        assertThat(fields.owner(CONTACTS, "{\"clientId\":{\"value\":\"00000000-0000-0005-0000-000000000009\"}}", null))
                .contains(new Owner("companies", "/clients/" + new UUID(5, 9)));
        assertThat(fields.owner(CONTACTS, "{\"clientId\":7}", null)).isEmpty();
        assertThat(fields.owner(CONTACTS, "{\"name\":\"A client\"}", null)).isEmpty();
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"[]", "{"})
    void hasNothingToTellOfWhatWasNotWritten(String written) {
        assertThat(fields.of(FJORDLIGHT, CONTACTS, written, null, null)).isEmpty();
        assertThat(fields.owner(CONTACTS, written, null)).isEmpty();
    }

    private static List<String> marked(RawPayload.Lines lines) {
        return java.util.stream.Stream.concat(lines.filled().stream(), lines.empty().stream())
                .filter(RawLine::marked)
                .map(RawLine::text)
                .toList();
    }
}
