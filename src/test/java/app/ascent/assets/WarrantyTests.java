package app.ascent.assets;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WarrantyTests {

    private static final LocalDate TODAY = LocalDate.of(2026, 5, 4);

    @ParameterizedTest
    @CsvSource({
        ",",
        "2200-12-31,",
        "2026-06-04,",
        "2026-06-03, WITHIN_30_DAYS",
        "2026-05-04, WITHIN_30_DAYS",
        "2026-05-03, EXPIRED",
        "1900-01-01, EXPIRED"
    })
    void isLookedAtFrom30DaysBeforeItsEnd(@Nullable LocalDate end, @Nullable Warranty expected) {
        assertThat(Warranty.on(TODAY, end)).isEqualTo(expected);
    }
}
