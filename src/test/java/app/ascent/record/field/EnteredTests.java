package app.ascent.record.field;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

/** A form and a program say the same in their own ways. */
class EnteredTests {

    @Test
    void knowsABoxThatWasNotTickedFromOneThatWasNotThere() {
        Entered entered = Entered.form(Map.of("_taxExempt", List.of("on"), "name", List.of("Northwind")));

        assertThat(entered.raw("taxExempt")).isEqualTo("false");
        assertThat(entered.has("primary")).isFalse();
        assertThat(Entered.form(Map.of("_taxExempt", List.of("on"), "taxExempt", List.of("true")))
                        .raw("taxExempt"))
                .isEqualTo("true");
    }

    @Test
    void takesJsonOfAnyScalar() {
        Entered entered = JsonMapper.shared()
                .readValue(
                        """
                        {"name":"Northwind","number":1042,"taxExempt":false,"city":null,"otherEmails":["a@b.example",null,"c"]}
                        """,
                        Entered.class);

        assertThat(entered.texts())
                .containsOnly(
                        Map.entry("name", "Northwind"),
                        Map.entry("number", "1042"),
                        Map.entry("taxExempt", "false"),
                        Map.entry("otherEmails", "a@b.example\nc"));
    }

    /** Whoever sends back what was read sends its source, too. */
    @Test
    void marksObjectsOfWhichNoFieldIsMade() {
        Entered entered = JsonMapper.shared()
                .readValue("{\"name\":\"Ann\",\"source\":{\"id\":\"174\"},\"otherEmails\":[{}]}", Entered.class);

        assertThat(entered.texts()).containsOnlyKeys("name");
        assertThat(entered.isShapeless("source")).isTrue();
        assertThat(entered.isShapeless("otherEmails")).isTrue();
        assertThat(entered.isShapeless("name")).isFalse();
    }

    @Test
    void comparesAsPeopleRead() {
        Entered one = Entered.nothing().with("notes", "two\r\nlines ");
        Entered other = Entered.nothing().with("notes", "two\nlines");

        assertThat(one.comparable("notes")).isEqualTo(other.comparable("notes"));
        assertThat(one.comparable("city")).isEmpty();
    }

    @Test
    void isOlderThanARecordThatChangedSince() {
        Entered read = Entered.nothing().with(Entered.VERSION, 3);

        assertThat(read.isOlderThan(3)).isFalse();
        assertThat(read.isOlderThan(4)).isTrue();
        assertThat(Entered.nothing().isOlderThan(4))
                .as("whoever sends none does not mind")
                .isFalse();
    }
}
