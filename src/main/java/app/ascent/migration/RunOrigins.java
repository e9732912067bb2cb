package app.ascent.migration;

import app.ascent.identity.UserId;
import app.ascent.migration.spi.RunId;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Tells who began a run, for whoever has to name it in a record's history. */
@Component
public class RunOrigins {

    public record Origin(int number, UserId startedBy) {}

    private final JdbcClient jdbc;

    RunOrigins(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public Origin of(RunId run) {
        return jdbc.sql("select number, started_by from migration_run where id = :run")
                .param("run", run.value())
                .query((row, _) ->
                        new Origin(row.getInt("number"), new UserId(row.getObject("started_by", UUID.class))))
                .single();
    }
}
