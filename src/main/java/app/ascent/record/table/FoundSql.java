package app.ascent.record.table;

import static app.ascent.record.table.PageQuery.lookup;

import app.ascent.record.table.PageQuery.Criteria;

/**
 * The statement that finds a page of records by their texts. Both ends are looked at before a word that fits very many is followed
 * to its end: where the filters of a list let few records through, or the first of all records in the order of the list
 * fill the page, only their texts are read.
 */
final class FoundSql {

    /** So many that fit are looked up without looking for another way. */
    static final int NEAR = 2_000;

    private static final String OWN =
            """
            own as materialized (
                select n.id from %s n where n.organization_id = :organization and n.source_id = :sourceId
            ),
            """;

    private static final String OWN_BESIDE =
            " + (select count(*) from own where not exists (select from hit where hit.id = own.id))";

    private final RecordTable<?> table;
    private final Criteria criteria;
    private final TableOrder order;

    /** @param order whose id at the source was typed comes before the others, found by an index of its own */
    FoundSql(RecordTable<?> table, Criteria criteria, TableOrder order) {
        this.table = table;
        this.criteria = criteria;
        this.order = criteria.numbered() ? order.sourceIdFirst() : order;
    }

    /**
     * Collects ids, orders them by what the list is ordered by, and reads whole rows for the page alone. A row even for an
     * empty page, because it carries the totals. Of all that fit without filters, those that were near come first.
     *
     * @param bound how many that fit by their texts are looked at
     */
    String page(String columns, String beside, String bound) {
        String fits = criteria.fits();
        return """
                with hit as materialized (%1$s%2$s),
                near as materialized (
                    select c.id from %3$s c
                    where c.organization_id = :organization%4$s and (select count(*) from hit) > %5$d%6$s limit %5$d + 1
                ), seen as materialized (
                    select c.id, c.source_id, c.%7$s from near cross join %8$s t cross join %9$s c
                    where (%11$s or (select count(*) from near) <= %5$d)%10$s
                ), way as materialized (
                    select (select count(*) from hit) > %5$d and (select count(*) from near) <= %5$d as narrow,
                        (select count(*) from seen) >= :offset + :limit and %11$s as early
                ), %12$sfar as materialized (
                    select id from hit where not (select narrow or early from way)%13$s
                ), fit as materialized (
                    select * from seen
                    union select c.id, c.source_id, c.%7$s from far cross join %14$s c where true%4$s
                ), chosen as materialized (
                    select fit.id from fit order by %15$s limit :limit offset :offset
                ), total as (
                    select (select count(*) from hit) <= %16$d or (select narrow from way) as counted, %17$s as wanted
                )
                select total.counted, total.wanted, page.* from total left join (
                    select chosen.id as chosen_id, %18$s from chosen cross join %19$s c%20$s
                ) page on true
                order by %21$s
                """
                .formatted(
                        SearchText.found(table, fits),
                        bound,
                        table.records(),
                        criteria.where(),
                        NEAR,
                        criteria.filters() ? "" : " order by " + order.last().by("c"),
                        order.column(),
                        lookup(table.texts(), ":organization", "near.id"),
                        lookup(table.records(), ":organization", "near.id"),
                        fits,
                        !criteria.filters(),
                        criteria.numbered() ? OWN.formatted(table.records()) : "",
                        criteria.numbered() ? " union select id from own" : "",
                        lookup(table.records(), ":organization", "far.id"),
                        order.by("fit"),
                        PageQuery.WIDE,
                        wanted(),
                        columns,
                        lookup(table.records(), ":organization", "chosen.id"),
                        beside,
                        order.by("page"));
    }

    /** Each text has its record, so that without filters none needs to be read to be counted. */
    private String wanted() {
        if (criteria.filters()) {
            return "(select count(*) from fit)";
        }
        return "(select count(*) from hit)" + (criteria.numbered() ? OWN_BESIDE : "");
    }
}
