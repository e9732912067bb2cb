package app.ascent.migration.spi;

import static org.assertj.core.api.Assertions.assertThat;

import app.ascent.migration.spi.Scope.Limits;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

class ScopeLimitsTests {

    private static final Instant ANY = Instant.parse("2026-01-01T00:00:00Z");

    @Test
    void beginTheirDayWhereTheOrganizationDoes() {
        Limits limits = new Limits(LocalDate.of(2024, 1, 1), ZoneId.of("Europe/Berlin"), null);

        assertThat(limits.takes(Instant.parse("2023-12-31T23:00:00Z"), OptionalLong.empty()))
                .isTrue();
        assertThat(limits.takes(Instant.parse("2023-12-31T22:59:59Z"), OptionalLong.empty()))
                .isFalse();
    }

    @Test
    void takeWhatIsJustAsLargeAsTheySay() {
        Limits limits = new Limits(null, null, 10L);

        assertThat(limits.takes(ANY, OptionalLong.of(10))).isTrue();
        assertThat(limits.takes(ANY, OptionalLong.of(11))).isFalse();
    }

    @Test
    void sayNothingOfWhatNobodyTells() {
        Limits limits = new Limits(LocalDate.of(2024, 1, 1), ZoneId.of("UTC"), 10L);

        assertThat(limits.takes(null, OptionalLong.empty())).isTrue();
    }
}
