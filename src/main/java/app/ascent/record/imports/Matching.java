package app.ascent.record.imports;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;

/**
 * Hands existing records out to source records. Whoever fits exactly one takes it from those behind, so that the outcome
 * is the same however the source records fall into batches; whoever fits several takes none, because a new one is made.
 */
public final class Matching {

    /** A record that fits; an adopted one carries the source id already. */
    public record Fit(long sourceId, UUID id, boolean adopted) {

        public static Fit of(ResultSet row, int number) throws SQLException {
            return new Fit(row.getLong("source_id"), row.getObject("id", UUID.class), row.getBoolean("adopted"));
        }
    }

    private Matching() {}

    public static List<ImportMatch> among(List<Fit> fits) {
        Map<Long, List<Fit>> wishes = new TreeMap<>();
        fits.forEach(fit -> wishes.computeIfAbsent(fit.sourceId(), sourceId -> new ArrayList<>())
                .add(fit));
        Set<UUID> taken = new HashSet<>();
        List<ImportMatch> matches = new ArrayList<>();
        wishes.forEach((sourceId, wished) -> {
            List<UUID> free = free(wished, taken);
            if (free.size() == 1) {
                taken.add(free.getFirst());
            }
            if (!free.isEmpty()) {
                matches.add(new ImportMatch(sourceId, free, wished.stream().anyMatch(Fit::adopted)));
            }
        });
        return matches;
    }

    private static List<UUID> free(List<Fit> wished, Set<UUID> taken) {
        return wished.stream()
                .filter(Fit::adopted)
                .findFirst()
                .map(fit -> List.of(fit.id()))
                .orElseGet(() -> wished.stream()
                        .map(Fit::id)
                        .filter(id -> !taken.contains(id))
                        .toList());
    }
}
