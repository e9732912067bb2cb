package app.ascent.desk.time.web;

import app.ascent.desk.time.BillingState;
import app.ascent.desk.time.TimeSums;
import app.ascent.text.Hours;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What a list of time comes to, as its page says it.
 *
 * @param states in the order of the way to an invoice; what is not billable comes last
 */
record TimeFigures(
        String hours, String billable, long entries, State unbilled, List<State> states, @Nullable String notBillable) {

    /** @param percent of all hours */
    record State(BillingState state, String hours, String billed, long entries, long percent) {

        /** Whether an invoice counts more of it, or less. */
        public boolean differs() {
            return state != BillingState.NOT_BILLABLE && !billed.equals(hours);
        }
    }

    static TimeFigures of(TimeSums sums) {
        List<State> states = Arrays.stream(BillingState.values())
                .filter(state -> state != BillingState.NOT_BILLABLE)
                .map(state -> of(sums, state))
                .toList();
        State notBillable = of(sums, BillingState.NOT_BILLABLE);
        return new TimeFigures(
                Hours.figure(sums.minutes()),
                Hours.figure(sums.billableMinutes()),
                sums.entries(),
                states.getFirst(),
                Stream.concat(states.stream(), Stream.of(notBillable)).toList(),
                notBillable.entries() == 0 ? null : notBillable.hours());
    }

    private static State of(TimeSums sums, BillingState state) {
        TimeSums.Sum sum = sums.of(state);
        long all = sums.minutes();
        return new State(
                state,
                Hours.figure(sum.minutes()),
                Hours.figure(sum.billedMinutes()),
                sum.entries(),
                all == 0 ? 0 : Math.round(100.0 * sum.minutes() / all));
    }
}
