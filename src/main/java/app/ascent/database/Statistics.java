package app.ascent.database;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * What PostgreSQL knows of tables that an import fills. By itself it looks at them once a minute, and plans until then as if
 * they were empty; within that minute eighty thousand contacts have come, and every page that is asked for reads them in the
 * wrong way.
 */
@Component
public class Statistics {

    private static final Logger log = LoggerFactory.getLogger(Statistics.class);

    /** Plans that suit a few rows do no harm to some more. */
    private static final long FIRST = 500;

    /** What suits some rows suits four times as many; sampling costs a few tenths of a second. */
    private static final int GROWTH = 4;

    private final JdbcClient jdbc;

    Statistics(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Begins to look at how tables grow from now on; for one thread. */
    public Growth follow() {
        return new Growth();
    }

    private record Table(String name, String columns, long changes) {}

    /** The tables whose rows changed while somebody looked. */
    public final class Growth {

        private static final long LOOK_EVERY = 1_000_000_000L;

        private final Map<String, Long> before = new HashMap<>();
        private final Map<String, Long> known = new HashMap<>();
        private long lookedAt = System.nanoTime();

        private Growth() {
            tables().forEach(table -> before.put(table.name(), table.changes()));
        }

        /** Has what grew much analyzed; costs next to nothing when little time has passed. Outside of a transaction. */
        public void look() {
            if (System.nanoTime() - lookedAt < LOOK_EVERY) {
                return;
            }
            for (Table table : tables()) {
                long grown = table.changes() - before.getOrDefault(table.name(), 0L);
                if (grown >= Math.max(FIRST, GROWTH * known.getOrDefault(table.name(), 0L))) {
                    known.put(table.name(), grown);
                    analyze(table);
                }
            }
            lookedAt = System.nanoTime();
        }

        private void analyze(Table table) {
            long start = System.nanoTime();
            jdbc.sql("analyze (skip_locked) %s (%s)".formatted(table.name(), table.columns()))
                    .update();
            log.debug("Analyzed {} within {} ms", table.name(), (System.nanoTime() - start) / 1_000_000);
        }

        /** Columns of an index, and flags that choose among its rows, are what plans depend on; other ones are wide, and many. */
        private List<Table> tables() {
            return jdbc.sql(
                            """
                            select s.relid::regclass::text as name, s.n_tup_ins + s.n_tup_upd as changes, (
                                select string_agg(quote_ident(a.attname), ', ') from pg_attribute a
                                where a.attrelid = s.relid and a.attnum > 0 and not a.attisdropped
                                    and (a.atttypid = 'boolean'::regtype or exists (
                                        select from pg_index i where i.indrelid = s.relid and a.attnum = any (i.indkey)))
                            ) as columns
                            from pg_stat_user_tables s join pg_class c on c.oid = s.relid
                            where s.schemaname = current_schema() and pg_has_role(c.relowner, 'USAGE')
                                and s.n_tup_ins + s.n_tup_upd >= :first
                                and exists (select from pg_index i where i.indrelid = s.relid)
                            """)
                    .param("first", FIRST)
                    .query(Table.class)
                    .list();
        }
    }
}
