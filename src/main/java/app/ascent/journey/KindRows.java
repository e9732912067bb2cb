package app.ascent.journey;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * What is shown of one kind of record, for each of its types: contracts, their lines and their balances are one thing to
 * people. Kinds stand in the order in which the first of their types does.
 *
 * @param kind its name, which is that of its first type
 */
public record KindRows<T>(String kind, List<T> rows) {

    public static <T> List<KindRows<T>> of(Collection<T> rows, Function<T, String> kind) {
        Map<String, List<T>> byKind = new LinkedHashMap<>();
        rows.forEach(row -> byKind.computeIfAbsent(kind.apply(row), name -> new ArrayList<>())
                .add(row));
        return byKind.entrySet().stream()
                .map(each -> new KindRows<>(each.getKey(), each.getValue()))
                .toList();
    }

    /** Whether the kind is more than one type, so that each is a part of it. */
    public boolean parted() {
        return rows.size() > 1;
    }
}
