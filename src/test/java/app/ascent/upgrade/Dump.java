package app.ascent.upgrade;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.Reader;
import java.io.StringReader;
import java.io.Writer;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.postgresql.copy.CopyManager;
import org.postgresql.core.BaseConnection;

/** What is in a database, without its tables themselves: a script that {@code psql} understands, too. */
final class Dump {

    private static final String END = "\\.";

    /** Tables behind those they refer to, with the columns that are not computed. */
    private static final String TABLES =
            """
            with recursive placed as (
                select c.oid, 0 as place from pg_class c
                where c.relkind = 'r' and c.relnamespace = current_schema()::regnamespace
                union
                select r.conrelid, p.place + 1 from pg_constraint r join placed p on p.oid = r.confrelid
                where r.contype = 'f' and r.conrelid <> r.confrelid
            )
            select c.relname || ' (' || string_agg(a.attname, ', ' order by a.attnum) || ')'
            from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attnum > 0
                and not a.attisdropped and a.attgenerated = ''
            where c.oid in (select oid from placed) and c.relname not similar to '(flyway|web_session)%'
            group by c.oid, c.relname order by (select max(place) from placed p where p.oid = c.oid), c.relname
            """;

    private static final String COUNTERS =
            """
            select format('select setval(pg_get_serial_sequence(%L, %L), coalesce(max(%I), 0) + 1, false) from %I;',
                table_name, column_name, column_name, table_name)
            from information_schema.columns where table_schema = current_schema() and is_identity = 'YES' order by 1
            """;

    private Dump() {}

    static void write(Connection database, Writer script) throws SQLException, IOException {
        script.write("set upgrade.taken = '" + texts(database, "select now()").getFirst() + "';\n");
        var copies = new CopyManager(database.unwrap(BaseConnection.class));
        for (String table : texts(database, TABLES)) {
            script.write("copy " + table + " from stdin;\n");
            copies.copyOut("copy " + table + " to stdout", script);
            script.write(END + "\n");
        }
        for (String counter : texts(database, COUNTERS)) {
            script.write(counter + "\n");
        }
    }

    /** Runs a script in which a statement is a line, unless rows follow it. */
    static void read(Connection database, BufferedReader script) throws SQLException, IOException {
        var copies = new CopyManager(database.unwrap(BaseConnection.class));
        try (Statement statement = database.createStatement()) {
            for (String line = script.readLine(); line != null; line = script.readLine()) {
                if (line.startsWith("copy ")) {
                    copies.copyIn(line, rows(script));
                } else {
                    statement.execute(line);
                }
            }
        }
    }

    private static Reader rows(BufferedReader script) throws IOException {
        StringBuilder rows = new StringBuilder();
        for (String row = script.readLine(); row != null && !row.equals(END); row = script.readLine()) {
            rows.append(row).append('\n');
        }
        return new StringReader(rows.toString());
    }

    private static List<String> texts(Connection database, String query) throws SQLException {
        List<String> texts = new ArrayList<>();
        try (Statement statement = database.createStatement();
                ResultSet rows = statement.executeQuery(query)) {
            while (rows.next()) {
                texts.add(rows.getString(1));
            }
        }
        return texts;
    }
}
