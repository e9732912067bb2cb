package app.ascent.importing.time;

import app.ascent.migration.spi.Dictionary;
import java.time.ZoneId;
import java.util.Map;
import java.util.Set;

/**
 * The zone of the organization, in which a day is told that Autotask does not name. It stands in the dictionary, since mapping asks
 * nobody: so it is the same for a whole run.
 */
final class RunZone {

    private static final String TABLE = "Zone";
    static final Set<String> TABLES = Set.of(TABLE);
    private static final String ZONE = "zone";

    private RunZone() {}

    static Dictionary table(ZoneId zone) {
        return new Dictionary(Map.of(TABLE, Map.of(ZONE, new Dictionary.Entry(ZONE, zone.getId(), true, true, null))));
    }

    static ZoneId of(Dictionary dictionary) {
        return ZoneId.of(dictionary.find(TABLE, ZONE).orElseThrow().label());
    }
}
