package app.ascent.importing.field;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AddressTests {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a@b",
                "Mara.Petersen@elbtal-optik.example",
                "o'neil+x@sub.example",
                "ü@müller.example",
                "first..last.@docomo.example",
                "a@host_1.example"
            })
    void acceptsOneAtWithTextOnBothSides(String address) {
        assertThat(EmailAddress.in(address)).contains(address);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "mailto:ana@x.example",
                "MailTo: ana@x.example",
                "mailto:ana@x.example?subject=Hello%20you",
                "mailto:ana%40x.example",
                "mailto:smtp:ana@x.example",
                "SMTP:ana@x.example",
                "E-Mail: ana@x.example",
                "<ana@x.example>",
                "<mailto:ana@x.example>",
                "ana@x.example;",
                "ana@x.example, ",
                "ana@x.example.",
                "; ana@x.example",
                "'ana@x.example'",
                "\"ana@x.example\"",
                "[ana@x.example]",
                "\"Petersen, Ana\"<ana@x.example>",
                "Ana Petersen <ana@x.example>",
                "Ana Petersen<ana@x.example>;",
                "Ana <ana@x.example",
                "Ana Petersen (ana@x.example)",
                "Ana Petersen [mailto:ana@x.example]",
                "ana@x.example (Ana Petersen)",
                "ana@x.example <mailto:ana@x.example>",
                "ANA@x.example <ana@x.example>",
                "(private) ana@x.example",
                "ana＠x.example",
                "\u200Bana@\u2060x.example\u00A0"
            })
    void takesTheAddressOutOfWhatIsWrittenAroundIt(String decorated) {
        assertThat(EmailAddress.in(decorated).map(EmailAddress::key)).contains("ana@x.example");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "n/a",
                "@example",
                "mara@",
                "@",
                "<>",
                "mailto:",
                "mara@x@y",
                "mara petersen@x",
                "Mara mara@x",
                "mara,petersen@x",
                "mara (at work) petersen@x",
                "a@b c",
                "a@b; c@d",
                "Mara <a@b>, Bo <c@d>",
                "a@\u00A0b",
                "a@b\tc",
                "a@.example",
                "a@b..example",
                "sip:a@b.example",
                "https://a@b.example",
                "a@b.example/path"
            })
    void refusesWhatIsNoAddressOrMayBeAnother(String text) {
        assertThat(EmailAddress.in(text)).isEmpty();
    }

    @Test
    void refusesRatherThanCutsAnOverlongAddress() {
        String domain = "@example.example";

        assertThat(EmailAddress.in("a".repeat(254 - domain.length()) + domain)).isPresent();
        assertThat(EmailAddress.in("<" + "a".repeat(254 - domain.length()) + domain + ">"))
                .isPresent();
        assertThat(EmailAddress.in("a".repeat(255 - domain.length()) + domain)).isEmpty();
        assertThat(EmailAddress.in("a@b ".repeat(10_000))).isEmpty();
        assertThat(EmailAddress.in(null)).isEmpty();
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
        "'ask\u00A0ana. thanks', 'ask\u00A0ana. thanks'",
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
        assertThat(SourceTime.read(raw)).hasToString("Optional[" + instant + "]");
    }

    @ParameterizedTest
    @ValueSource(strings = {"soon", "2023-02-30", "31.12.2020", "0000-00-00", "NaN"})
    void readsNoTimeFromWhatIsNone(String raw) {
        assertThat(SourceTime.read(raw)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "1899-12-31T23:59:59Z, false",
        "1900-01-01T00:00:00Z, true",
        "2200-12-31T23:59:59Z, true",
        "2201-01-01T00:00:00Z, false",
        "0001-01-01T00:00:00, false",
        "9999-12-31, false",
    })
    void tellsPlausibleTimesFromOthers(String raw, boolean plausible) {
        assertThat(SourceTime.read(raw).map(SourceTime::isPlausible)).contains(plausible);
    }
}
