package app.ascent.contracts;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ContractStatusTests {

    private static final LocalDate TODAY = LocalDate.of(2026, 4, 19);

    @ParameterizedTest
    @CsvSource({
        "ACTIVE, , ACTIVE",
        "ACTIVE, 2026-05-20, ACTIVE",
        "ACTIVE, 2026-05-19, EXPIRING_SOON",
        "ACTIVE, 2026-04-19, EXPIRING_SOON",
        "ACTIVE, 2026-04-18, EXPIRED",
        "DRAFT, 2026-04-18, DRAFT",
        "RENEWED, 2026-04-18, RENEWED",
        "CANCELLED, 2026-04-30, CANCELLED"
    })
    void followsFromItsLastDay(ContractStatus said, @Nullable LocalDate end, ContractStatus shown) {
        assertThat(said.on(TODAY, end)).isEqualTo(shown);
    }

    @ParameterizedTest
    @CsvSource({
        "DRAFT, DRAFT",
        "ACTIVE, ACTIVE",
        "EXPIRING_SOON, ACTIVE",
        "EXPIRED, ACTIVE",
        "RENEWED, RENEWED",
        "CANCELLED, CANCELLED"
    })
    void isKeptAsSomebodySaidIt(ContractStatus sent, ContractStatus kept) {
        assertThat(sent.kept()).isEqualTo(kept);
    }
}
