package app.ascent.sandbox.web;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.springframework.http.HttpHeaders;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.json.JsonMapper;

/** A whole answer: the status, headers and body of a call that streams nothing. */
record Answer(int status, Map<String, String> headers, String contentType, String body) implements Reply {

    private static final JsonMapper JSON = JsonMapper.builder()
            .disable(MapperFeature.SORT_PROPERTIES_ALPHABETICALLY)
            .build();
    static final String JSON_TYPE = "application/json; charset=utf-8";

    private record Errors(List<String> errors) {}

    static Answer json(Object body) {
        return new Answer(200, Map.of(), JSON_TYPE, JSON.writeValueAsString(body));
    }

    static Answer errors(int status, String text) {
        return new Answer(status, Map.of(), JSON_TYPE, JSON.writeValueAsString(new Errors(List.of(text))));
    }

    /** What the web framework below the API says, with a capital letter. */
    static Answer message(int status, Map<String, String> message) {
        return new Answer(status, Map.of(), JSON_TYPE, JSON.writeValueAsString(message));
    }

    static Answer methodNotAllowed(String method) {
        return message(405, Map.of("Message", "The requested resource does not support http method '" + method + "'."));
    }

    static Answer html(int status, String body) {
        return new Answer(status, Map.of(), "text/html", body);
    }

    static Answer empty(int status) {
        return new Answer(status, Map.of(), "", "");
    }

    /** The same for every mistake in the credentials; the challenge is not meant. */
    static Answer unauthorized(String host) {
        return empty(401).with(HttpHeaders.WWW_AUTHENTICATE, "Basic Realm=\"" + host + "\"");
    }

    Answer with(String header, String value) {
        return new Answer(status, Map.of(header, value), contentType, body);
    }

    @Override
    public void send(HttpServletResponse response) throws IOException {
        head(response, bytes().length);
        write(response.getOutputStream());
        response.flushBuffer();
    }

    void head(HttpServletResponse response, long length) {
        response.setStatus(status);
        headers.forEach(response::setHeader);
        if (!contentType.isEmpty()) {
            response.setContentType(contentType);
        }
        response.setContentLengthLong(length);
    }

    @Override
    public void write(OutputStream out) throws IOException {
        out.write(bytes());
    }

    private byte[] bytes() {
        return body.getBytes(StandardCharsets.UTF_8);
    }
}
