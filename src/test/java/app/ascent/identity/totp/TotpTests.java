package app.ascent.identity.totp;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TotpTests {

    /** The secret of the appendix of RFC 6238, whose codes there have eight digits: the last six are ours. */
    private static final String SECRET = Base32.encode("12345678901234567890".getBytes(StandardCharsets.US_ASCII));

    @ParameterizedTest
    @CsvSource({"59, 287082", "1111111109, 081804", "1111111111, 050471", "1234567890, 005924", "2000000000, 279037"})
    void makesTheCodesOfTheStandard(long second, String code) {
        assertThat(Totp.code(SECRET, Instant.ofEpochSecond(second))).isEqualTo(code);
    }

    @ParameterizedTest
    @CsvSource({"-31, false", "-30, true", "0, true", "30, true", "59, true", "60, false"})
    void takesACodeForOneStepBeforeAndAfter(long later, boolean taken) {
        Instant made = Instant.ofEpochSecond(1_111_111_110);

        assertThat(Totp.step(SECRET, "050471", made.plusSeconds(later), 0).isPresent())
                .isEqualTo(taken);
    }

    @Test
    void takesNoStepThatIsUsedUp() {
        Instant now = Instant.ofEpochSecond(1_111_111_111);
        long step = Totp.step(SECRET, "050471", now, 0).orElseThrow();

        assertThat(Totp.step(SECRET, "050471", now, step)).isEmpty();
        assertThat(Totp.step(SECRET, "050471", now, step - 1)).hasValue(step);
    }

    @ParameterizedTest
    @CsvSource({"f, MY", "fo, MZXQ", "foo, MZXW6", "foob, MZXW6YQ", "fooba, MZXW6YTB", "foobar, MZXW6YTBOI"})
    void writesSecretsAsAppsReadThem(String bytes, String text) {
        assertThat(Base32.encode(bytes.getBytes(StandardCharsets.US_ASCII))).isEqualTo(text);
        assertThat(Base32.decode(text)).isEqualTo(bytes.getBytes(StandardCharsets.US_ASCII));
    }

    @Test
    void tellsAnAppWhatItNeeds() {
        assertThat(Totp.address("ABCD", "zoe+it@fjordlight.example"))
                .isEqualTo("otpauth://totp/Ascent:zoe%2Bit%40fjordlight.example?secret=ABCD&issuer=Ascent"
                        + "&algorithm=SHA1&digits=6&period=30");
    }

    @Test
    void drawsAnImageThatAPageMayHold() {
        String address = QrImage.dataAddress(Totp.address(Totp.newSecret(), "zoe@fjordlight.example"));

        assertThat(address).startsWith("data:image/svg+xml;base64,");
        assertThat(new String(Base64.getDecoder().decode(address.substring(26)), StandardCharsets.UTF_8))
                .startsWith("<svg xmlns")
                .endsWith("</svg>")
                .doesNotContain("style", "script");
    }
}
