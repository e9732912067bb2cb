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
import java.net.URI;
import java.time.Clock;
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
            new Addresses(properties, new MockEnvironment()),
            Clock.systemUTC());

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
                StubFault.status(200, "{\"url\":\"https://webservices19.autotask.net/\",\"ci\":\"x\"}"),
                StubFault.status(200, "{\"url\":\"https://webservices19.autotask.net/\",\"ci\":0}"),
                StubFault.status(200, "{\"url\":null,\"ci\":7}"));
    }

    @ParameterizedTest
    @MethodSource("oddAnswers")
    void stopsAtAnAnswerThatIsNotDocumented(StubFault answer) {
        autotask.failAlways("zoneInformation", answer);

        assertThatThrownBy(() -> discovery.find(AutotaskStub.API_USER)).isInstanceOf(UnexpectedAnswer.class);
        assertThat(autotask.calls()).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"zoneName\":null,\"url\":\"webservices19.autotask.net/ATServicesRest\",\"ci\":\"91234\"}",
                "\uFEFF{\"Url\":\"https://webservices19.autotask.net/ATServicesRest/\",\"CI\":91234.0,\"errors\":[]}",
                "{\"url\":\"https://webservices19.autotask.net/ATServicesRest/V1.0\",\"ci\":91234,\"webUrl\":{},\"more\":[1]}",
            })
    void findsTheZoneHoweverItIsSaid(String answer) throws Exception {
        autotask.failNext("zoneInformation", StubFault.status(200, answer));

        assertThat(discovery.find(AutotaskStub.API_USER))
                .isEqualTo(new Zone(
                        "webservices19.autotask.net",
                        URI.create("https://webservices19.autotask.net/ATServicesRest/V1.0"),
                        URI.create("https://ww19.autotask.net/"),
                        91_234));
    }

    @Test
    void takesATenantAtTheAddressAPersonEntered() throws Exception {
        Zone zone = discovery.at(" " + autotask.apiUrl() + "/ ", AutotaskStub.API_USER);

        assertThat(zone.api()).isEqualTo(autotask.apiUrl());
        assertThat(zone.database()).isEqualTo(autotask.database());
        assertThat(zone.entered()).isTrue();
    }

    @Test
    void knowsATenantByANumberOfItsOwnWhereNobodyTellsOne() throws Exception {
        String entered = autotask.apiUrl().toString();
        Zone zone = discovery.at(entered, "one@unlisted.example");

        assertThat(zone.database()).isBetween(9_000_000_000L, 9_999_999_999L);
        assertThat(discovery.at(entered, "Another@Unlisted.example").database()).isEqualTo(zone.database());
        assertThat(discovery.at(entered, "one@elsewhere.example").database()).isNotEqualTo(zone.database());
        assertThat(autotask.calls()).noneMatch(AutotaskStub.Call::withCredentials);
    }

    /** Tomorrow Autotask would tell the number, and the same tenant would be another one. */
    @Test
    void makesUpNoNumberWhileNobodyCanBeAsked() {
        autotask.failAlways("zoneInformation", StubFault.MAINTENANCE);

        assertThatThrownBy(() -> discovery.at(autotask.apiUrl().toString(), AutotaskStub.API_USER))
                .isInstanceOf(Unavailable.class);
    }

    @ParameterizedTest
    @CsvSource({
        "webservices5.autotask.net, https://webservices5.autotask.net/ATServicesRest",
        "https://ww5.autotask.net/Mvc/Framework/Navigation.mvc/Landing?x=1, https://webservices5.autotask.net/ATServicesRest",
        "WW5.autotask.net, https://webservices5.autotask.net/ATServicesRest",
        "https://webservices5.autotask.net/atservices/1.6/atws.asmx, https://webservices5.autotask.net/ATServicesRest",
        "https://webservices5.autotask.net/atservicesrest/v1.0/, https://webservices5.autotask.net/atservicesrest",
        "prde.autotask.net, https://prde.autotask.net/ATServicesRest",
        "http://127.0.0.1:81/sandbox/ATServicesRest/, http://127.0.0.1:81/sandbox/ATServicesRest"
    })
    void understandsAnAddressAsPeopleKnowIt(String entered, String root) {
        assertThat(EnteredZone.of(entered, new Addresses(properties, new MockEnvironment()))
                        .root())
                .hasToString(root);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://webservices5.autotask.net/",
                "https://webservices5.autotask.net.evil.example/",
                "https://webservices5.autotask.net@evil.example/",
                "ww5@evil.example",
                "evil.example",
                "https://webservices5.autotask.net:444/",
                "javascript:alert(1)",
                "file:///etc/passwd",
                "web services",
                "https://",
                "//",
            })
    void sendsNothingWhereAPersonMustNotPoint(String entered) {
        assertThatThrownBy(() -> discovery.at(entered, AutotaskStub.API_USER))
                .isInstanceOfSatisfying(ZoneNotAllowed.class, refusal -> assertThat(refusal.entered())
                        .isTrue());

        assertThat(autotask.calls()).isEmpty();
    }

    @Test
    void passesOnHowLongABreakIs() {
        autotask.failAlways("zoneInformation", StubFault.tooMany("120"));

        assertThatThrownBy(() -> discovery.find(AutotaskStub.API_USER))
                .isInstanceOfSatisfying(ThresholdReached.class, reached -> assertThat(reached.retryAfter())
                        .isEqualTo(Duration.ofSeconds(120)));
    }

    @Test
    void passesABreakOn() {
        autotask.failAlways("zoneInformation", StubFault.TOO_MANY_THREADS);

        assertThatThrownBy(() -> discovery.find(AutotaskStub.API_USER)).isInstanceOf(ThresholdReached.class);
        assertThat(autotask.calls()).hasSize(1);
    }
}
