package app.ascent.autotask;

import org.jspecify.annotations.Nullable;

/**
 * How gently imports call Autotask.
 *
 * @param sharePercent of the tenant's hourly calls, all integrations counted, at which Ascent stops
 * @param quietHours in which imports make no call; null for none
 */
public record Pace(int sharePercent, @Nullable QuietHours quietHours) {

    /** Below this an import of a small tenant would take days, which nobody means by gentle. */
    public static final int GENTLEST = 10;
}
