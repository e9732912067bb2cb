package app.ascent.sandbox.web;

import app.ascent.sandbox.SandboxComponent;
import app.ascent.sandbox.faults.Faults;
import app.ascent.sandbox.faults.Variant;
import app.ascent.sandbox.query.Paging;
import app.ascent.sandbox.query.Projection;
import app.ascent.sandbox.query.QueryRefused;
import app.ascent.sandbox.query.Search;
import app.ascent.sandbox.query.SearchParser;
import app.ascent.sandbox.query.Selection;
import app.ascent.sandbox.tenant.AttachmentOwner;
import app.ascent.sandbox.tenant.Entity;
import app.ascent.sandbox.tenant.Row;
import app.ascent.sandbox.tenant.Tenant;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.LongPredicate;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;

/** Answers that hold records, or how many there are. */
@SandboxComponent
class RecordAnswers {

    private record Count(long queryCount) {}

    private static final int LONGEST_BODY = 1_000_000;

    private final Tenant tenant;
    private final Faults faults;
    private final Json json = new Json();

    RecordAnswers(Tenant tenant, Faults faults) {
        this.tenant = tenant;
        this.faults = faults;
    }

    /**
     * A page of a query. The address of the next page repeats the query when it came in the address; when it came in
     * the body, it must come there again.
     */
    Reply page(Route route, Entity entity, HttpServletRequest request) throws IOException {
        boolean first = route.endpoint() == Endpoint.QUERY;
        boolean get = request.getMethod().equals("GET");
        String query = get ? request.getParameter("search") : body(request);
        if (get && query == null && !first) {
            return Answer.methodNotAllowed("GET");
        }
        try {
            Search search = parse(route, entity, query);
            Paging token = first
                    ? Paging.start(search.maxRecords())
                    : Paging.parse(Objects.requireNonNullElse(request.getParameter("paging"), ""));
            Paging start = route.endpoint() == Endpoint.PREVIOUS ? token.previous() : token;
            long cursor = Math.max(start.after(), search.after());
            faults.dueChanges(entity.path(), cursor).forEach(tenant::apply);
            String path = route.files() == null
                    ? entity.path()
                    : route.files().owner().files();
            String base = Address.service(request, route.secondZone()) + "V1.0/" + path + "/query/";
            String suffix = get && query != null ? "&search=" + Address.encode(query) : "";
            return new Reply.Stream(out -> write(out, entity, search, start, base, suffix));
        } catch (QueryRefused refused) {
            return refusal(refused);
        }
    }

    private void write(JsonGenerator out, Entity entity, Search search, Paging start, String base, String suffix) {
        boolean zone = !faults.has(Variant.DATES_WITHOUT_ZONE);
        out.writeStartObject();
        out.writeArrayPropertyStart("items");
        Selection.Page page = selection(entity)
                .page(
                        search,
                        start.after(),
                        start.pageSize(),
                        row -> json.write(out, entity, row, search.projection(), zone));
        out.writeEndArray();
        out.writeObjectPropertyStart("pageDetails");
        out.writeNumberProperty("count", page.count());
        out.writeNumberProperty("requestCount", start.pageSize());
        String previous = start.previousIds().isEmpty() ? null : address(base + "previous", start, suffix);
        out.writeStringProperty("prevPageUrl", previous);
        String next = page.more() ? address(base + "next", start.next(page.lastId()), suffix) : null;
        out.writeStringProperty("nextPageUrl", next);
        out.writeEndObject();
        out.writeEndObject();
    }

    private static String address(String path, Paging paging, String suffix) {
        return path + "?paging=" + Address.encode(paging.token()) + suffix;
    }

    Reply count(Route route, Entity entity, HttpServletRequest request) throws IOException {
        String query = request.getMethod().equals("GET") ? request.getParameter("search") : body(request);
        try {
            return Answer.json(new Count(selection(entity).count(parse(route, entity, query))));
        } catch (QueryRefused refused) {
            return refusal(refused);
        }
    }

    /** One record; one that does not exist, or is not to be seen, is null and no error. */
    Reply item(Entity entity, long id) {
        Row row = selection(entity).find(id);
        if (row == null && faults.has(Variant.MISSING_ID_404)) {
            return Answer.message(404, Map.of("Message", "No HTTP resource was found that matches the request URI."));
        }
        return new Reply.Stream(out -> {
            out.writeStartObject();
            out.writeName("item");
            if (row == null) {
                out.writeNull();
            } else {
                json.write(out, entity, row, Projection.ALL, !faults.has(Variant.DATES_WITHOUT_ZONE));
            }
            out.writeEndObject();
        });
    }

    Selection selection(Entity entity) {
        return new Selection(tenant.table(entity), hides(entity));
    }

    private @Nullable LongPredicate hides(Entity entity) {
        if (faults.access(entity.path()) == 2) {
            return id -> tenant.hides(entity, id);
        }
        boolean hours = entity == Entity.TIME_ENTRIES && faults.has(Variant.NON_BILLABLE_TIME_HIDDEN);
        return hours ? tenant::isNotBillable : null;
    }

    private Search parse(Route route, Entity entity, @Nullable String query) {
        Search search = SearchParser.parse(
                Objects.requireNonNullElse(query, "{}"), entity.schema(), faults.has(Variant.LOWER_CASE_MAX_RECORDS));
        if (entity == Entity.ATTACHMENT_INFO) {
            boolean several = !faults.has(Variant.FILES_OF_ONE_OWNER);
            Set<String> owners = route.files() == null
                    ? AttachmentOwner.fields()
                    : Set.of(route.files().owner().field());
            if (!search.goesBy(owners, several)) {
                throw QueryRefused.invalid("Invalid query syntax. A filter on the id of "
                        + (several ? "a parent" : "one parent") + " is required for the "
                        + entity.schema().name() + " Entity.");
            }
        }
        return search;
    }

    private static String body(HttpServletRequest request) throws IOException {
        return new String(request.getInputStream().readNBytes(LONGEST_BODY), StandardCharsets.UTF_8);
    }

    private Answer refusal(QueryRefused refused) {
        return switch (refused.kind()) {
            case MALFORMED -> Answer.message(400, Map.of("Message", String.valueOf(refused.getMessage())));
            case NO_FILTER -> Answer.errors(faults.has(Variant.MISSING_FILTER_400) ? 400 : 500, text(refused));
            case INVALID -> Answer.errors(500, text(refused));
        };
    }

    private static String text(QueryRefused refused) {
        return String.valueOf(refused.getMessage());
    }
}
