package app.ascent.importing.company;

import static org.assertj.core.api.Assertions.assertThat;

import app.ascent.identity.OrganizationId;
import app.ascent.migration.spi.DecidableField;
import app.ascent.migration.spi.Dictionary;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CompanyTypesTests {

    @ParameterizedTest
    @CsvSource(
            value = {
                "1, Customer, CUSTOMER", "2, Lead, LEAD", "3, Prospect, PROSPECT", "7, Vendor, VENDOR",
                "8, Partner, PARTNER", "4, Dead, FORMER", "6, Cancelation, FORMER", "6, Cancellation, FORMER",
                "99, ' vendor ', VENDOR", "99, CUSTOMER, CUSTOMER", "1, Partner, PARTNER", "5, Distributor, NULL",
                "1, '', NULL", "1, Kunde, NULL",
            },
            nullValues = "NULL")
    void proposesByLabelForValuesOfTheTenant(String value, String label, @Nullable String target) {
        assertThat(CompanyTypes.proposal(new Dictionary.Entry(value, label, true, false, null)))
                .isEqualTo(target);
    }

    @ParameterizedTest
    @CsvSource(
            value = {
                "1, Kunde, CUSTOMER", "2, Interessent, LEAD", "3, Anwärter, PROSPECT", "4, Tot, FORMER",
                "6, Gekündigt, FORMER", "7, Lieferant, VENDOR", "8, Mitstreiter, PARTNER", "5, Sonstige, NULL",
                "7, Customer, CUSTOMER",
            },
            nullValues = "NULL")
    void proposesByIdForAutotasksOwnValuesInAnotherLanguage(String value, String label, @Nullable String target) {
        assertThat(CompanyTypes.proposal(new Dictionary.Entry(value, label, true, true, null)))
                .isEqualTo(target);
    }

    @Test
    void offersEveryTypeAndFallsBackToCustomer() {
        assertThat(CompanyTypes.decidable().targets().of(new OrganizationId(UUID.randomUUID())))
                .extracting(DecidableField.Target::key)
                .containsExactly("CUSTOMER", "PROSPECT", "LEAD", "VENDOR", "PARTNER", "FORMER", "OTHER");
        assertThat(CompanyTypes.decidable().fallback()).isEqualTo("CUSTOMER");
    }
}
