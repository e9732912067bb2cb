package app.ascent.identity;

import static org.assertj.core.api.Assertions.assertThat;

import app.ascent.TickingClock;
import app.ascent.web.Visitor;
import app.ascent.web.Visitor.Answer;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Wrong tries lock the place they come from; those of strangers lock strangers, and never somebody at home. */
class SignInFromManyPlacesTests extends CrewAtWork {

    private static final AtomicInteger NETWORKS = new AtomicInteger();

    SignInFromManyPlacesTests(JdbcClient jdbc, TickingClock clock, @LocalServerPort int port) {
        super(jdbc, clock, port);
    }

    @Test
    void locksThePlaceThatGuessesAndNotTheOwner() {
        String attacker = network();

        guess(attacker, crew.owner().email(), 5);

        assertThat(signIn(attacker, Crew.PASSWORD).body()).contains("Sign-in is locked until");
        assertThat(signIn(network(), Crew.PASSWORD).location()).isEqualTo("/");
    }

    @Test
    void slowsStrangersDownWhereverTheyComeFromAndLetsTheOwnerIn() {
        String home = network();
        Visitor browser = Visitor.from(home, port);
        browser.signIn(crew.owner().email(), Crew.PASSWORD);

        guessFromManyPlaces(20);

        assertThat(signIn(network(), Crew.PASSWORD).body()).contains("Sign-in is locked until");
        assertThat(signIn(home, Crew.PASSWORD).location()).isEqualTo("/");
        assertThat(program(home).status()).isEqualTo(200);
        assertThat(program(network()).body()).contains("Sign-in is locked until");
    }

    @Test
    void letsStrangersTryAgainLater() {
        guessFromManyPlaces(20);
        String stranger = network();
        assertThat(signIn(stranger, Crew.PASSWORD).status()).isEqualTo(401);

        clock.advance(Duration.ofHours(1).plusSeconds(1));

        assertThat(signIn(stranger, Crew.PASSWORD).location()).isEqualTo("/");
    }

    /** A colleague, or whoever has the office's network, must not keep the others there out. */
    @Test
    void knowsABrowserWhenItsOwnNetworkIsLocked() {
        String office = network();
        Visitor browser = Visitor.from(office, port);
        browser.signIn(crew.owner().email(), Crew.PASSWORD);
        browser.post("/logout", Map.of());
        guess(office, crew.owner().email(), 6);
        assertThat(signIn(office, Crew.PASSWORD).body()).contains("Sign-in is locked until");

        assertThat(browser.signIn(crew.owner().email(), Crew.PASSWORD).location())
                .isEqualTo("/");
    }

    @Test
    void locksAKnownBrowserForItsOwnGuesses() {
        Visitor browser = Visitor.from(network(), port);
        browser.signIn(crew.owner().email(), Crew.PASSWORD);
        browser.post("/logout", Map.of());

        for (int i = 0; i < 5; i++) {
            browser.signIn(crew.owner().email(), "not the password");
        }

        assertThat(browser.signIn(crew.owner().email(), Crew.PASSWORD).body()).contains("Sign-in is locked until");
    }

    @Test
    void stopsASourceThatTriesOneAddressAfterTheOther() {
        String attacker = network();
        for (int i = 0; i < 50; i++) {
            guess(attacker, "somebody-" + i + "-" + crew.owner().email(), 1);
        }

        assertThat(signIn(attacker, Crew.PASSWORD).body()).contains("Sign-in is locked until");
        assertThat(signIn(network(), Crew.PASSWORD).location()).isEqualTo("/");
    }

    /** Otherwise whoever has an account of their own would begin to count anew by signing in to it. */
    @Test
    void doesNotForgiveASourceForARightPasswordOfItsOwn() {
        String attacker = network();
        for (int i = 0; i < 50; i++) {
            guess(attacker, "somebody-" + i + "-" + crew.owner().email(), 1);
            if (i == 25) {
                Visitor.from(attacker, port).signIn(crew.member().email(), Crew.PASSWORD);
            }
        }

        assertThat(signIn(attacker, Crew.PASSWORD).body()).contains("Sign-in is locked until");
    }

    @Test
    void takesAllAddressesOfANetworkForOne() {
        String network = network().replace("::7", "");

        for (int i = 0; i < 5; i++) {
            guess(network + "::" + i, crew.owner().email(), 1);
        }

        assertThat(signIn(network + ":1:2:3:4", Crew.PASSWORD).body()).contains("Sign-in is locked until");
    }

    private void guessFromManyPlaces(int times) {
        for (int i = 0; i < times; i++) {
            guess(network(), crew.owner().email(), 1);
        }
    }

    private void guess(String source, String email, int times) {
        for (int i = 0; i < times; i++) {
            assertThat(Visitor.from(source, port)
                            .signIn(email, "not the password")
                            .status())
                    .isEqualTo(401);
        }
    }

    private Answer signIn(String source, String password) {
        return Visitor.from(source, port).signIn(crew.owner().email(), password);
    }

    private Answer program(String source) {
        return Visitor.from(source, port)
                .get(
                        "/api/v1/users",
                        "Authorization",
                        Visitor.basic(crew.owner().email(), Crew.PASSWORD));
    }

    private static String network() {
        return "2001:db8:ff:" + Integer.toHexString(NETWORKS.incrementAndGet()) + "::7";
    }
}
