package app.ascent.migration.spi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.ascent.migration.spi.Payload.Odd;
import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.core.JacksonException;

class PayloadTests {

    @JsonIgnoreProperties(ignoreUnknown = true)
    record Sent(@Nullable String name, @Nullable List<@Nullable Part> parts) {}

    record Part(@Nullable String value) {}

    @Test
    void takesNumbersAndTruthValuesForTexts() {
        assertThat(read("{\"name\":1.50,\"other\":{}}")).isEqualTo(new Payload<>(new Sent("1.50", null), List.of()));
        assertThat(read("{\"name\":true}").source().name()).isEqualTo("true");
    }

    @Test
    void leavesOutWhatHasAnotherShapeAndNamesTheFieldOfTheRecord() {
        Payload<Sent> read = read("{\"name\":{\"a\":[1]},\"parts\":[{\"value\":{\"b\":2}},7,{\"value\":\"x\"}]}");

        assertThat(read.source()).isEqualTo(new Sent(null, Arrays.asList(new Part(null), null, new Part("x"))));
        assertThat(read.oddities())
                .containsExactly(new Odd("name", "{\"a\":[1]}"), new Odd("parts", "{\"b\":2}"), new Odd("parts", "7"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{'Name':'x','PARTS':[{'VALUE':'y'}]}",
                "{'naMe':'other','name':'x','parts':[{'Value':'other','value':'y'}]}",
                "{'name':'x','Name':{'odd':1},'parts':[{'value':'y','VALUE':'other'}],'Parts':[]}",
            })
    void readsNamesInAnyCaseAndThoseAsDocumentedFirst(String json) {
        assertThat(read(json.replace('\'', '"')))
                .isEqualTo(new Payload<>(new Sent("x", List.of(new Part("y"))), List.of()));
    }

    @Test
    void keepsTheDigitsOfANumberAndTheNameOfAnOddFieldWhateverItsCase() {
        assertThat(read("{\"NAME\":1.50}").source().name()).isEqualTo("1.50");
        assertThat(read("{\"NAME\":{\"a\":1}}").oddities()).containsExactly(new Odd("name", "{\"a\":1}"));
    }

    @Test
    void showsAsMuchOfAValueAsAReportCan() {
        assertThat(read("{\"name\":[\"%s\"]}".formatted("x".repeat(500))).oddities())
                .singleElement()
                .satisfies(odd -> assertThat(odd.value()).hasSize(201).endsWith("…"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"[]", "7", "\"text\"", "{\"name\":[}", "{", ""})
    void seesNoRecordWhereThereIsNone(String json) {
        assertThatThrownBy(() -> read(json)).isInstanceOf(JacksonException.class);
    }

    private static Payload<Sent> read(String json) {
        return Payload.read(json, Sent.class);
    }
}
