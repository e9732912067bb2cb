package app.ascent.sandbox.tenant;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;

/** Points in time of the tenant's past. */
final class Moments {

    /** What an empty date became in old desktop programs. */
    static final Instant OLE_ZERO = Instant.parse("1899-12-30T00:00:00Z");

    /** What an empty date becomes in the platform Autotask is written for. */
    static final Instant DOTNET_ZERO = Instant.parse("0001-01-01T00:00:00Z");

    static final Instant END_OF_TIME = Instant.parse("9999-12-31T00:00:00Z");

    private Moments() {}

    static Instant day(int year, int days) {
        return of(LocalDate.of(year, 1, 1).plusDays(days));
    }

    /** A date without a time. */
    static Instant of(LocalDate date) {
        return date.atStartOfDay(ZoneOffset.UTC).toInstant();
    }

    /** The date a record holds, or {@code otherwise} where it holds none. */
    static LocalDate day(@Nullable Object held, LocalDate otherwise) {
        return held instanceof Instant instant ? LocalDate.ofInstant(instant, ZoneOffset.UTC) : otherwise;
    }

    /** A moment in the {@code days} behind the first of January of {@code year}; some are whole days or seconds. */
    static Instant within(Dice dice, int year, int days) {
        Instant day = day(year, dice.below(days));
        return switch (dice.below(10)) {
            case 0 -> day;
            case 1, 2 -> day.plusSeconds(dice.below(86_400));
            default -> day.plusMillis(dice.below(86_400_000));
        };
    }
}
