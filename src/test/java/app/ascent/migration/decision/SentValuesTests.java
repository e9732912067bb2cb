package app.ascent.migration.decision;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SentValuesTests {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{\"type\":7} | 7",
                "{\"type\":7.0} | 7",
                "{\"type\":\"7\"} | 7",
                "{\"type\":\" -7.00 \"} | -7",
                "{\"type\":7.5} | 7.5",
                "{\"type\":\"Own \\\"word\\\"\"} | Own \"word\"",
                "{\"type\":true} | true",
                "{\"TYPE\":7} | 7",
                "{\"Type\":7,\"type\":8} | 8",
                "{\"type\":8,\"Type\":7} | 8",
                "{\"inner\":{\"type\":9},\"list\":[{\"type\":9}],\"type\":7} | 7",
                "{\"type\":null} | ``",
                "{\"inner\":{\"type\":9}} | ``",
                "{\"type\":{\"id\":7}} | ``",
                "{\"type\":[7]} | ``",
                "{} | ``",
                "\"The record could not be read.\" | ``",
                "{\"other\":1,\"type\": | ``",
                "no record at all | ``",
            })
    void areReadAsARecordIs(String payload, String value) {
        assertThat(SentValues.in(payload, List.of("type"))).isEqualTo(Map.of("type", value));
    }

    @Test
    void areReadOfSeveralFieldsAtOnce() {
        assertThat(SentValues.in("{\"status\":5,\"x\":[1,2],\"queue\":\"a\"}", List.of("queue", "status", "type")))
                .isEqualTo(Map.of("status", "5", "queue", "a", "type", ""));
    }
}
