package app.ascent.sandbox.web;

import app.ascent.sandbox.tenant.Entity;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * An address of the practice tenant; its case does not matter.
 *
 * @param entity for calls about records
 * @param id for a single record
 * @param secondZone whether it is an address in the zone the tenant may move to
 */
record Route(Endpoint endpoint, @Nullable Entity entity, long id, boolean secondZone) {

    private static final String SERVICE = "atservicesrest";
    private static final String VERSION = "v1.0";
    static final String SECOND_ZONE = "zone2";

    /** @param path behind {@code /sandbox} */
    static Route of(String path) {
        List<String> segments = Arrays.stream(path.toLowerCase(Locale.ROOT).split("/"))
                .filter(segment -> !segment.isEmpty())
                .toList();
        boolean second = !segments.isEmpty() && segments.getFirst().equals(SECOND_ZONE);
        List<String> rest = second ? segments.subList(1, segments.size()) : segments;
        if (segments.isEmpty() || segments.getFirst().equals("autotask")) {
            return new Route(Endpoint.PAGE, null, 0, false);
        }
        if (rest.size() < 2 || !rest.getFirst().equals(SERVICE)) {
            return unknown(second);
        }
        if (rest.size() == 2 && rest.get(1).equals("versioninformation")) {
            return new Route(Endpoint.VERSION_INFORMATION, null, 0, second);
        }
        return rest.get(1).equals(VERSION) ? api(rest.subList(2, rest.size()), second) : unknown(second);
    }

    private static Route api(List<String> segments, boolean second) {
        if (segments.size() == 1) {
            Endpoint service =
                    switch (segments.getFirst()) {
                        case "zoneinformation" -> Endpoint.ZONE_INFORMATION;
                        case "version" -> Endpoint.VERSION;
                        case "thresholdinformation" -> Endpoint.THRESHOLD;
                        default -> Endpoint.UNKNOWN;
                    };
            if (service != Endpoint.UNKNOWN) {
                return new Route(service, null, 0, second);
            }
        }
        Optional<Entity> entity = segments.isEmpty() ? Optional.empty() : Entity.ofPath(segments.getFirst());
        return entity.map(known -> records(known, segments.subList(1, segments.size()), second))
                .orElse(unknown(second));
    }

    private static Route records(Entity entity, List<String> segments, boolean second) {
        String rest = String.join("/", segments);
        Endpoint endpoint =
                switch (rest) {
                    case "" -> Endpoint.COLLECTION;
                    case "query" -> Endpoint.QUERY;
                    case "query/count" -> Endpoint.COUNT;
                    case "query/next" -> Endpoint.NEXT;
                    case "query/previous" -> Endpoint.PREVIOUS;
                    case "entityinformation" -> Endpoint.INFORMATION;
                    case "entityinformation/fields" -> Endpoint.FIELDS;
                    case "entityinformation/userdefinedfields" -> Endpoint.USER_FIELDS;
                    default -> rest.matches("-?\\d{1,18}") ? Endpoint.ITEM : Endpoint.UNKNOWN;
                };
        long id = endpoint == Endpoint.ITEM ? Long.parseLong(rest) : 0;
        return endpoint == Endpoint.UNKNOWN ? unknown(second) : new Route(endpoint, entity, id, second);
    }

    private static Route unknown(boolean second) {
        return new Route(Endpoint.UNKNOWN, null, 0, second);
    }
}
