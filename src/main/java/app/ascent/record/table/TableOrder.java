package app.ascent.record.table;

import org.springframework.data.domain.Pageable;
import org.springframework.data.domain.Sort;

/** What a list is ordered by; the id makes the order total, so that no record is lost between two pages. */
record TableOrder(String column, String direction, boolean bySourceIdFirst) {

    static TableOrder of(Pageable pageable, RecordTable<?> table) {
        Sort.Order order = pageable.getSort().stream().findFirst().orElse(Sort.Order.asc("name"));
        String column = table.orders().get(order.getProperty());
        if (column == null) {
            throw new IllegalArgumentException("No order by " + order.getProperty());
        }
        return new TableOrder(column, order.isAscending() ? "asc" : "desc", false);
    }

    TableOrder sourceIdFirst() {
        return new TableOrder(column, direction, true);
    }

    /** As the index has it. */
    TableOrder last() {
        return new TableOrder(column, direction, false);
    }

    String by(String alias) {
        String first = bySourceIdFirst ? alias + ".source_id is distinct from :sourceId, " : "";
        return first + "%1$s.%2$s %3$s, %1$s.id %3$s".formatted(alias, column, direction);
    }
}
