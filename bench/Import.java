import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** An import driven through the HTTP API, as a program of the Owner's would. */
final class Import {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final String MIGRATIONS = "/api/v1/autotask/migrations";
    private static final long LIMIT_SECONDS = 7200;

    private final Application ascent;
    private final String migration;
    private JsonNode latest = JSON.createObjectNode();

    Import(Application ascent, Map<String, String> credentials) throws IOException, InterruptedException {
        this.ascent = ascent;
        var created = ascent.call("POST", MIGRATIONS, JSON.writeValueAsString(credentials));
        if (created.statusCode() != 201) {
            throw new IllegalStateException("Create migration answered " + created.statusCode() + created.body());
        }
        migration = JSON.readTree(created.body()).get("id").asString();
    }

    /** Seconds from Start to the end, by Ascent's clock. Asked for seldom: every Basic request hashes a password. */
    double run() throws IOException, InterruptedException {
        var started = ascent.call("POST", MIGRATIONS + "/" + migration + "/start", "");
        if (started.statusCode() != 202) {
            throw new IllegalStateException("Start answered " + started.statusCode() + started.body());
        }
        for (int i = 0; i < LIMIT_SECONDS / 2; i++) {
            Thread.sleep(2000);
            latest = JSON.readTree(
                    ascent.call("GET", MIGRATIONS + "/" + migration, "").body());
            switch (latest.get("status").asString()) {
                case "COMPLETED", "COMPLETED_WITH_ISSUES" -> {
                    return Duration.between(time("startedAt"), time("finishedAt")).toMillis() / 1000.0;
                }
                case "FAILED", "CANCELLED" -> throw new IllegalStateException(latest.toString());
                default -> {}
            }
        }
        throw new IllegalStateException("Not done after " + LIMIT_SECONDS + " seconds: " + latest);
    }

    /** Removes the migration, so that the next import begins with nothing known. */
    void delete() throws IOException, InterruptedException {
        int answer = ascent.call("DELETE", MIGRATIONS + "/" + migration, "").statusCode();
        if (answer != 204) {
            throw new IllegalStateException("Delete answered " + answer);
        }
    }

    String id() {
        return migration;
    }

    private Instant time(String field) {
        return Instant.parse(latest.get(field).asString());
    }

    int requests() {
        return latest.get("requests").asInt();
    }

    void printEntities() {
        for (JsonNode entity : latest.get("entities")) {
            System.out.printf(
                    "  %-18s pulled %7d, loaded %7d, skipped %5d, failed %3d, with findings %5d%n",
                    entity.get("entity").asString(),
                    entity.get("pulled").asLong(),
                    entity.get("loaded").asLong(),
                    entity.get("skipped").asLong(),
                    entity.get("failed").asLong(),
                    entity.get("warnings").asLong());
        }
    }

    long total(String counter) {
        return latest.get("entities").valueStream()
                .mapToLong(entity -> entity.get(counter).asLong())
                .sum();
    }
}
