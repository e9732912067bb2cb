package app.ascent.sandbox.tenant;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What companies have, of which there is little enough to be held.
 *
 * @param contracts one of each company that has any
 */
record Belongings(Map<Long, Long> contracts, Map<Long, List<Row>> devices, Map<Long, List<Row>> projects) {

    static Belongings of(Map<Long, Long> contracts, List<Row> devices, List<Row> projects) {
        return new Belongings(contracts, byCompany(devices), byCompany(projects));
    }

    private static Map<Long, List<Row>> byCompany(List<Row> rows) {
        Map<Long, List<Row>> byCompany = new HashMap<>();
        for (Row row : rows) {
            if (row.get("companyID") instanceof Long company) {
                byCompany.computeIfAbsent(company, _ -> new ArrayList<>()).add(row);
            }
        }
        return byCompany;
    }

    @Nullable
    Long contract(long company) {
        return contracts.get(company);
    }

    @Nullable
    Row device(long company, Dice dice) {
        return one(devices.getOrDefault(company, List.of()), dice);
    }

    @Nullable
    Row project(long company, Dice dice) {
        return one(projects.getOrDefault(company, List.of()), dice);
    }

    private static @Nullable Row one(List<Row> rows, Dice dice) {
        return rows.isEmpty() ? null : dice.pick(rows);
    }

    @Nullable
    Long contractOfAnother(long company) {
        return contracts.entrySet().stream()
                .filter(entry -> entry.getKey() > 0 && entry.getKey() != company)
                .map(Map.Entry::getValue)
                .min(Long::compare)
                .orElse(null);
    }

    @Nullable
    Long deviceOfAnother(long company) {
        return ofAnother(devices, company);
    }

    @Nullable
    Long projectOfAnother(long company) {
        return ofAnother(projects, company);
    }

    private static @Nullable Long ofAnother(Map<Long, List<Row>> rows, long company) {
        return rows.entrySet().stream()
                .filter(entry -> entry.getKey() > 0 && entry.getKey() != company)
                .map(entry -> entry.getValue().getFirst().id())
                .min(Long::compare)
                .orElse(null);
    }
}
