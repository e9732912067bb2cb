package app.ascent.web;

import java.time.Clock;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** The time zones a person chooses from: by region, each place with its present distance from UTC. */
@Component("timeZones")
public class TimeZones {

    private static final String UTC = "UTC";
    private static final List<String> REGIONS = List.of(
            "Africa",
            "America",
            "Antarctica",
            "Arctic",
            "Asia",
            "Atlantic",
            "Australia",
            "Europe",
            "Indian",
            "Pacific");

    /** Former names of places, and parts of countries that are called after no place; they count, but nobody looks for them. */
    private static final Pattern OUTDATED = Pattern.compile("Antarctica/.*|.*/ComodRivadavia"
            + "|Africa/(Asmera|Timbuktu)"
            + "|America/(Atka|Buenos_Aires|Catamarca|Coral_Harbour|Cordoba|Ensenada|Fort_Wayne|Godthab|Indianapolis|Jujuy"
            + "|Knox_IN|Louisville|Mendoza|Montreal|Porto_Acre|Rosario|Santa_Isabel|Shiprock|Virgin)"
            + "|Asia/(Ashkhabad|Calcutta|Chongqing|Chungking|Dacca|Harbin|Istanbul|Kashgar|Katmandu|Macao|Rangoon|Saigon"
            + "|Tel_Aviv|Thimbu|Ujung_Pandang|Ulan_Bator)"
            + "|Atlantic/(Faeroe|Jan_Mayen)"
            + "|Australia/(ACT|Canberra|Currie|LHI|NSW|North|Queensland|South|Tasmania|Victoria|West|Yancowinna)"
            + "|Europe/(Belfast|Kiev|Nicosia|Tiraspol|Uzhgorod|Zaporozhye)"
            + "|Pacific/(Enderbury|Johnston|Ponape|Samoa|Truk|Yap)");

    private final Clock clock;

    TimeZones(Clock clock) {
        this.clock = clock;
    }

    /** One zone of the list; {@code id} as {@link ZoneId} reads it. */
    public record Choice(String id, String label) {}

    /** May this be chosen? Fixed offsets may not, since they forget daylight saving. */
    public static boolean offers(String id) {
        int slash = id.indexOf('/');
        return id.equals(UTC)
                || slash > 0
                        && REGIONS.contains(id.substring(0, slash))
                        && ZoneId.getAvailableZoneIds().contains(id);
    }

    /** The name under which a zone stands in the list, where it has one. */
    public static String name(ZoneId zone) {
        return zone.normalized().equals(ZoneOffset.UTC) ? UTC : zone.getId();
    }

    private static boolean isListed(String id) {
        return offers(id) && !OUTDATED.matcher(id).matches();
    }

    /** The zones by region; {@code chosen} is among them even if nobody could choose it now. */
    public Map<String, List<Choice>> choices(String chosen) {
        return Stream.concat(ZoneId.getAvailableZoneIds().stream().filter(TimeZones::isListed), Stream.of(chosen))
                .filter(id -> !id.isBlank())
                .distinct()
                .sorted()
                .collect(Collectors.groupingBy(
                        TimeZones::region, TreeMap::new, Collectors.mapping(this::choice, Collectors.toList())));
    }

    private static String region(String id) {
        int slash = id.indexOf('/');
        return slash > 0 ? id.substring(0, slash) : UTC;
    }

    private Choice choice(String id) {
        return new Choice(id, id.equals(UTC) ? UTC : place(id) + distance(id));
    }

    private static String place(String id) {
        return id.substring(id.indexOf('/') + 1).replace('_', ' ').replace("/", ", ");
    }

    private String distance(String id) {
        try {
            ZoneId zone = ZoneId.of(id);
            return " (UTC" + zone.getRules().getOffset(clock.instant()).getId().replace("Z", "") + ")";
        } catch (DateTimeException unknown) {
            return ""; // what somebody typed and was refused is shown as it was
        }
    }
}
