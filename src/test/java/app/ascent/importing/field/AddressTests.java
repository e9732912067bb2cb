package app.ascent.importing.field;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AddressTests {

    @ParameterizedTest
    @ValueSource(strings = {"a@b", "Mara.Petersen@elbtal-optik.example", "o'neil+x@sub.example", "ü@müller.example"})
    void acceptsOneAtWithTextOnBothSides(String address) {
        assertThat(EmailAddress.isValid(address)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "n/a",
                "@example",
                "mara@",
                "@",
                "mara@x@y",
                "mara petersen@x",
                "a@b c",
                "a@b; c@d",
                "a@\u00A0b",
                "a@b\tc"
            })
    void refusesWhatIsNoAddress(String text) {
        assertThat(EmailAddress.isValid(text)).isFalse();
    }

    @Test
    void refusesRatherThanCutsAnOverlongAddress() {
        String domain = "@example.example";

        assertThat(EmailAddress.isValid("a".repeat(254 - domain.length()) + domain))
                .isTrue();
        assertThat(EmailAddress.isValid("a".repeat(255 - domain.length()) + domain))
                .isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "www.elbtal.example, https://www.elbtal.example",
        "elbtal.example/shop?x=1, https://elbtal.example/shop?x=1",
        "elbtal.example:8443/x, https://elbtal.example:8443/x",
        "//elbtal.example, https://elbtal.example",
        "http://elbtal.example, http://elbtal.example",
        "HTTPS://elbtal.example, HTTPS://elbtal.example",
        "ftp://elbtal.example, ftp://elbtal.example",
        "javascript:alert(1.5), javascript:alert(1.5)",
        "mailto:x@elbtal.example, mailto:x@elbtal.example",
        "see notes. thanks, see notes. thanks",
        "n/a, n/a",
    })
    void completesWebAddressesAndLeavesOtherTextAlone(String typed, String completed) {
        assertThat(WebAddress.complete(typed)).isEqualTo(completed);
    }

    @ParameterizedTest
    @CsvSource({
        "2019-11-25T15:47:59.167Z, 2019-11-25T15:47:59.167Z",
        "2023-03-17T10:32:29.52Z, 2023-03-17T10:32:29.520Z",
        "2023-05-04T08:53:10, 2023-05-04T08:53:10Z",
        "2023-05-04 08:53:10, 2023-05-04T08:53:10Z",
        "2023-05-04T08:53:10+02:00, 2023-05-04T06:53:10Z",
        "2020-12-31, 2020-12-31T00:00:00Z",
        "1900-01-01T00:00:00Z, 1900-01-01T00:00:00Z",
        "2200-12-31T23:59:59Z, 2200-12-31T23:59:59Z",
    })
    void readsTimesInEveryFormAutotaskHasUsed(String raw, String instant) {
        assertThat(SourceTime.parse(raw)).hasToString("Optional[" + instant + "]");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "1899-12-31T23:59:59Z",
                "2201-01-01T00:00:00Z",
                "0001-01-01T00:00:00",
                "9999-12-31",
                "soon",
                "2023-02-30",
                "31.12.2020"
            })
    void readsNoTimeFromWhatCannotBeOne(String raw) {
        assertThat(SourceTime.parse(raw)).isEmpty();
    }
}
