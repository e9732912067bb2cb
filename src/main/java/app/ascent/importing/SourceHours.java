package app.ascent.importing;

import app.ascent.migration.SentRecords.Became;
import app.ascent.migration.spi.MigrationId;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The hours of both sides: what Autotask sent, record by record, and what stands in Ascent of it. */
public interface SourceHours {

    /** The type whose records have hours. */
    String ENTITY = "timeEntries";

    /**
     * What was worked for a client in a month.
     *
     * @param client null where the company is not in Ascent, or nobody can tell whose time it is
     * @param month null of entries that tell neither a date nor a length
     * @param became what the import made of the entries; what stands in Ascent was loaded, whatever the last run made of it
     * @param minutes by the rule by which entries are imported
     * @param billableMinutes what invoices count of it
     */
    record Sum(
            @Nullable UUID client, YearMonth month, Became became, long entries, long minutes, long billableMinutes) {}

    /**
     * What Autotask has.
     *
     * @param unmeasured entries that do not say how long they took, and count nowhere
     */
    record Hours(List<Sum> sums, long unmeasured) {}

    /**
     * What Autotask has, as it was last read.
     *
     * @param from the first day, or null
     * @param to the last day, or null
     */
    Hours of(MigrationId migration, @Nullable LocalDate from, @Nullable LocalDate to);

    /**
     * What came from there and stands in Ascent.
     *
     * @param edited how many of these entries people changed
     */
    record Standing(
            @Nullable UUID client, YearMonth month, long entries, long minutes, long billableMinutes, long edited) {}

    /** What clients are called; those that are gone are absent. */
    Map<UUID, String> names(Collection<UUID> clients);

    List<Standing> standing(MigrationId migration, @Nullable LocalDate from, @Nullable LocalDate to);
}
