package app.ascent.record.field;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.tuple;

import app.ascent.identity.UserId;
import app.ascent.record.RecordRefused;
import jakarta.validation.Validation;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.json.JsonMapper;

/** What becomes of entered texts follows from the declaration of the fields, whoever sends them. */
class InputsTests {

    enum Mood {
        GOOD,
        BAD
    }

    record ShipId(UUID value) {}

    record Ship(
            @Line(5) String name,
            @Otherwise("GOOD") Mood mood,
            @Otherwise("true") boolean afloat,
            boolean sunk,
            @EmailAddress @Nullable String email,
            @EmailAddresses(2) List<String> others,
            @WebAddress @Nullable String website,
            @Nullable ShipId escortId,
            @Money @Nullable BigDecimal price,
            @Nullable LocalDate launched,
            @BySource boolean claimed) {

        static final Fields<Ship> FIELDS = Fields.of(Ship.class);

        Ship {
            price = Decimals.money(price);
        }
    }

    private static final UUID ESCORT = new UUID(1, 2);

    private final Inputs inputs =
            new Inputs(Validation.buildDefaultValidatorFactory().getValidator());

    @Test
    void readsAllTypes() {
        Ship ship = read(Map.of(
                "name",
                " Ann\u200b ",
                "mood",
                "BAD",
                "afloat",
                "false",
                "sunk",
                "on",
                "others",
                "a@b.example; c@d.example",
                "website",
                "ann.example/x",
                "escortId",
                ESCORT.toString(),
                "claimed",
                "true",
                "price",
                "1,240.5",
                "launched",
                "2026-04-19"));

        assertThat(ship)
                .isEqualTo(new Ship(
                        "Ann",
                        Mood.BAD,
                        false,
                        true,
                        null,
                        List.of("a@b.example", "c@d.example"),
                        "https://ann.example/x",
                        new ShipId(ESCORT),
                        new BigDecimal("1240.50"),
                        LocalDate.of(2026, 4, 19),
                        false));
    }

    record Crew(@People(2) List<Person> people) {

        static final Fields<Crew> FIELDS = Fields.of(Crew.class);
    }

    /** Programs send them as they read them. */
    @Test
    void readsPeople() {
        Entered sent = JsonMapper.shared()
                .readValue(
                        """
                {"people": [{"userId": "%s", "name": null}, {"name": " Ann  Li\\n"}, {"name": "Ann Li"}]}"""
                                .formatted(ESCORT),
                        Entered.class);
        List<Person> people = List.of(Person.user(new UserId(ESCORT)), Person.named("Ann Li"));

        Crew crew = inputs.read(Crew.FIELDS, sent, null).accepted();

        assertThat(crew.people()).isEqualTo(people);
        assertThat(inputs.read(Crew.FIELDS, Entered.of(Crew.FIELDS, crew), null).accepted())
                .isEqualTo(crew);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "[{\"name\": \"A\"}, {\"name\": \"B\"}, {\"name\": \"C\"}] | too-many-people",
                "[{\"userId\": \"12\"}] | unknown",
                "[{\"name\": \" \"}] | unknown",
                "[{\"name\": {}}] | shape",
                "[{\"name\": \"A\", \"age\": 3}] | shape",
                "{\"name\": \"A\"} | shape"
            })
    void saysWhyItIsNobody(String people, String code) {
        assertRefused("{\"people\": %s}".formatted(people), code);
    }

    @Test
    void saysThatANameIsTooLong() {
        assertRefused("{\"people\": [{\"name\": \"%s\"}]}".formatted("A".repeat(201)), "people-name-too-long");
    }

    private void assertRefused(String json, String code) {
        Entered sent = JsonMapper.shared().readValue(json, Entered.class);

        assertThatExceptionOfType(RecordRefused.Invalid.class)
                .isThrownBy(() -> inputs.read(Crew.FIELDS, sent, null).accepted())
                .satisfies(refusal -> assertThat(refusal.problems())
                        .extracting(problem -> problem.code())
                        .containsExactly(code));
    }

    /** A title is no list of people, whatever a program sends. */
    @Test
    void makesNoTextOfPeople() {
        Entered sent = JsonMapper.shared().readValue("{\"name\": [{\"name\": \"Ann\"}]}", Entered.class);

        assertThatExceptionOfType(RecordRefused.Invalid.class)
                .isThrownBy(() -> inputs.read(Ship.FIELDS, sent, null).accepted())
                .satisfies(refusal -> assertThat(refusal.problems())
                        .extracting(problem -> problem.code())
                        .containsExactly("shape"));
    }

    @Test
    void takesWhatIsDeclaredWhereNothingIsSaid() {
        assertThat(read(Map.of("name", "Ann", "website", " ")))
                .isEqualTo(new Ship("Ann", Mood.GOOD, true, false, null, List.of(), null, null, null, null, false));
    }

    @ParameterizedTest
    @CsvSource({
        "name, '', required.name",
        "name, Annabel, too-long",
        "mood, good, choice",
        "afloat, perhaps, choice",
        "email, nowhere, email",
        "others, a@b.example c@d.example e@f.example, too-many",
        "others, a@b.example nowhere, email",
        "website, ftp://ann.example, url",
        "escortId, 12, unknown",
        "price, 1.2.3, amount",
        "price, 12345678901234, amount",
        "price, 1e3, amount",
        "launched, 2026-13-01, date",
        "launched, 1899-12-31, date"
    })
    void saysWhichRuleIsBroken(String field, String entered, String code) {
        Entered all = Entered.nothing().with("name", "Ann").with(field, entered);

        assertThatExceptionOfType(RecordRefused.Invalid.class)
                .isThrownBy(() -> inputs.read(Ship.FIELDS, all, null).accepted())
                .satisfies(refusal -> assertThat(refusal.problems())
                        .singleElement()
                        .satisfies(problem -> {
                            assertThat(problem.field()).isEqualTo(field);
                            assertThat(problem.code()).isEqualTo(code);
                        }));
    }

    @Test
    void refusesAnObjectInsteadOfTakingNothing() {
        Entered sent = JsonMapper.shared()
                .readValue("{\"name\":\"Ann\",\"website\":{\"href\":\"ann.example\"},\"source\":{}}", Entered.class);

        assertThatExceptionOfType(RecordRefused.Invalid.class)
                .isThrownBy(() -> inputs.read(Ship.FIELDS, sent, null).accepted())
                .satisfies(refusal -> assertThat(refusal.problems())
                        .extracting(problem -> problem.field(), problem -> problem.code())
                        .containsExactly(tuple("website", "shape")));
    }

    @Test
    void tellsAllThatIsWrongAtOnce() {
        Entered all = Entered.nothing().with("email", "nowhere").with("mood", "odd");

        assertThatExceptionOfType(RecordRefused.Invalid.class)
                .isThrownBy(() -> inputs.read(Ship.FIELDS, all, null).accepted())
                .satisfies(refusal -> assertThat(refusal.problems())
                        .extracting(problem -> problem.field())
                        .containsExactly("name", "mood", "email"));
    }

    @Test
    void countsCharactersAsPeopleDo() {
        assertThat(read(Map.of("name", "🚢🚢🚢🚢🚢")).name()).hasSize(10);
    }

    /** An import keeps texts that nobody could enter; they must not stand in the way of another edit. */
    @Test
    void leavesAloneWhatIsLeftAsItIs() {
        Ship present = new Ship(
                "Ann",
                Mood.BAD,
                true,
                true,
                "odd",
                List.of(),
                "see the leaflet",
                null,
                new BigDecimal("0.50"),
                null,
                true);
        Entered left = Entered.of(Ship.FIELDS, present).with("name", "Bea");

        Ship changed = inputs.read(Ship.FIELDS, left, present).accepted();

        assertThat(changed).isEqualTo(Ship.FIELDS.with(present, "name", "Bea"));
    }

    private Ship read(Map<String, String> entered) {
        Entered all = Entered.nothing();
        for (Map.Entry<String, String> each : entered.entrySet()) {
            all = all.with(each.getKey(), each.getValue());
        }
        return inputs.read(Ship.FIELDS, all, null).accepted();
    }
}
