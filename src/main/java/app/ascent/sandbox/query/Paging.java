package app.ascent.sandbox.query;

import java.util.ArrayList;
import java.util.List;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The token in a paging address: a cursor over ids, with the way back.
 *
 * @param previousIds where this page and those before it began; the first began behind -1
 * @param nextIds last id of this page
 */
public record Paging(int pageSize, List<Long> previousIds, List<Long> nextIds) {

    private static final int MOST_STEPS_BACK = 50;
    private static final JsonMapper JSON = JsonMapper.shared();

    /** Before the first page. */
    public static Paging start(int pageSize) {
        return new Paging(pageSize, List.of(), List.of(-1L));
    }

    public static Paging parse(String token) {
        try {
            JsonNode node = JSON.readTree(token);
            int pageSize = node.path("pageSize").asInt(0);
            List<Long> previousIds = ids(node.path("previousIds"));
            List<Long> nextIds = ids(node.path("nextIds"));
            if (pageSize >= 1 && pageSize <= 500 && !previousIds.isEmpty() && !nextIds.isEmpty()) {
                return new Paging(pageSize, previousIds, nextIds);
            }
        } catch (JacksonException e) {
            throw invalid();
        }
        throw invalid();
    }

    private static List<Long> ids(JsonNode array) {
        return array.valueStream().map(node -> node.asLong(-1)).toList();
    }

    private static QueryRefused invalid() {
        return QueryRefused.invalid("Invalid query syntax. The paging token is not valid.");
    }

    public String token() {
        return JSON.writeValueAsString(this);
    }

    /** Behind which id the page that follows this token begins. */
    public long after() {
        return nextIds.getLast();
    }

    /** The token to the page behind the one that began here and ended with {@code lastId}. */
    public Paging next(long lastId) {
        List<Long> back = new ArrayList<>(previousIds);
        back.add(after());
        List<Long> kept = back.subList(Math.max(0, back.size() - MOST_STEPS_BACK), back.size());
        return new Paging(pageSize, List.copyOf(kept), List.of(lastId));
    }

    /** The place one page back. */
    public Paging previous() {
        return new Paging(pageSize, previousIds.subList(0, previousIds.size() - 1), List.of(previousIds.getLast()));
    }
}
