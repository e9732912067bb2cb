package app.ascent.importing.company;

import static app.ascent.importing.company.CompanyMapping.map;
import static org.assertj.core.api.Assertions.assertThat;

import app.ascent.crm.ClientFields;
import app.ascent.importing.Payload;
import app.ascent.migration.spi.Mapped.Ready;
import app.ascent.migration.spi.Mapped.Unsaid;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Where a company says nothing, or nothing that leads anywhere, so that no value of Ascent gives way to it. */
class CompanySilenceTests {

    @Test
    void hasAWordOnEveryFieldThatItFills() {
        assertThat(map(Payload.company()).unsaid()).isEqualTo(Unsaid.NONE);
    }

    @ParameterizedTest
    @CsvSource({
        "ownerResourceID, 29000099",
        "ownerResourceID, 29000002",
        "marketSegmentID, 4711",
        "territoryID, 4711",
        "countryID, 999"
    })
    void saysNothingByWhatLeadsNowhere(String field, long value) {
        assertThat(map(Payload.company().with(field, value)).unsaid().unresolved())
                .containsExactly(field);
    }

    @Test
    void saysNothingOfWhereInvoicesGoByALocation() {
        Payload atALocation = Payload.company().with("billToAddressToUse", 3).with("billToCity", "Kiel");

        assertThat(map(atALocation).unsaid().unresolved())
                .containsExactlyInAnyOrder(
                        "billToAttention",
                        "billingAddress1",
                        "billingAddress2",
                        "billToAdditionalAddressInformation",
                        "billToCity",
                        "billToState",
                        "billToZipCode",
                        "billToCountryID");
    }

    @Test
    void saysNothingOfACountryOfInvoicesThatIsNotListed() {
        Payload own = Payload.company()
                .with("billToAddressToUse", 2)
                .with("billToCity", "Kiel")
                .with("billToCountryID", 999);

        assertThat(map(own).unsaid().unresolved()).containsExactly("billToCountryID");
    }

    @ParameterizedTest
    @CsvSource({
        "companyName, null",
        "companyName, '\" \"'",
        "companyType, null",
        "companyType, 4711",
        "companyType, 12",
        "isActive, null",
        "isActive, '\"maybe\"'",
        "isTaxExempt, null"
    })
    void onlyHasSomethingStandIn(String field, String json) {
        Ready<ClientFields> mapped = map(Payload.company().json(field, json));

        assertThat(mapped.unsaid().assumed()).containsExactly(field);
        assertThat(mapped.unsaid().unresolved()).isEmpty();
    }

    @Test
    void doesNotSayWhatTheOwnOrganizationIsToItself() {
        Ready<?> own = (Ready<?>) map(new app.ascent.migration.spi.SourceId(0), Payload.ownOrganization());

        assertThat(own.unsaid().assumed()).contains("companyType");
    }
}
