package app.ascent.autotask.client;

import java.util.ArrayList;
import java.util.List;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What Autotask says went wrong: {@code errors} of the API, or {@code Message} of the framework it runs on. */
final class ErrorTexts {

    private static final JsonMapper JSON = JsonMapper.shared();

    private ErrorTexts() {}

    /** Empty when the body says nothing: none, HTML, or no error. */
    static List<String> in(String body) {
        if (!body.stripLeading().startsWith("{")) {
            return List.of();
        }
        try {
            JsonNode root = JSON.readTree(body);
            List<String> texts = new ArrayList<>();
            root.path("errors").forEach(error -> texts.add(error.isString() ? error.stringValue() : error.toString()));
            JsonNode message = root.path("Message");
            if (message.isString()) {
                texts.add(message.stringValue());
            }
            return texts;
        } catch (JacksonException e) {
            return List.of(); // an error page that only looks like JSON
        }
    }
}
