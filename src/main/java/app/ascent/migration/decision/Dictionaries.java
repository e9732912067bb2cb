package app.ascent.migration.decision;

import app.ascent.migration.spi.Dictionary;
import app.ascent.migration.spi.RunId;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Keeps the dictionary of a run, so that a run that is resumed maps by the one it began with. */
@Component
public class Dictionaries {

    private static final JsonMapper JSON = JsonMapper.shared();

    private final JdbcClient jdbc;

    Dictionaries(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public Optional<Dictionary> find(RunId run) {
        return jdbc.sql("select content from migration_dictionary where run_id = :run")
                .param("run", run.value())
                .query(String.class)
                .optional()
                .map(content -> JSON.readValue(content, Dictionary.class));
    }

    /** What values mean is asked anew. */
    public void forget(RunId run) {
        jdbc.sql("delete from migration_dictionary where run_id = :run")
                .param("run", run.value())
                .update();
    }

    public void put(RunId run, Dictionary dictionary) {
        jdbc.sql("insert into migration_dictionary (run_id, content) values (:run, :content)")
                .param("run", run.value())
                .param("content", JSON.writeValueAsString(dictionary))
                .update();
    }
}
