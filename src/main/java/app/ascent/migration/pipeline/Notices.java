package app.ascent.migration.pipeline;

import app.ascent.migration.spi.EntityType;
import app.ascent.migration.spi.RunContext;
import app.ascent.migration.spi.RunId;
import app.ascent.migration.spi.SourcePlan.Notice;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Remarks about all records of a type in a run; writing the same ones again changes nothing. */
@Component
class Notices {

    /** What came first: that records are missing matters more than what was known before. */
    private static final int END_OF_PULL = 0;

    private static final int REFUSED = 5;

    private static final int PLAN = 10;

    /** The code of what is said of a type that was not imported, or not to its end. */
    private static final String NOT_READ = "NOT_READ";

    private final JdbcClient jdbc;

    Notices(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** What was known before the first record came. */
    void plan(RunContext run, EntityType type, List<Notice> notices) {
        put(run, type, PLAN, notices);
    }

    /** What shows when the last record has come. */
    void pulled(RunContext run, EntityType type, List<Notice> notices) {
        put(run, type, END_OF_PULL, notices);
    }

    /** Why the type is not imported. */
    void refused(RunContext run, EntityType type, Refusal refusal) {
        put(run, type, REFUSED, List.of(new Notice(NOT_READ, refusal.reason())));
    }

    void forgetRefusals(RunId run) {
        jdbc.sql("delete from migration_notice where run_id = :run and code = :code")
                .param("run", run.value())
                .param("code", NOT_READ)
                .update();
    }

    private void put(RunContext run, EntityType type, int first, List<Notice> notices) {
        if (notices.isEmpty()) {
            return;
        }
        jdbc.sql(
                        """
                        insert into migration_notice (run_id, entity, ordinal, code, message)
                        select :run, :entity, :first + n.ordinal - 1, n.code, n.message
                        from unnest(:codes, :messages) with ordinality as n (code, message, ordinal)
                        on conflict (run_id, entity, ordinal) do update
                        set code = excluded.code, message = excluded.message
                        """)
                .param("run", run.run().value())
                .param("entity", type.name())
                .param("first", first)
                .param("codes", notices.stream().map(Notice::code).toArray(String[]::new))
                .param("messages", notices.stream().map(Notice::message).toArray(String[]::new))
                .update();
    }
}
