import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What anyone would write in an hour to bring files over: fetch one, decode it, write it down, fetch the next. */
final class FileLoop {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final int PAGE = 500;

    /** Whose files there are, and by which field they say so. */
    private static final Map<String, String> OWNERS = Map.of(
            "Tickets", "ticketID",
            "Tasks", "taskID",
            "Projects", "projectID",
            "Companies", "companyID",
            "ConfigurationItems", "configurationItemID",
            "Contracts", "contractID");

    private final String api;
    private final Map<String, String> credentials;
    private int calls;

    FileLoop(Application tenant, Map<String, String> credentials) {
        this.api = tenant.address() + "/sandbox/ATServicesRest/V1.0/";
        this.credentials = credentials;
    }

    /** Where the content of every file is; asked for by 500 owners at a time. */
    List<String> list() throws IOException, InterruptedException {
        Set<String> found = new LinkedHashSet<>();
        for (Map.Entry<String, String> owner : OWNERS.entrySet()) {
            List<Long> ids = new ArrayList<>();
            pages(owner.getKey(), "{\"op\":\"exist\",\"field\":\"id\"}", item -> ids.add(item.get("id").asLong()));
            for (int from = 0; from < ids.size(); from += PAGE) {
                String some = ids.subList(from, Math.min(ids.size(), from + PAGE)).stream()
                        .map(Object::toString)
                        .collect(Collectors.joining(","));
                String filter = "{\"op\":\"in\",\"field\":\"" + owner.getValue() + "\",\"value\":[" + some + "]}";
                pages("AttachmentInfo", filter, item -> found.add(way(owner, item)));
            }
        }
        return List.copyOf(found);
    }

    private static String way(Map.Entry<String, String> owner, JsonNode file) {
        String parent = owner.getKey().equals("Contracts") ? "ContractNotes" : owner.getKey();
        String field = owner.getKey().equals("Contracts") ? "contractNoteID" : owner.getValue();
        return parent + "/" + file.get(field).asLong() + "/Attachments/" + file.get("id").asLong();
    }

    private interface Sink {
        void take(JsonNode item);
    }

    private void pages(String entity, String filter, Sink sink) throws IOException, InterruptedException {
        long last = -1;
        boolean more = true;
        while (more) {
            String search = "{\"MaxRecords\":" + PAGE + ",\"filter\":[{\"op\":\"gt\",\"field\":\"id\",\"value\":" + last + "},"
                    + filter + "]}";
            JsonNode page = JSON.readTree(call(HttpRequest.newBuilder(URI.create(api + entity + "/query"))
                    .header("Content-Type", "application/json")
                    .POST(HttpRequest.BodyPublishers.ofString(search))));
            for (JsonNode item : page.get("items")) {
                last = item.get("id").asLong();
                sink.take(item);
            }
            more = !page.at("/pageDetails/nextPageUrl").isNull();
        }
    }

    private byte[] call(HttpRequest.Builder request) throws IOException, InterruptedException {
        credentials.forEach(request::header);
        calls++;
        var answer = Application.HTTP.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
        if (answer.statusCode() != 200) {
            throw new IllegalStateException("The practice tenant answered " + answer.statusCode());
        }
        return answer.body();
    }

    /** Brings all of them into a directory, and tells how many bytes that were. */
    long fetch(List<String> ways, Path directory) throws IOException, InterruptedException {
        Files.createDirectories(directory);
        long bytes = 0;
        for (int i = 0; i < ways.size(); i++) {
            JsonNode answer = JSON.readTree(call(HttpRequest.newBuilder(URI.create(api + ways.get(i)))));
            byte[] content = answer.at("/items/0/data").binaryValue();
            Files.write(directory.resolve(Integer.toString(i)), content);
            bytes += content.length;
        }
        return bytes;
    }

    int calls() {
        return calls;
    }
}
