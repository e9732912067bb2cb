package app.ascent.autotask.zone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.ascent.autotask.AutotaskStub;
import app.ascent.autotask.StubFault;
import app.ascent.autotask.client.Addresses;
import app.ascent.autotask.client.AutotaskFailure.ThresholdReached;
import app.ascent.autotask.client.AutotaskFailure.Unavailable;
import app.ascent.autotask.client.AutotaskFailure.UnexpectedAnswer;
import app.ascent.autotask.client.AutotaskFailure.UnknownApiUser;
import app.ascent.autotask.client.AutotaskFailure.ZoneNotAllowed;
import app.ascent.autotask.client.AutotaskHttp;
import app.ascent.autotask.client.AutotaskProperties;
import app.ascent.autotask.client.Calls;
import app.ascent.autotask.client.Retries;
import app.ascent.autotask.client.Zone;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.mock.env.MockEnvironment;
import org.springframework.util.unit.DataSize;

class ZoneDiscoveryTests {

    private final AutotaskStub autotask = AutotaskStub.start();
    private final AutotaskProperties properties = new AutotaskProperties(
            autotask.discoveryUrl(),
            List.of("*.autotask.net"),
            true,
            Duration.ofSeconds(5),
            Duration.ofSeconds(5),
            Duration.ofMillis(1),
            DataSize.ofMegabytes(1));
    private final AutotaskHttp http = new AutotaskHttp(properties);
    private final ZoneDiscovery discovery = new ZoneDiscovery(
            http,
            new Retries(properties),
            new Calls(new SimpleMeterRegistry()),
            new Addresses(properties, new MockEnvironment()));

    @AfterEach
    void stop() {
        http.close();
        autotask.close();
    }

    @Test
    void findsTheZoneOfAUser() throws Exception {
        Zone zone = discovery.find(AutotaskStub.API_USER);

        assertThat(zone.name()).isEqualTo("Stub (English)");
        assertThat(zone.api()).isEqualTo(autotask.apiUrl());
        assertThat(zone.database()).isEqualTo(autotask.database());
        assertThat(autotask.calls()).singleElement().satisfies(call -> {
            assertThat(call.method()).isEqualTo("GET");
            assertThat(call.withCredentials()).isFalse();
        });
    }

    @ParameterizedTest
    @CsvSource({
        "https://webservices19.autotask.net/ATServicesRest/, https://webservices19.autotask.net/ATServicesRest/V1.0",
        "https://webservices19.autotask.net/ATServicesRest, https://webservices19.autotask.net/ATServicesRest/V1.0",
        "https://webservices3.autotask.net//atservicesrest//, https://webservices3.autotask.net/atservicesrest/V1.0",
        "https://webservices3.autotask.net/atservicesrest/v1.0/, https://webservices3.autotask.net/atservicesrest/v1.0",
        "https://webservices3.autotask.net, https://webservices3.autotask.net/V1.0"
    })
    void writesTheAddressInOneWay(String url, String api) throws Exception {
        autotask.zoneUrl(url);

        assertThat(discovery.find(AutotaskStub.API_USER).api()).hasToString(api);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://webservices19.autotask.net/ATServicesRest/",
                "https://webservices19.autotask.net.evil.example/",
                "https://evilautotask.net/",
                "https://autotask.net@evil.example/",
                "https://webservices19.autotask.net:444/",
                "https://evil.example\\\\@webservices19.autotask.net/",
                "https://web services.autotask.net/"
            })
    void refusesAddressesItDoesNotTrust(String url) {
        autotask.zoneUrl(url);

        assertThatThrownBy(() -> discovery.find(AutotaskStub.API_USER)).isInstanceOf(ZoneNotAllowed.class);
    }

    @Test
    void linksToNoOtherSite() throws Exception {
        autotask.failNext(
                "zoneInformation",
                StubFault.status(
                        200,
                        """
                        {"zoneName":"EU1","url":"https://webservices19.autotask.net/ATServicesRest/",\
                        "webUrl":"javascript:alert(1)//","ci":7}"""));

        assertThat(discovery.find(AutotaskStub.API_USER).web()).hasToString("https://ww19.autotask.net/");
    }

    @ParameterizedTest
    @ValueSource(strings = {"nobody@example.org", "", "a&user=b", "ümlaut+plus@example.org"})
    void tellsAnUnknownUserWithoutAskingTwice(String user) {
        assertThatThrownBy(() -> discovery.find(user)).isInstanceOf(UnknownApiUser.class);

        assertThat(autotask.calls()).hasSize(1);
    }

    static Stream<StubFault> serviceTrouble() {
        return Stream.of(
                StubFault.BARE_500,
                StubFault.status(500, "<html>Server Error</html>"),
                StubFault.MAINTENANCE,
                StubFault.GATEWAY,
                StubFault.EMPTY,
                StubFault.HTML,
                StubFault.RESET,
                StubFault.status(200, "{\"zoneName\":"));
    }

    @ParameterizedTest
    @MethodSource("serviceTrouble")
    void tellsTroubleOfTheServiceFromAnUnknownUser(StubFault trouble) throws Exception {
        autotask.failNext("zoneInformation", trouble);
        assertThat(discovery.find(AutotaskStub.API_USER).database()).isEqualTo(autotask.database());

        autotask.forgetCalls().failNext("zoneInformation", trouble, trouble, trouble, trouble);
        assertThatThrownBy(() -> discovery.find(AutotaskStub.API_USER)).isInstanceOf(Unavailable.class);
        assertThat(autotask.calls()).hasSize(4);
    }

    static Stream<StubFault> oddAnswers() {
        return Stream.of(
                StubFault.redirect("https://webservices2.autotask.net/atservicesrest/v1.0/zoneInformation"),
                StubFault.status(404, "<html>Not found</html>"),
                StubFault.status(200, "{}"),
                StubFault.status(200, "{\"url\":\"https://webservices19.autotask.net/\",\"ci\":null}"),
                StubFault.status(200, "{\"url\":\"https://webservices19.autotask.net/\",\"ci\":\"x\"}"));
    }

    @ParameterizedTest
    @MethodSource("oddAnswers")
    void stopsAtAnAnswerThatIsNotDocumented(StubFault answer) {
        autotask.failAlways("zoneInformation", answer);

        assertThatThrownBy(() -> discovery.find(AutotaskStub.API_USER)).isInstanceOf(UnexpectedAnswer.class);
        assertThat(autotask.calls()).hasSize(1);
    }

    @Test
    void passesABreakOn() {
        autotask.failAlways("zoneInformation", StubFault.TOO_MANY_THREADS);

        assertThatThrownBy(() -> discovery.find(AutotaskStub.API_USER)).isInstanceOf(ThresholdReached.class);
        assertThat(autotask.calls()).hasSize(1);
    }
}
