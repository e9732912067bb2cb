package app.ascent.autotask;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.ascent.autotask.client.AutotaskFailure.CredentialsRejected;
import app.ascent.autotask.client.AutotaskFailure.Unavailable;
import app.ascent.autotask.client.AutotaskFailure.WrongAddress;
import app.ascent.autotask.client.AutotaskSession;
import app.ascent.autotask.client.EntityQuery;
import app.ascent.autotask.client.Zone;
import app.ascent.identity.OrganizationId;
import java.net.URI;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** Sessions over stored connections, and what becomes of them when Autotask moves the tenant. */
@AutotaskTest
class AutotaskSessionsTests {

    private static final AtomicLong DATABASES = new AtomicLong(5000);
    private static final AutotaskStub OLD_ZONE = AutotaskStub.start();
    private static final AutotaskStub NEW_ZONE = AutotaskStub.start();

    private final AutotaskSessions sessions;
    private final Connections connections;
    private final JdbcClient jdbc;
    private final OrganizationId organization = new OrganizationId(UUID.randomUUID());
    private ConnectionId connection;

    AutotaskSessionsTests(AutotaskSessions sessions, Connections connections, JdbcClient jdbc) {
        this.sessions = sessions;
        this.connections = connections;
        this.jdbc = jdbc;
    }

    @DynamicPropertySource
    static void settings(DynamicPropertyRegistry registry) {
        OLD_ZONE.register(registry);
    }

    @AfterAll
    static void stop() {
        OLD_ZONE.close();
        NEW_ZONE.close();
    }

    @BeforeEach
    void connect() {
        long database = DATABASES.incrementAndGet();
        OLD_ZONE.reset().database(database);
        NEW_ZONE.reset().database(database).companies("{\"id\":7}");
        jdbc.sql("insert into identity_organization (id, name, created_at, version) values (:id, 'Fjord', now(), 0)")
                .param("id", organization.value())
                .update();
        Zone zone = new Zone("Old", OLD_ZONE.apiUrl(), URI.create("https://ww1.autotask.net/"), database);
        connection = connections.store(organization, OLD_ZONE.credentials(), zone);
    }

    @Test
    void readsWithStoredCredentials() throws Exception {
        assertThat(open().count("Companies")).isZero();
    }

    @Test
    void followsATenantThatMoved() throws Exception {
        OLD_ZONE.moveTo(NEW_ZONE);
        AutotaskSession session = open();

        assertThat(session.count("Companies")).isEqualTo(1);
        assertThat(session.page(EntityQuery.of("Companies"), -1).items()).hasSize(1);

        assertThat(OLD_ZONE.calls("ThresholdInformation"))
                .as("the rejected call")
                .hasSize(1);
        assertThat(OLD_ZONE.calls("zoneInformation")).hasSize(1);
        assertThat(session.zone().api()).isEqualTo(NEW_ZONE.apiUrl());
        assertThat(connections
                        .find(organization, connection)
                        .orElseThrow()
                        .zone()
                        .api())
                .isEqualTo(NEW_ZONE.apiUrl());
    }

    static Stream<StubFault> waysToLeave() {
        return Stream.of(
                StubFault.status(301, ""),
                StubFault.redirect("https://webservices3.autotask.net/"),
                StubFault.status(404, "<html>Not found</html>"),
                StubFault.status(410, ""),
                StubFault.RESET);
    }

    @ParameterizedTest
    @MethodSource("waysToLeave")
    void followsATenantWhoseOldServerHasNothingOfIt(StubFault left) throws Exception {
        OLD_ZONE.moveTo(NEW_ZONE).failAlways(left);
        AutotaskSession session = open();

        assertThat(session.count("Companies")).isEqualTo(1);

        assertThat(OLD_ZONE.calls("zoneInformation")).hasSize(1);
        assertThat(session.zone().api()).isEqualTo(NEW_ZONE.apiUrl());
    }

    @Test
    void followsATenantWhoseOldServerIsGone() throws Exception {
        AutotaskStub gone = AutotaskStub.start();
        URI nothing = gone.apiUrl();
        gone.close();
        OLD_ZONE.zoneUrl(NEW_ZONE.apiUrl().toString());
        connections.replace(organization, connection, OLD_ZONE.credentials(), zone(nothing, false));

        assertThat(open().count("Companies")).isEqualTo(1);
    }

    @Test
    void saysThatAutotaskNamesTheSameServerStill() {
        OLD_ZONE.failAlways("Companies", StubFault.status(404, ""));
        AutotaskSession session = open();

        for (int i = 0; i < 2; i++) {
            assertThatThrownBy(() -> session.count("Companies"))
                    .isInstanceOf(WrongAddress.class)
                    .message()
                    .startsWith("Autotask's server knows no such address (404).");
        }
        assertThat(OLD_ZONE.calls("zoneInformation")).as("looked up once").hasSize(1);
    }

    @Test
    void asksForNoZoneWhileAutotaskHasTroubleOfItsOwn() {
        OLD_ZONE.moveTo(NEW_ZONE).failAlways(StubFault.MAINTENANCE);

        assertThatThrownBy(() -> open().count("Companies")).isInstanceOf(Unavailable.class);

        assertThat(OLD_ZONE.calls("zoneInformation")).isEmpty();
    }

    @Test
    void saysWhereTheTenantIsSaidToBeWhenItCannotFollow() {
        OLD_ZONE.moveTo(NEW_ZONE).failAlways(StubFault.status(301, "")).zoneUrl("https://evil.example/");

        assertThatThrownBy(() -> open().count("Companies"))
                .isInstanceOf(WrongAddress.class)
                .hasMessage("Autotask's server points to another address (301). "
                        + "Asked where your tenant lives now: Autotask named an address Ascent does not trust.");
    }

    @Test
    void keepsAZoneThatAPersonEntered() {
        connections.replace(organization, connection, OLD_ZONE.credentials(), zone(OLD_ZONE.apiUrl(), true));
        OLD_ZONE.moveTo(NEW_ZONE).failAlways(StubFault.status(404, ""));

        assertThatThrownBy(() -> open().count("Companies"))
                .isInstanceOf(WrongAddress.class)
                .message()
                .contains("entered by hand");

        assertThat(OLD_ZONE.calls("zoneInformation")).isEmpty();
        assertThat(connections.find(organization, connection).orElseThrow().zone())
                .isEqualTo(zone(OLD_ZONE.apiUrl(), true));
    }

    private static Zone zone(URI api, boolean entered) {
        return new Zone("Zone", api, URI.create("https://ww1.autotask.net/"), DATABASES.get(), entered);
    }

    @Test
    void doesNotRepeatARejectionInTheSameZone() {
        OLD_ZONE.secret("changed");
        AutotaskSession session = open();

        assertThatThrownBy(() -> session.count("Companies")).isInstanceOf(CredentialsRejected.class);
        assertThatThrownBy(() -> session.count("Companies")).isInstanceOf(CredentialsRejected.class);

        assertThat(OLD_ZONE.calls().stream().filter(AutotaskStub.Call::withCredentials))
                .hasSize(1);
        assertThat(OLD_ZONE.calls("zoneInformation")).as("looked up once").hasSize(1);
    }

    @Test
    void stopsWhenTheNewZoneRejectsToo() {
        OLD_ZONE.moveTo(NEW_ZONE);
        NEW_ZONE.secret("changed");

        assertThatThrownBy(() -> open().count("Companies")).isInstanceOf(CredentialsRejected.class);

        assertThat(NEW_ZONE.calls()).hasSize(1);
    }

    @Test
    void doesNotFollowToAnotherDatabase() {
        OLD_ZONE.moveTo(NEW_ZONE).database(1);

        assertThatThrownBy(() -> open().count("Companies")).isInstanceOf(CredentialsRejected.class);

        assertThat(NEW_ZONE.calls()).isEmpty();
    }

    @Test
    void doesNotFollowToAnAddressItDoesNotTrust() {
        OLD_ZONE.moveTo(NEW_ZONE).zoneUrl("https://webservices.evil.example/");

        assertThatThrownBy(() -> open().count("Companies")).isInstanceOf(CredentialsRejected.class);
    }

    @Test
    void keepsTheRejectionWhenDiscoveryFails() {
        OLD_ZONE.moveTo(NEW_ZONE).failAlways("zoneInformation", StubFault.MAINTENANCE);

        assertThatThrownBy(() -> open().count("Companies")).isInstanceOf(CredentialsRejected.class);
    }

    private AutotaskSession open() {
        return sessions.open(organization, connection, (_, _) -> {});
    }
}
