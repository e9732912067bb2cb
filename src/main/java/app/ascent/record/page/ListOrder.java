package app.ascent.record.page;

/**
 * A column that a list is ordered by.
 *
 * @param column as addresses name it
 */
public record ListOrder(String column, boolean ascending) {

    ListOrder reversed() {
        return new ListOrder(column, !ascending);
    }

    /** What an address says of it when it is the other way round than usual. */
    String turned() {
        return column + (ascending ? "-asc" : "-desc");
    }
}
