package app.ascent.web;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Somebody with a browser or a program, as far as HTTP goes: keeps cookies, follows nothing by itself. */
public final class Visitor {

    private static final Pattern TOKEN = Pattern.compile("name=\"csrf\" content=\"([^\"]+)\"");

    private final CookieManager cookies;
    private final HttpClient http;
    private final String base;
    private final String source;

    public Visitor(int port) {
        this(port, new CookieManager(), "");
    }

    private Visitor(int port, CookieManager cookies, String source) {
        this.cookies = cookies;
        this.source = source;
        this.http = HttpClient.newBuilder().cookieHandler(cookies).build();
        this.base = "http://localhost:" + port;
    }

    /** The same browser, led to another node. */
    public Visitor at(int other) {
        return new Visitor(other, cookies, source);
    }

    /** Somebody else who comes from this address, as a proxy of ours says. */
    public static Visitor from(String source, int port) {
        return new Visitor(port, new CookieManager(), source);
    }

    /** What came back. */
    public record Answer(int status, String body, HttpResponse<String> response) {

        public Optional<String> header(String name) {
            return response.headers().firstValue(name);
        }

        public String location() {
            return header("Location")
                    .map(URI::create)
                    .map(address ->
                            address.getRawPath() + (address.getRawQuery() == null ? "" : "?" + address.getRawQuery()))
                    .orElse("");
        }
    }

    public Answer get(String path, String... headers) {
        return send("GET", path, null, headers);
    }

    /** Sends a form with the token of a page, as a browser does. */
    public Answer post(String path, Map<String, String> form) {
        return post(path, token(), form);
    }

    public Answer post(String path, String token, Map<String, String> form) {
        String body = form.entrySet().stream()
                .map(field -> encode(field.getKey()) + "=" + encode(field.getValue()))
                .collect(Collectors.joining("&"));
        return send(
                "POST",
                path,
                "_csrf=" + encode(token) + "&" + body,
                "Content-Type",
                "application/x-www-form-urlencoded");
    }

    public Answer json(String method, String path, String body, String... headers) {
        String[] all = Stream.concat(Stream.of("Content-Type", "application/json"), Arrays.stream(headers))
                .toArray(String[]::new);
        return send(method, path, body, all);
    }

    public Answer signIn(String email, String password) {
        return post("/login", Map.of("email", email, "password", password));
    }

    /** The token of a page that everybody may open, or of one of the session's own. */
    public String token() {
        for (String page : new String[] {"/login", "/setup", "/settings/password", "/settings/two-step"}) {
            Matcher found = TOKEN.matcher(get(page).body());
            if (found.find()) {
                return found.group(1);
            }
        }
        throw new AssertionError("No page shows a token");
    }

    public String session() {
        return cookies.getCookieStore().getCookies().stream()
                .filter(cookie -> cookie.getName().equals("ascent_session"))
                .map(cookie -> cookie.getValue())
                .findAny()
                .orElse("");
    }

    public static String basic(String email, String password) {
        String both = email + ":" + password;
        return "Basic " + Base64.getEncoder().encodeToString(both.getBytes(StandardCharsets.UTF_8));
    }

    public Answer send(String method, String path, String body, String... headers) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(base + path))
                .method(method, body == null ? BodyPublishers.noBody() : BodyPublishers.ofString(body));
        if (!source.isEmpty()) {
            request.header("X-Forwarded-For", source);
        }
        if (headers.length > 0) {
            request.headers(headers);
        }
        try {
            HttpResponse<String> response = http.send(request.build(), BodyHandlers.ofString());
            return new Answer(response.statusCode(), response.body(), response);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String encode(String value) {
        return URLEncoder.encode(value, StandardCharsets.UTF_8);
    }
}
