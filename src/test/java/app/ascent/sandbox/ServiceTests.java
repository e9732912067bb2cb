package app.ascent.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.ServletException;
import jakarta.servlet.ServletOutputStream;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.web.HttpRequestHandler;
import tools.jackson.databind.JsonNode;

/** Zone discovery, versions, quota, and routes that do not exist. */
class ServiceTests extends SandboxTest {

    private static final String ZONE = "/sandbox/atservicesrest/v1.0/zoneInformation";

    @Test
    void tellsTheZoneOfAUserWithoutCredentials() throws IOException {
        var response = call("GET", ZONE + "?user=practice%40sandbox.example", null, Map.of());

        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(json(response))
                .isEqualTo(json(
                        """
                {"zoneName":"Practice tenant","url":"http://127.0.0.1:%d/sandbox/ATServicesRest/",
                 "webUrl":"http://127.0.0.1:%d/sandbox/","ci":90001}"""
                                .formatted(port, port)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"?user=nobody%40sandbox.example", "?user=", "?user=%20", ""})
    void knowsNoZoneOfAnotherUser(String query) throws IOException {
        var response = call("GET", ZONE + query, null, Map.of());

        assertThat(response.statusCode()).isEqualTo(500);
        assertThat(response.body()).isEqualTo("{\"errors\":[\"Zone information could not be determined\"]}");
    }

    @Test
    void tellsItsVersions() throws IOException {
        var service = call("GET", "/sandbox/atservicesrest/versioninformation", null, Map.of());
        var version = get(API + "/Version");

        assertThat(service.body()).isEqualTo("{\"apiVersions\":[\"V1.0\"]}");
        assertThat(json(version).propertyNames())
                .containsExactly("majorVersion", "minorVersion", "build", "customerType");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/sandbox/atservicesrest/v1.0/version", "/sandbox/ATSERVICESREST/V1.0/VERSION"})
    void takesPathsInAnyCase(String path) throws IOException {
        assertThat(get(path).statusCode()).isEqualTo(200);
    }

    @Test
    void countsTheCallsOfTheLastHourWithThoseOfOthers() throws IOException {
        var first = json(get(API + "/ThresholdInformation"));
        get(API + "/Companies/0");
        var second = json(get(API + "/ThresholdInformation"));
        clock.advance(Duration.ofMinutes(59));
        var within = json(get(API + "/ThresholdInformation"));
        clock.advance(Duration.ofMinutes(1));
        var behind = json(get(API + "/ThresholdInformation"));

        assertThat(first)
                .isEqualTo(
                        json(
                                """
                {"externalRequestThreshold":1000,"requestThresholdTimeframe":60,"currentTimeframeRequestCount":141}"""));
        assertThat(used(second)).isEqualTo(143);
        assertThat(used(within)).isEqualTo(144);
        assertThat(used(behind)).isEqualTo(142);
    }

    private static int used(JsonNode threshold) {
        return threshold.get("currentTimeframeRequestCount").asInt();
    }

    @Test
    void refusesCallsOverTheThreshold() throws IOException {
        for (int i = 140; i < 1000; i++) {
            assertThat(get(API + "/Version").statusCode()).isEqualTo(200);
        }

        assertThat(get(API + "/Version").statusCode()).isEqualTo(429);
        clock.advance(Duration.ofHours(1));
        assertThat(get(API + "/Version").statusCode()).isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/Opportunities/query", "/Companyes/1", "/Companies/abc", "/Companies/query/all", ""})
    void knowsNoOtherRoutes(String path) throws IOException {
        var response = get(API + path);

        assertThat(response.statusCode()).isEqualTo(404);
        assertThat(json(response).get("Message").asString()).startsWith("No HTTP resource was found");
    }

    @Test
    void refusesToReadACollectionWithoutQuery() throws IOException {
        var response = get(API + "/Companies");

        assertThat(response.statusCode()).isEqualTo(405);
        assertThat(response.body())
                .isEqualTo("{\"Message\":\"The requested resource does not support http method 'GET'.\"}");
    }

    @ParameterizedTest
    @ValueSource(strings = {"POST", "PUT", "PATCH"})
    void lendsNobodyTheRightToWrite(String method) throws IOException {
        var response = call(method, API + "/Companies", "{\"companyName\":\"New\"}", CREDENTIALS);

        assertThat(response.statusCode()).isEqualTo(500);
        assertThat(error(response)).startsWith("The logged in Resource does not have the adequate permissions to ");
    }

    @Test
    void logsEveryCallWithItsStatus() throws IOException {
        get(API + "/Companies/0");
        call("DELETE", API + "/Contacts/31", null, CREDENTIALS);
        get("/sandbox/atservicesrest/v1.0/zoneInformation");

        assertThat(log.calls())
                .containsExactly(
                        new CallLog.Call("GET", "/ATServicesRest/V1.0/Companies/0", 200),
                        new CallLog.Call("DELETE", "/ATServicesRest/V1.0/Contacts/31", 405),
                        new CallLog.Call("GET", "/atservicesrest/v1.0/zoneInformation", 500));
    }

    /** A call that is logged behind its answer shows up among those of whatever its caller does next. */
    @Test
    void logsACallBeforeItIsAnswered(@Autowired @Qualifier("sandboxHandler") HttpRequestHandler sandbox)
            throws ServletException, IOException {
        List<CallLog.Call> logged = new ArrayList<>();
        var response = new MockHttpServletResponse() {
            @Override
            public ServletOutputStream getOutputStream() {
                logged.addAll(log.calls());
                return super.getOutputStream();
            }
        };

        sandbox.handleRequest(new MockHttpServletRequest("GET", "/sandbox/ATServicesRest/V1.0/Companies/0"), response);

        assertThat(logged).containsExactly(new CallLog.Call("GET", "/ATServicesRest/V1.0/Companies/0", 401));
    }

    @Test
    void showsPeopleThatTheyArePractising() throws IOException {
        var page = call(
                "GET",
                "/sandbox/Autotask/AutotaskExtend/ExecuteCommand.aspx?Code=OpenAccount&AccountID=174",
                null,
                Map.of());

        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.body()).contains("Practice tenant", "the company with the id 174");
    }
}
