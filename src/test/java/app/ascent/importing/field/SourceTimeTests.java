package app.ascent.importing.field;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SourceTimeTests {

    /** The usual form is read by a way of its own; a blank in the middle takes the other one. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "2021-03-04T05:06:07Z",
                "2021-03-04T05:06:07.8Z",
                "2021-03-04T05:06:07.89Z",
                "2021-03-04T05:06:07.123456789Z",
                "2024-02-29T23:59:59.999Z",
                "2023-02-29T00:00:00Z",
                "2023-02-28T24:00:00Z",
                "2023-02-28T23:59:60Z",
                "2023-13-01T00:00:00Z",
                "2023-00-01T00:00:00.00Z",
                "2021-03-04T05:06:07.Z",
                "2021-03-04T05:06:07.1234567890Z",
                "1899-12-31T23:59:59Z",
                "1900-01-01T00:00:00Z",
                "2200-12-31T23:59:59.999Z",
                "2201-01-01T00:00:00Z",
                "2021-03-04T05:06:0xZ",
                "2021/03/04T05:06:07Z",
                "00000000000000000000Z"
            })
    void readsTheUsualFormAsAnyOther(String text) {
        assertThat(SourceTime.read(text)).isEqualTo(SourceTime.read(text.replace('T', ' ')));
    }
}
