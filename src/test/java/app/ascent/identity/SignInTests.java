package app.ascent.identity;

import static org.assertj.core.api.Assertions.assertThat;

import app.ascent.TickingClock;
import app.ascent.web.Formats;
import app.ascent.web.VisitedApplication;
import app.ascent.web.Visitor;
import app.ascent.web.Visitor.Answer;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.crypto.bcrypt.BCryptPasswordEncoder;

@VisitedApplication
class SignInTests {

    private static final String WRONG =
            "Email or password is wrong. Five wrong tries in a row lock sign-in for 15 minutes.";

    private static final AtomicInteger SOURCES = new AtomicInteger();

    private final JdbcClient jdbc;
    private final TickingClock clock;
    private final Formats formats;
    private final int port;

    private final String source = "2001:db8:" + Integer.toHexString(SOURCES.incrementAndGet()) + "::7";

    private Crew crew;

    SignInTests(JdbcClient jdbc, TickingClock clock, Formats formats, @LocalServerPort int port) {
        this.jdbc = jdbc;
        this.clock = clock;
        this.formats = formats;
        this.port = port;
    }

    @BeforeEach
    void hire() {
        crew = Crew.of(jdbc, "Fjordlight IT");
    }

    @Test
    void signsInHoweverTheAddressIsSpelled() {
        Answer answer = signIn(" " + owner().toUpperCase() + " ", Crew.PASSWORD);

        assertThat(answer.location()).isEqualTo("/");
    }

    @Test
    void refusesAWrongPasswordAndKeepsTheAddress() {
        Answer answer = signIn(owner(), "not the password");

        assertThat(answer.status()).isEqualTo(401);
        assertThat(answer.body())
                .contains(WRONG)
                .contains("value=\"" + owner() + "\"")
                .doesNotContain("not the password");
    }

    @Test
    void saysTheSameOfAnUnknownUser() {
        String nobody = "nobody-" + owner();

        Answer first = signIn(nobody, "not the password");
        wrongTries(nobody, 3);
        Answer fifth = signIn(nobody, "not the password");

        assertThat(first.body()).contains(WRONG);
        assertThat(fifth.body()).contains("Sign-in is locked until");
    }

    @Test
    void locksAfterFiveWrongTriesInARowEvenForTheRightPassword() {
        wrongTries(owner(), 4);

        Answer fifth = signIn(owner(), "not the password");
        Answer right = signIn(owner(), Crew.PASSWORD);

        String until = "Sign-in is locked until "
                + formats.time(clock.instant().plus(Duration.ofMinutes(15)).minusSeconds(5))
                        .substring(0, 3);
        assertThat(fifth.body()).contains(until);
        assertThat(right.status()).isEqualTo(401);
        assertThat(right.body()).contains(until);
    }

    @Test
    void locksProgramsAsWell() {
        wrongTries(owner(), 5);

        Answer answer = visitor().get("/api/v1/users", "Authorization", Visitor.basic(owner(), Crew.PASSWORD));

        assertThat(answer.status()).isEqualTo(401);
        assertThat(answer.body()).contains("Sign-in is locked until");
    }

    @Test
    void countsTheWrongTriesOfPrograms() {
        for (int i = 0; i < 5; i++) {
            visitor().get("/api/v1/users", "Authorization", Visitor.basic(owner(), "not the password"));
        }

        assertThat(signIn(owner(), Crew.PASSWORD).body()).contains("Sign-in is locked until");
    }

    @Test
    void unlocksWhenTheTimeIsOver() {
        wrongTries(owner(), 5);

        clock.advance(Duration.ofMinutes(15).plusSeconds(1));

        assertThat(signIn(owner(), "not the password").body()).contains(WRONG);
        assertThat(signIn(owner(), Crew.PASSWORD).location()).isEqualTo("/");
    }

    @Test
    void beginsToCountAnewAfterARightPassword() {
        wrongTries(owner(), 4);
        signIn(owner(), Crew.PASSWORD);
        wrongTries(owner(), 4);

        assertThat(signIn(owner(), Crew.PASSWORD).location()).isEqualTo("/");
    }

    @Test
    void locksOnePersonAndNobodyElse() {
        wrongTries(owner(), 5);

        assertThat(signIn(crew.admin().email(), Crew.PASSWORD).location()).isEqualTo("/");
    }

    @Test
    void letsNoGuessSlipPastTheLockWhenManyComeAtOnce() throws Exception {
        wrongTries(owner(), 4);
        List<Callable<Integer>> guesses = IntStream.range(0, 20)
                .<Callable<Integer>>mapToObj(i -> () -> visitor()
                        .get("/api/v1/users", "Authorization", Visitor.basic(owner(), "guess " + i))
                        .status())
                .toList();

        try (ExecutorService crowd = Executors.newFixedThreadPool(8)) {
            for (Future<Integer> guess : crowd.invokeAll(guesses)) {
                assertThat(guess.get()).isEqualTo(401);
            }
        }

        assertThat(signIn(owner(), Crew.PASSWORD).body()).contains("Sign-in is locked until");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "no-address", "a@b c"})
    void refusesWhatIsNoAddress(String address) {
        assertThat(signIn(address, Crew.PASSWORD).status()).isEqualTo(401);
    }

    @Test
    void refusesADeactivatedUserInTheSameWords() {
        jdbc.sql("update identity_user set status = 'DEACTIVATED' where id = :id")
                .param("id", crew.member().id().value())
                .update();

        assertThat(signIn(crew.member().email(), Crew.PASSWORD).body()).contains(WRONG);
    }

    @Test
    void hashesAnOlderPasswordAnewAtTheNextSignIn() {
        jdbc.sql("update identity_user set password_hash = :hash where id = :id")
                .param("hash", "{bcrypt}" + new BCryptPasswordEncoder(4).encode(Crew.PASSWORD))
                .param("id", crew.owner().id().value())
                .update();

        assertThat(signIn(owner(), Crew.PASSWORD).location()).isEqualTo("/");

        assertThat(jdbc.sql("select password_hash from identity_user where id = :id")
                        .param("id", crew.owner().id().value())
                        .query(String.class)
                        .single())
                .startsWith("{bcrypt-sha384}");
        assertThat(signIn(owner(), Crew.PASSWORD).location()).isEqualTo("/");
    }

    @Test
    void notesTheLastSignIn() {
        signIn(owner(), Crew.PASSWORD);

        assertThat(jdbc.sql("select last_login_at is not null from identity_user where id = :id")
                        .param("id", crew.owner().id().value())
                        .query(Boolean.class)
                        .single())
                .isTrue();
    }

    /** Each test comes from a network of its own: its wrong tries are nothing to the others. */
    private Visitor visitor() {
        return Visitor.from(source, port);
    }

    private String owner() {
        return crew.owner().email();
    }

    private Answer signIn(String email, String password) {
        return visitor().signIn(email, password);
    }

    private void wrongTries(String email, int times) {
        for (int i = 0; i < times; i++) {
            assertThat(signIn(email, "not the password").status()).isEqualTo(401);
        }
    }
}
