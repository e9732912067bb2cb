package app.ascent.journey.people;

import static org.assertj.core.api.Assertions.assertThat;

import app.ascent.importing.Somebody;
import app.ascent.importing.people.Person;
import app.ascent.importing.people.PersonChoice.Target;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PeopleFilterTests {

    private static final Somebody ZOE = new Somebody(
            new Person(29000001, "Zoë Lindqvist", "zoe@fjordlight.example", true, null),
            new Somebody.Recognized(Target.NAME, false, Somebody.Why.NO_MEMBER, null, null),
            Map.of(),
            new Somebody.Work(0, 0, 0),
            false);

    @ParameterizedTest
    @CsvSource({
        ", , , true",
        "'  ', , , true",
        "ZOË, , , true",
        "fjordlight.ex, , , true",
        "29000001, , , true",
        "2900000, , , false",
        "Bo, , , false",
        ", NAME, , true",
        ", USER, , false",
        ", , true, true",
        ", , false, false",
        "zoë, NAME, true, true",
        "bo, NAME, true, false"
    })
    void takesWhoFitsAllOfIt(
            @Nullable String search, @Nullable Target target, @Nullable Boolean active, boolean takes) {
        assertThat(new PeopleFilter(search, target, active).takes(ZOE)).isEqualTo(takes);
    }

    @ParameterizedTest
    @CsvSource({
        ", , , 0, /people, false",
        "'  ', , , 0, /people, false",
        "a&b c, , , 0, /people?search=a%26b%20c, true",
        ", USER, , 0, /people?target=USER, true",
        ", , false, 2, /people?active=false&page=2, true",
        "ö, NAME, true, 1, /people?search=%C3%B6&target=NAME&active=true&page=1, true"
    })
    void isKeptInTheAddressOfAPage(
            @Nullable String search,
            @Nullable Target target,
            @Nullable Boolean active,
            int page,
            String address,
            boolean narrowed) {
        PeopleFilter filter = new PeopleFilter(search, target, active);

        assertThat(filter.address("/people", page)).isEqualTo(address);
        assertThat(filter.narrowed()).isEqualTo(narrowed);
    }

    @Test
    void findsNobodyByAnAddressThatTheyLack() {
        Somebody nameless =
                new Somebody(new Person(7, "Bo", null, false, null), ZOE.recognized(), Map.of(), ZOE.work(), false);

        assertThat(new PeopleFilter("example", null, null).takes(nameless)).isFalse();
        assertThat(new PeopleFilter("bo", null, false).takes(nameless)).isTrue();
    }
}
