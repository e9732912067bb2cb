package app.ascent.autotask.client;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** How many records of each entity fit into one answer, as far as this session has found out. */
final class PageSizes {

    private final Map<String, Integer> sizes = new ConcurrentHashMap<>();

    int of(String entity) {
        return sizes.getOrDefault(entity, PageReader.PAGE_SIZE);
    }

    /** An answer of so many records was too long. */
    int tooLarge(String entity, int size) {
        int half = Math.max(1, size / 2);
        sizes.put(entity, half);
        return half;
    }

    /** An answer of so many records was short enough; where it took less than a quarter of the room, twice as many fit. */
    void fitted(String entity, int size, long bytes, long room) {
        if (size < PageReader.PAGE_SIZE && bytes < room / 4) {
            sizes.put(entity, Math.min(PageReader.PAGE_SIZE, 2 * size));
        }
    }
}
