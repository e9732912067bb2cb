package app.ascent.record.imports;

import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * A foreign key is checked by a query for each row, and our connections plan every query anew: docs/adr/010. That of a
 * foreign key has one good plan, by the index, whatever the size of the table.
 */
record ReferencePlans(JdbcClient jdbc) {

    void once(Runnable copy) {
        plan("force_generic_plan", "off");
        copy.run();
        plan("force_custom_plan", "on");
    }

    private void plan(String plans, String reading) {
        jdbc.sql(
                        """
                        select set_config('plan_cache_mode', :plans, true), set_config('enable_seqscan', :reading, true)
                        """)
                .param("plans", plans)
                .param("reading", reading)
                .query((row, number) -> row.getString(1))
                .single();
    }
}
