package app.ascent.importing.field;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ValueTests {

    @ParameterizedTest
    @ValueSource(strings = {"true", "TRUE", " true ", "1", "1.0", "yes", "Y"})
    void readsYes(String raw) {
        assertThat(Value.flag(raw)).isTrue();
        assertThat(Value.isSet(raw)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"false", "False", "0", "0.0", "no", "N"})
    void readsNo(String raw) {
        assertThat(Value.flag(raw)).isFalse();
        assertThat(Value.isSet(raw)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "maybe", "2", "null"})
    void readsNeither(String raw) {
        assertThat(Value.flag(raw)).isNull();
        assertThat(Value.isSet(raw)).isFalse();
    }

    @ParameterizedTest
    @CsvSource({"0, 0", "174, 174", "' 174 ', 174", "174.0, 174", "-1, -1", "9223372036854775807, 9223372036854775807"})
    void readsIdsOfEveryKind(String raw, long id) {
        assertThat(Value.id(raw)).hasValue(id);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "abc", "1.5", "9223372036854775808", "1e400000000", "0x10", "1234567890123456789012345678901"
            })
    void readsNoIdFromWhatIsNone(String raw) {
        assertThat(Value.id(raw)).isEmpty();
    }

    @Test
    void writesListedValuesAsMetadataDoes() {
        assertThat(Value.listed("7.0")).isEqualTo("7");
        assertThat(Value.listed(" 7 ")).isEqualTo("7");
        assertThat(Value.listed("PRIMARY")).isEqualTo("PRIMARY");
        assertThat(Value.listed(" ")).isNull();
        assertThat(Value.listed(null)).isNull();
    }
}
