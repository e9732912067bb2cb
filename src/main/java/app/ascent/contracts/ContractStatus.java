package app.ascent.contracts;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How a contract stands. Four of these are said by somebody and kept; that an active one is about to expire, or has expired,
 * follows from its end and the day, so that nothing has to happen at midnight.
 */
public enum ContractStatus {
    DRAFT,
    ACTIVE,
    EXPIRING_SOON,
    EXPIRED,
    RENEWED,
    CANCELLED;

    /** How many days before its end a contract is said to expire soon. */
    static final int SOON = 30;

    /** Those that can be said. */
    public static ContractStatus[] said() {
        return List.of(DRAFT, ACTIVE, RENEWED, CANCELLED).toArray(ContractStatus[]::new);
    }

    /** What is kept where somebody says this, as whoever sends back what was told does. */
    ContractStatus kept() {
        return Arrays.asList(said()).contains(this) ? this : ACTIVE;
    }

    /** What this is on a day for a contract that ends then, or never. */
    ContractStatus on(LocalDate today, @Nullable LocalDate end) {
        if (this != ACTIVE || end == null || end.isAfter(today.plusDays(SOON))) {
            return this;
        }
        return end.isBefore(today) ? EXPIRED : EXPIRING_SOON;
    }
}
