package app.ascent.record.page;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PhonesTests {

    private final Phones phones = new Phones();

    @ParameterizedTest
    @CsvSource({
        "+44 117 496 0000,             tel:+441174960000",
        "+44 (0)117 496 0000,          tel:+441174960000",
        "0044 (0)117 496 0000,         tel:00441174960000",
        "(040) 5550-123,               tel:0405550123",
        "040/5550 123,                 tel:0405550123",
        "(212) 555-0100 x42,           tel:2125550100;ext=42",
        "212.555.0100 Ext. 7,          tel:2125550100;ext=7",
        "Tel. 040 5550 123 (privat),   tel:0405550123",
        "+49 40 111222 / +49 40 3334444, tel:+4940111222",
        "040 111222; 040 333444,       tel:040111222",
        "+٤٤ ١١٧ ٤٩٦,                  tel:+44117496",
        "ask reception,                ",
        "12,                           ",
        "'',                           ",
    })
    void dialWhatIsWrittenAsANumber(String written, String address) {
        assertThat(phones.href(written)).isEqualTo(address);
    }

    @ParameterizedTest
    @CsvSource({"12, tel:040555;ext=12", "' ', tel:040555", "x 9, tel:040555;ext=9"})
    void dialTheExtension(String extension, String address) {
        assertThat(phones.href("040 555", extension)).isEqualTo(address);
    }
}
