package app.ascent.desk.time.web;

import app.ascent.desk.time.BillingState;
import app.ascent.text.Hours;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A time entry as one row of a list.
 *
 * @param item the number of what was worked on, or its name; null for a client alone
 * @param who whose time it is
 */
record TimeRow(
        UUID id,
        LocalDate date,
        String name,
        @Nullable String item,
        UUID clientId,
        String client,
        String who,
        long minutes,
        BillingState state,
        @Nullable String invoiceNumber,
        boolean imported) {

    public String duration() {
        return Hours.of(minutes);
    }
}
