package app.ascent.importing.contract;

import app.ascent.migration.spi.Dictionary;
import java.time.LocalDate;
import java.util.Map;
import java.util.Set;

/**
 * The day for which a run reads what changes by the day. It stands in the dictionary, since mapping has no clock: so it is the
 * same for a whole run, and a later one that asks Autotask nothing goes by the day on which was read what it maps.
 */
final class RunDay {

    private static final String TABLE = "Run";
    static final Set<String> TABLES = Set.of(TABLE);
    private static final String DAY = "day";

    private RunDay() {}

    static Dictionary table(LocalDate day) {
        return new Dictionary(Map.of(TABLE, Map.of(DAY, new Dictionary.Entry(DAY, day.toString(), true, true, null))));
    }

    static LocalDate of(Dictionary dictionary) {
        return LocalDate.parse(dictionary.find(TABLE, DAY).orElseThrow().label());
    }
}
