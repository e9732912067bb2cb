package app.ascent.database;

import java.util.function.Supplier;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * What the planner is told of tables that an import has just filled and statistics know nothing of, in the caller's transaction.
 * It is taken back at once, since other statements suffer from it: docs/adr/010.
 */
public record Plans(JdbcClient jdbc) {

    /** The first of many rows are read along their index; else all would be sorted to find them. */
    public <R> R alongAnIndex(Supplier<R> reading) {
        return without("enable_sort", reading);
    }

    /** Whole tables are joined with each other; else each row of the one would be compared with all of the other. */
    public <R> R withoutNestedLoops(Supplier<R> statements) {
        return without("enable_nestloop", statements);
    }

    private <R> R without(String way, Supplier<R> statements) {
        set(way, "off");
        R answer = statements.get();
        set(way, "on");
        return answer;
    }

    /**
     * A foreign key is checked by a query for each row, and our connections plan every query anew. That of a foreign key has one
     * good plan, by the index, whatever the size of the table; it stays with the connection.
     */
    public void plannedOnce(Runnable copying) {
        planning("force_generic_plan", "off");
        copying.run();
        planning("force_custom_plan", "on");
    }

    private void planning(String plans, String reading) {
        jdbc.sql("select set_config('plan_cache_mode', :plans, true), set_config('enable_seqscan', :reading, true)")
                .param("plans", plans)
                .param("reading", reading)
                .query((row, number) -> row.getString(1))
                .single();
    }

    private void set(String name, String value) {
        jdbc.sql("select set_config(:name, :value, true)")
                .param("name", name)
                .param("value", value)
                .query(String.class)
                .single();
    }
}
