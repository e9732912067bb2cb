package app.ascent.sandbox.web;

import app.ascent.sandbox.tenant.AttachmentOwner;
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
 * @param files for files that are reached by what they are attached to
 * @param secondZone whether it is an address in the zone the tenant may move to
 */
record Route(Endpoint endpoint, @Nullable Entity entity, long id, @Nullable Files files, boolean secondZone) {

    /**
     * Files of one kind of owner.
     *
     * @param of the id of the owner, where the address has it
     */
    record Files(AttachmentOwner owner, @Nullable Long of) {}

    private static final String SERVICE = "atservicesrest";
    private static final String VERSION = "v1.0";
    static final String SECOND_ZONE = "zone2";

    private Route(Endpoint endpoint, boolean secondZone) {
        this(endpoint, null, 0, null, secondZone);
    }

    /** @param path behind {@code /sandbox} */
    static Route of(String path) {
        List<String> segments = Arrays.stream(path.toLowerCase(Locale.ROOT).split("/"))
                .filter(segment -> !segment.isEmpty())
                .toList();
        boolean second = !segments.isEmpty() && segments.getFirst().equals(SECOND_ZONE);
        List<String> rest = second ? segments.subList(1, segments.size()) : segments;
        if (segments.isEmpty() || segments.getFirst().equals("autotask")) {
            return new Route(Endpoint.PAGE, false);
        }
        if (rest.size() < 2 || !rest.getFirst().equals(SERVICE)) {
            return unknown(second);
        }
        if (rest.size() == 2 && rest.get(1).equals("versioninformation")) {
            return new Route(Endpoint.VERSION_INFORMATION, second);
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
                return new Route(service, second);
            }
        }
        Optional<Route> files = files(segments, second);
        if (files.isPresent()) {
            return files.get();
        }
        Optional<Entity> entity = segments.isEmpty() ? Optional.empty() : Entity.ofPath(segments.getFirst());
        return entity.map(known -> records(known, segments.subList(1, segments.size()), second))
                .orElse(unknown(second));
    }

    /** Below what they are attached to, as in {@code Tickets/7/Attachments/9}, or as in {@code TicketAttachments/9}. */
    private static Optional<Route> files(List<String> segments, boolean second) {
        boolean below = segments.size() > 2 && segments.get(2).equals("attachments") && isId(segments.get(1));
        Optional<AttachmentOwner> owner = segments.isEmpty()
                ? Optional.empty()
                : below ? AttachmentOwner.ofPath(segments.getFirst()) : AttachmentOwner.ofFiles(segments.getFirst());
        return owner.map(known -> {
            var files = new Files(known, below ? Long.valueOf(segments.get(1)) : null);
            List<String> rest = segments.subList(below ? 3 : 1, segments.size());
            if (below && rest.isEmpty()) {
                return new Route(Endpoint.FILES, Entity.ATTACHMENT_INFO, 0, files, second);
            }
            Route found = records(Entity.ATTACHMENT_INFO, rest, second);
            return switch (found.endpoint()) {
                case ITEM -> new Route(Endpoint.CONTENT, Entity.ATTACHMENT_INFO, found.id(), files, second);
                case QUERY, COUNT, NEXT, PREVIOUS ->
                    below ? unknown(second) : new Route(found.endpoint(), Entity.ATTACHMENT_INFO, 0, files, second);
                default -> unknown(second);
            };
        });
    }

    private static boolean isId(String segment) {
        return segment.matches("-?\\d{1,18}");
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
                    default -> isId(rest) ? Endpoint.ITEM : Endpoint.UNKNOWN;
                };
        long id = endpoint == Endpoint.ITEM ? Long.parseLong(rest) : 0;
        return endpoint == Endpoint.UNKNOWN ? unknown(second) : new Route(endpoint, entity, id, null, second);
    }

    private static Route unknown(boolean second) {
        return new Route(Endpoint.UNKNOWN, second);
    }
}
