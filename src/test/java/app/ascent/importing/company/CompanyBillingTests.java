package app.ascent.importing.company;

import static app.ascent.importing.company.CompanyMapping.map;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import app.ascent.crm.ClientFields;
import app.ascent.importing.Payload;
import app.ascent.migration.spi.Finding;
import app.ascent.migration.spi.Mapped.Ready;
import app.ascent.migration.spi.Reason;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Which address a client is billed at. */
class CompanyBillingTests {

    @ParameterizedTest
    @ValueSource(strings = {"1", "null"})
    void leavesBillingEmptyWithoutAnAddressOfItsOwn(String use) {
        Ready<ClientFields> mapped =
                map(Payload.company().json("billToAddressToUse", use).with("billToAttention", "Accounts"));

        assertThat(billing(mapped)).containsOnlyNulls();
        assertThat(mapped.details().originals()).containsEntry("billToAttention", "Accounts");
        assertThat(mapped.findings()).isEmpty();
    }

    @Test
    void leavesBillingEmptyWhenTheCompanyAddressIsUsedThoughAnotherOneIsThere() {
        assertThat(billing(map(billed().with("billToAddressToUse", 1)))).containsOnlyNulls();
    }

    @Test
    void fillsBillingFromAnAddressOfItsOwn() {
        Ready<ClientFields> mapped = map(billed().with("billToAddressToUse", 2));

        assertThat(billing(mapped))
                .containsExactly("Accounts", "Elbe 1", "Floor 0", "Box 9", "Kiel", "SH", "00123", "Germany");
        assertThat(mapped.findings()).isEmpty();
    }

    @Test
    void remarksOnBillingAtALocation() {
        Ready<ClientFields> mapped = map(billed().with("billToAddressToUse", 3).with("billToCompanyLocationID", 5123));

        assertThat(billing(mapped)).containsOnlyNulls();
        assertThat(mapped.findings())
                .extracting(Finding::reason, Finding::field, Finding::value)
                .containsExactly(tuple(Reason.REFERENCE_MISSING, "billToCompanyLocationID", "5123"));
    }

    @ParameterizedTest
    @CsvSource(
            value = {"4, Parent organization", "9, Anderswo", "77, NULL", "5, Old billing address"},
            nullValues = "NULL")
    void doesNotThrowAwayABillingAddressForAnUnknownChoice(String use, @Nullable String label) {
        Ready<ClientFields> filled = map(billed().json("billToAddressToUse", use));
        Ready<ClientFields> empty = map(Payload.company().json("billToAddressToUse", use));

        assertThat(filled.target().billingCity()).isEqualTo("Kiel");
        assertThat(filled.findings())
                .containsExactly(Finding.unknownValue("billToAddressToUse", use, label, "Billing address"));
        assertThat(empty.target().billingCity()).isNull();
        assertThat(empty.findings())
                .containsExactly(Finding.unknownValue("billToAddressToUse", use, label, "No billing address"));
    }

    private static Payload billed() {
        return Payload.company()
                .with("billToAttention", "Accounts")
                .with("billingAddress1", "Elbe 1")
                .with("billingAddress2", "Floor 0")
                .with("billToAdditionalAddressInformation", "Box 9")
                .with("billToCity", "Kiel")
                .with("billToState", "SH")
                .with("billToZipCode", "00123")
                .with("billToCountryID", 81);
    }

    private static List<@Nullable String> billing(Ready<ClientFields> mapped) {
        ClientFields client = mapped.target();
        return Arrays.asList(
                client.billingAttention(),
                client.billingAddress1(),
                client.billingAddress2(),
                client.billingAdditionalAddress(),
                client.billingCity(),
                client.billingState(),
                client.billingPostalCode(),
                client.billingCountry());
    }
}
