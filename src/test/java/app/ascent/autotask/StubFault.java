package app.ascent.autotask;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;

import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.http.Fault;
import java.time.Duration;
import java.util.function.Supplier;

/** A way in which Autotask can fail. */
public final class StubFault {

    public static final StubFault REJECTED = new StubFault(() -> aResponse()
            .withStatus(401)
            .withHeader("WWW-Authenticate", "Basic Realm=\"stub\"")
            .withHeader("Content-Length", "0"));
    public static final StubFault FORBIDDEN =
            errors(403, "The logged in Resource does not have the adequate permissions to query this entity type.");
    public static final StubFault NOT_PERMITTED =
            errors(500, "The logged in Resource does not have the adequate permissions to query this entity type.");
    public static final StubFault BAD_QUERY = errors(500, "Unable to find projectID in the TimeEntry Entity");
    public static final StubFault LOCKED_TABLE = errors(500, "Transaction was deadlocked on lock resources.");
    public static final StubFault BARE_500 = status(500, "");
    public static final StubFault MAINTENANCE =
            status(503, "<html><body><h1>503 Service Unavailable</h1></body></html>");
    public static final StubFault GATEWAY = status(502, "");
    public static final StubFault TOO_MANY_THREADS =
            errors(429, "The Autotask API thread threshold of 3 threads has been exceeded.");
    public static final StubFault TOO_MANY_THREADS_AS_500 =
            errors(500, "The Autotask API thread threshold of 3 threads has been exceeded.");
    public static final StubFault EMPTY = status(200, "");
    public static final StubFault HTML = status(200, "<html><body>We will be back soon.</body></html>");
    public static final StubFault TRUNCATED = status(200, "{\"items\":[{\"id\":5,\"companyName\":\"Cut o");
    public static final StubFault ERRORS_INSIDE = status(200, "{\"errors\":[\"Something went wrong.\"]}");
    public static final StubFault RESET = new StubFault(() -> aResponse().withFault(Fault.CONNECTION_RESET_BY_PEER));
    public static final StubFault GARBAGE = new StubFault(() -> aResponse().withFault(Fault.MALFORMED_RESPONSE_CHUNK));

    private final Supplier<ResponseDefinitionBuilder> response;

    private StubFault(Supplier<ResponseDefinitionBuilder> response) {
        this.response = response;
    }

    public static StubFault status(int status, String body) {
        return new StubFault(() -> aResponse().withStatus(status).withBody(body));
    }

    /** The shape of the API's own errors. */
    public static StubFault errors(int status, String text) {
        return new StubFault(
                () -> StubTenant.json("{\"errors\":[\"" + text + "\"]}").withStatus(status));
    }

    /** A 429 that says how long to wait, in seconds or as a date. */
    public static StubFault tooMany(String retryAfter) {
        return new StubFault(() -> TOO_MANY_THREADS.response().withHeader("Retry-After", retryAfter));
    }

    public static StubFault redirect(String location) {
        return new StubFault(() -> aResponse().withStatus(302).withHeader("Location", location));
    }

    /** Nothing comes, not even a header. */
    public static StubFault hanging(Duration forSo) {
        return new StubFault(() -> aResponse().withStatus(200).withFixedDelay(Math.toIntExact(forSo.toMillis())));
    }

    /** The answer begins and then stops coming. */
    public static StubFault hangingBody(Duration forSo) {
        return new StubFault(() -> aResponse()
                .withBody("{\"items\":[                                                                  ]}")
                .withChunkedDribbleDelay(2, Math.toIntExact(forSo.toMillis())));
    }

    ResponseDefinitionBuilder response() {
        return response.get();
    }
}
