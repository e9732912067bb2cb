package app.ascent.autotask.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.mock.env.MockEnvironment;
import org.springframework.util.unit.DataSize;

class AddressesTests {

    private final MockEnvironment environment = new MockEnvironment();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://webservices3.autotask.net/atservicesrest/",
                "https://webservices19.autotask.net/ATServicesRest/V1.0",
                "https://WEBSERVICES19.AUTOTASK.NET/",
                "https://a.b.autotask.net",
                "HTTPS://prde.autotask.net:443/ATServicesRest/"
            })
    void trustsAutotask(String address) {
        assertThat(addresses("*.autotask.net").trusted(URI.create(address))).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://webservices3.autotask.net/",
                "https://evilautotask.net/",
                "https://autotask.net/",
                "https://.autotask.net/",
                "https://webservices3.autotask.net.evil.example/",
                "https://webservices3.autotask.net./",
                "https://webservices3.autotask.net@evil.example/",
                "https://evil.example@webservices3.autotask.net/",
                "https://user:word@webservices3.autotask.net/",
                "https://webservices3.autotask.net:8443/",
                "https://webservices3.autotask.net:80/",
                "https://evil.example/webservices3.autotask.net",
                "https://evil.example?.autotask.net",
                "https://evil.example#.autotask.net",
                "https://webservices3.autotask.net/?next=https://evil.example",
                "https://webservices3.autotask.net/#x",
                "https://10.0.0.1/",
                "https://[::1]/",
                "https://localhost/",
                "http://127.0.0.1:8080/",
                "ftp://webservices3.autotask.net/",
                "file:///etc/passwd",
                "//webservices3.autotask.net/",
                "webservices3.autotask.net",
                "https:webservices3.autotask.net",
                "https:///ATServicesRest/"
            })
    void trustsNothingElse(String address) {
        assertThat(addresses("*.autotask.net").trusted(URI.create(address))).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://127.0.0.1:8080/sandbox/ATServicesRest/",
                "http://localhost:1234/",
                "http://[::1]:8080/",
                "http://[0:0:0:0:0:0:0:1]:8080/",
                "http://[0000:0000:0000:0000:0000:0000:0000:0001]/",
                "https://localhost:8443/"
            })
    void trustsThisMachineOnlyWhenTold(String address) {
        assertThat(addresses(true, "*.autotask.net").trusted(URI.create(address)))
                .isTrue();
        assertThat(addresses(false, "*.autotask.net").trusted(URI.create(address)))
                .isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://127.0.0.1.evil.example/",
                "http://localhost.evil.example/",
                "http://127.0.0.2/",
                "http://[::2]/",
                "http://[1::1]/",
                "http://[::ffff:10.0.0.1]/",
                "http://[0:0:0:0:0:0:1:1]/",
                "http://user@127.0.0.1/",
                "http://webservices3.autotask.net/"
            })
    void meansThisMachineByThisMachine(String address) {
        assertThat(addresses(true, "*.autotask.net").trusted(URI.create(address)))
                .isFalse();
    }

    @Test
    void takesOtherHostsFromTheSettings() {
        Addresses addresses = addresses("proxy.example.org", "*.autotask.example");

        assertThat(addresses.trusted(URI.create("https://proxy.example.org/x"))).isTrue();
        assertThat(addresses.trusted(URI.create("https://a.proxy.example.org/x")))
                .isFalse();
        assertThat(addresses.trusted(URI.create("https://webservices1.autotask.example/")))
                .isTrue();
        assertThat(addresses.trusted(URI.create("https://webservices1.autotask.net/")))
                .isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"*", "*.", "*.net", "*autotask.net", "", "https://autotask.net", "a.*.net"})
    void refusesPatternsThatTrustTooMuch(String pattern) {
        assertThatIllegalArgumentException().isThrownBy(() -> addresses(pattern));
    }

    @Test
    void asksAutotaskUnlessToldOtherwise() {
        assertThat(addresses("*.autotask.net").discovery())
                .hasToString("https://webservices.autotask.net/atservicesrest/v1.0/zoneInformation");
    }

    @Test
    void asksThePracticeTenantOnThePortTheServerGot() {
        environment.setProperty("ascent.sandbox.enabled", "true");
        environment.setProperty("server.port", "0");
        Addresses addresses = addresses("*.autotask.net");
        environment.setProperty("local.server.port", "49152");

        assertThat(addresses.discovery())
                .hasToString("http://127.0.0.1:49152/sandbox/atservicesrest/v1.0/zoneInformation");
        assertThat(addresses.trusted(URI.create("http://127.0.0.1:49152/sandbox/ATServicesRest/")))
                .isTrue();
    }

    @Test
    void keepsWhatIsSetBesideThePracticeTenant() {
        environment.setProperty("ascent.sandbox.enabled", "true");
        Addresses addresses = new Addresses(
                properties(URI.create("https://elsewhere.autotask.net/zone"), false, List.of("*.autotask.net")),
                environment);

        assertThat(addresses.discovery()).hasToString("https://elsewhere.autotask.net/zone");
        assertThat(addresses.trusted(URI.create("http://127.0.0.1:8080/"))).isFalse();
    }

    private Addresses addresses(String... hosts) {
        return new Addresses(properties(null, null, List.of(hosts)), environment);
    }

    private Addresses addresses(boolean loopback, String... hosts) {
        return new Addresses(properties(null, loopback, List.of(hosts)), environment);
    }

    private static AutotaskProperties properties(
            @Nullable URI discovery, @Nullable Boolean loopback, List<String> hosts) {
        Duration second = Duration.ofSeconds(1);
        return new AutotaskProperties(discovery, hosts, loopback, second, second, second, DataSize.ofMegabytes(1));
    }
}
