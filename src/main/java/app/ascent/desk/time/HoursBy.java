package app.ascent.desk.time;

import app.ascent.crm.ClientId;
import java.time.YearMonth;
import org.jspecify.annotations.Nullable;

/**
 * What was worked, summed up.
 *
 * @param client for whom; null where all clients are one
 * @param month in which; null where all months are one
 * @param minutes that were worked
 * @param billableMinutes what invoices count, on whichever it is or may come to be
 * @param unbilledMinutes what of that is not on its way to an invoice yet
 */
public record HoursBy(
        @Nullable ClientId client,
        @Nullable YearMonth month,
        long minutes,
        long billableMinutes,
        long unbilledMinutes) {}
