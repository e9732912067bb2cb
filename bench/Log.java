import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/**
 * What stands in the log of the database between two of its places, table by table. What a page's first change behind a
 * checkpoint writes of the whole page is kept apart: it depends on when checkpoints fall, not on the record.
 */
final class Log {

    private static final String BY_TABLE =
            """
            with block as materialized (
                select start_lsn, block_id, relfilenode, record_length, block_fpi_length
                from pg_get_wal_block_info(?::pg_lsn, ?::pg_lsn, false)
                where reldatabase = (select oid from pg_database where datname = current_database())
            ), record as (
                select start_lsn, min(record_length) as bytes, sum(coalesce(block_fpi_length, 0)) as pages,
                    (array_agg(relfilenode order by block_id))[1] as node
                from block group by start_lsn
            )
            select coalesce(i.indrelid::regclass, owner.oid::regclass, c.oid::regclass)::text as of_table,
                count(*), sum(record.bytes - record.pages), sum(record.pages),
                sum(record.bytes - record.pages) filter (where i.indrelid is not null)
            from record
            left join pg_class c on c.relfilenode = record.node
            left join pg_class owner on owner.reltoastrelid = c.oid
            left join pg_index i on i.indexrelid = c.oid
            group by 1 order by 3 desc limit 12""";

    private Log() {}

    /**
     * Prints bytes a record of what was written between two looks at an import.
     *
     * @return how many they are, whole pages apart, and apart from what other records are found by, which is indexed meanwhile
     */
    static long print(Postgres postgres, Loading.Sample from, Loading.Sample to) throws SQLException {
        long records = to.records() - from.records();
        long bytes = 0;
        try (Connection connection = postgres.connect("ascent"); Statement statement = connection.createStatement()) {
            statement.execute("create extension if not exists pg_walinspect");
            System.out.printf("  %-28s %10s %12s %12s %18s%n", "a record, of these", "entries", "bytes", "of indexes", "whole pages, apart");
            try (PreparedStatement query = connection.prepareStatement(BY_TABLE)) {
                query.setString(1, from.log());
                query.setString(2, to.log());
                try (ResultSet rows = query.executeQuery()) {
                    while (rows.next()) {
                        if (!rows.getString(1).endsWith("_search")) {
                            bytes += rows.getLong(3) / records;
                        }
                        System.out.printf(
                                "  %-28s %10.1f %12d %12d %18d%n",
                                rows.getString(1),
                                (double) rows.getLong(2) / records,
                                rows.getLong(3) / records,
                                rows.getLong(5) / records,
                                rows.getLong(4) / records);
                    }
                }
            }
        }
        return bytes;
    }

    /** Bytes between two places, whole pages and everything else that was written meanwhile included. */
    static long bytes(Postgres postgres, Loading.Sample from, Loading.Sample to) throws SQLException {
        try (Connection connection = postgres.connect("ascent");
                PreparedStatement query = connection.prepareStatement("select pg_wal_lsn_diff(?::pg_lsn, ?::pg_lsn)")) {
            query.setString(1, to.log());
            query.setString(2, from.log());
            try (ResultSet row = query.executeQuery()) {
                row.next();
                return row.getLong(1);
            }
        }
    }
}
