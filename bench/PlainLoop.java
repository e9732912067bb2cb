import java.io.IOException;
import java.io.StringReader;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import org.postgresql.PGConnection;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What anyone would write in an hour: fetch a page, copy its rows, fetch the next. */
final class PlainLoop {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final String api;
    private final Map<String, String> credentials;
    private long waited;
    private int pages;

    PlainLoop(String api, Map<String, String> credentials) {
        this.api = api;
        this.credentials = credentials;
    }

    /** Copies both entities and tells how many rows there were. */
    long run(Connection connection) throws SQLException, IOException, InterruptedException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("drop table if exists companies, contacts");
            statement.execute("create table companies (id bigint, payload text)");
            statement.execute("create table contacts (id bigint, payload text)");
        }
        return copy("Companies", connection) + copy("Contacts", connection);
    }

    /** Seconds the tenant took over a page, from the question to the last byte. */
    double answerTime() {
        return waited / 1e9 / pages;
    }

    private long copy(String entity, Connection connection) throws SQLException, IOException, InterruptedException {
        long rows = 0;
        long last = -1;
        boolean more = true;
        while (more) {
            JsonNode page = fetch(entity, last);
            var text = new StringBuilder();
            for (JsonNode item : page.get("items")) {
                last = item.get("id").asLong();
                String payload = item.toString().replace("\\", "\\\\").replace("\t", "\\t").replace("\n", "\\n");
                text.append(last).append('\t').append(payload).append('\n');
            }
            rows += connection.unwrap(PGConnection.class)
                    .getCopyAPI()
                    .copyIn("copy " + entity + " (id, payload) from stdin", new StringReader(text.toString()));
            more = !page.get("pageDetails").get("nextPageUrl").isNull();
        }
        return rows;
    }

    private JsonNode fetch(String entity, long after) throws IOException, InterruptedException {
        String search = "{\"MaxRecords\":500,\"filter\":[{\"op\":\"gt\",\"field\":\"id\",\"value\":" + after + "}]}";
        var request = HttpRequest.newBuilder(URI.create(api + "/" + entity + "/query"))
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(search));
        credentials.forEach(request::header);
        long begin = System.nanoTime();
        var response = Application.HTTP.send(request.build(), HttpResponse.BodyHandlers.ofString());
        waited += System.nanoTime() - begin;
        pages++;
        if (response.statusCode() != 200) {
            throw new IllegalStateException("The practice tenant answered " + response.statusCode());
        }
        return JSON.readTree(response.body());
    }
}
