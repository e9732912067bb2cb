package app.ascent.importing.contact;

import static app.ascent.importing.contact.ContactMapping.map;
import static org.assertj.core.api.Assertions.assertThat;

import app.ascent.crm.ContactFields;
import app.ascent.importing.Payload;
import app.ascent.migration.spi.Mapped.Ready;
import app.ascent.migration.spi.Mapped.Unsaid;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Where a contact says nothing, or nothing that leads anywhere, so that no value of Ascent gives way to it. */
class ContactSilenceTests {

    @Test
    void hasAWordOnEveryFieldThatItFills() {
        assertThat(map(Payload.contact()).unsaid()).isEqualTo(Unsaid.NONE);
    }

    @ParameterizedTest
    @CsvSource({"namePrefix, 4711", "nameSuffix, 4711", "countryID, 999"})
    void saysNothingByWhatLeadsNowhere(String field, long value) {
        assertThat(map(Payload.contact().with(field, value)).unsaid().unresolved())
                .containsExactly(field);
    }

    @ParameterizedTest
    @CsvSource({
        "lastName, null",
        "isActive, null",
        "isActive, '\"maybe\"'",
        "receivesEmailNotifications, null",
        "emailAddress, null",
        "emailAddress, '\"no address\"'",
        "note, null",
        "note, '\" \"'"
    })
    void onlyHasSomethingStandIn(String field, String json) {
        Ready<ContactFields> mapped = map(Payload.contact().json(field, json));

        assertThat(mapped.unsaid().assumed()).containsExactly(field);
        assertThat(mapped.unsaid().unresolved()).isEmpty();
    }

    @Test
    void saysNothingOfMailingsOnlyWhereBothFieldsAreSilent() {
        Payload silent = Payload.contact().withNull("isOptedOutFromBulkEmail", "solicitationOptOut");

        assertThat(map(silent).unsaid().assumed()).containsExactly("solicitationOptOut");
        assertThat(map(silent.with("isOptedOutFromBulkEmail", true)).unsaid().assumed())
                .isEmpty();
        assertThat(map(silent.with("solicitationOptOut", true)).unsaid().assumed())
                .isEmpty();
    }
}
