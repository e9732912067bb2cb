package app.ascent.database.contact;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import app.ascent.TestDatabase;
import app.ascent.identity.Crew;
import app.ascent.web.Visitor;
import app.ascent.web.Visitor.Answer;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** The database goes away under people at work, without a word or with one, and comes back. */
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
class DatabaseGoneTests {

    private static final Duration LIMIT = Duration.ofSeconds(5);
    private static final String WORDS = "Something went wrong on our side. Your data is unchanged.";

    private static Cable cable;

    private final JdbcClient jdbc;
    private final int port;
    private Crew crew;

    /** How a database can be gone. */
    enum Blow {
        FROZEN {
            @Override
            void strike() {
                cable.freeze();
            }
        },
        CUT {
            @Override
            void strike() {
                cable.cut();
            }
        };

        abstract void strike();
    }

    DatabaseGoneTests(JdbcClient jdbc, @LocalServerPort int port) {
        this.jdbc = jdbc;
        this.port = port;
    }

    @DynamicPropertySource
    static void behindACable(DynamicPropertyRegistry settings) throws IOException {
        TestDatabase.Coordinates database = TestDatabase.fresh();
        URI address = URI.create(database.url().substring("jdbc:".length()));
        cable = new Cable(address.getHost(), address.getPort());
        String near =
                database.url().replace(address.getHost() + ":" + address.getPort(), "127.0.0.1:" + cable.entrance());
        Path directory = Files.createTempDirectory(Files.createDirectories(Path.of("target", "test-data")), "");
        settings.add("spring.datasource.url", () -> near);
        settings.add("spring.datasource.username", database::user);
        settings.add("spring.datasource.password", database::password);
        settings.add("spring.datasource.hikari.maximum-pool-size", () -> 12);
        settings.add("ascent.data-dir", directory::toString);
        settings.add("ascent.encryption-key", () -> Base64.getEncoder().encodeToString(new byte[32]));
    }

    @BeforeEach
    void hire() {
        crew = Crew.of(jdbc, "Fjordlight IT");
    }

    @AfterEach
    void mend() {
        cable.mend();
        await().atMost(Duration.ofSeconds(30))
                .until(() -> new Visitor(port).get("/actuator/health/readiness").status() == 200);
    }

    @ParameterizedTest
    @EnumSource
    void isToldToEverybodyWithinFiveSecondsAndForgottenWhenItIsBack(Blow blow) {
        Visitor person = new Visitor(port);
        person.signIn(crew.owner().email(), Crew.PASSWORD);
        assertThat(person.get("/clients").status()).isEqualTo(200);
        String basic = Visitor.basic(crew.owner().email(), Crew.PASSWORD);
        List<Supplier<Answer>> asking = List.of(
                () -> person.get("/clients"),
                () -> person.get("/"),
                () -> new Visitor(port).get("/login", "Cookie", "ascent_session=" + person.session()),
                () -> new Visitor(port).get("/api/v1/clients", "Authorization", basic),
                () -> new Visitor(port).json("POST", "/api/v1/clients", "{\"name\":\"New\"}", "Authorization", basic));

        List<String[]> senders = List.of(
                new String[] {},
                new String[] {"Cookie", "ascent_session=" + person.session() + "; JSESSIONID=1; SERVERID=a"},
                new String[] {"Authorization", basic},
                new String[] {"Authorization", Visitor.basic("nobody@probe.example", "wrong")},
                new String[] {"Authorization", "Bearer of-nothing", "Cookie", "__Host-ascent_session=x"});

        blow.strike();
        senders.forEach(sender -> assertThat(timed(() -> new Visitor(port).get("/actuator/health/liveness", sender))
                        .join()
                        .status())
                .isEqualTo(200));
        List<CompletableFuture<Answer>> first =
                asking.stream().map(DatabaseGoneTests::timed).toList();
        CompletableFuture<Answer> readiness = timed(() -> new Visitor(port).get("/actuator/health/readiness"));

        first.forEach(answer -> saysSo(answer.join()));
        await().atMost(LIMIT)
                .until(() -> new Visitor(port).get("/actuator/health/readiness").status() == 503);
        assertThat(readiness.join().status()).isIn(200, 503); // asked before anybody could know

        asking.forEach(again -> saysSo(timed(again).join()));
        senders.forEach(sender -> {
            Answer live = timed(() -> new Visitor(port).get("/actuator/health/liveness", sender))
                    .join();
            Answer ready = timed(() -> new Visitor(port).get("/actuator/health/readiness", sender))
                    .join();
            assertThat(live.status()).isEqualTo(200);
            assertThat(ready.status()).isEqualTo(503);
            assertThat(ready.body()).isEqualTo("{\"status\":\"DOWN\"}");
        });
        assertThat(person.get("/shell/ascent.css").status())
                .as("of the page that says so")
                .isEqualTo(200);

        cable.mend();
        await().atMost(Duration.ofSeconds(10))
                .until(() -> person.get("/clients").status() == 200);
    }

    private static CompletableFuture<Answer> timed(Supplier<Answer> asking) {
        CompletableFuture<Answer> answer = CompletableFuture.supplyAsync(
                () -> {
                    long start = System.nanoTime();
                    Answer came = asking.get();
                    assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(LIMIT);
                    return came;
                },
                Thread::startVirtualThread);
        return answer.orTimeout(20, TimeUnit.SECONDS);
    }

    private static void saysSo(Answer answer) {
        assertThat(answer.status()).as(answer.body()).isEqualTo(503);
        assertThat(answer.body()).contains(WORDS).doesNotContain("Exception", "cannot be read");
        if (answer.header("Content-Type").orElse("").contains("json")) {
            assertThat(answer.body())
                    .contains("/problems/unavailable")
                    .containsPattern("\"errorId\":\"\\w{4}-\\w{4}\"");
        } else {
            assertThat(answer.body()).contains("/shell/ascent.css").containsPattern("Error \\w{4}-\\w{4}\\.");
        }
    }
}
