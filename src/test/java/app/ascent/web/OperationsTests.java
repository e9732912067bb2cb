package app.ascent.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import app.ascent.AscentTest;
import app.ascent.identity.Crew;
import app.ascent.identity.Role;
import app.ascent.web.Visitor.Answer;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What an operator's programs and an Owner are told of a node, and what nobody else is. */
@AscentTest(properties = "ascent.metrics.token=" + OperationsTests.TOKEN)
class OperationsTests {

    static final String TOKEN = "a-token-of-the-scraper";

    private static final String FIGURES = "/actuator/prometheus";
    private static final Pattern POLLED = Pattern.compile("\"polledAt\":\"([^\"]+)\"");
    private static final Pattern LABEL = Pattern.compile("(\\w+)=\"");

    private final JdbcClient jdbc;
    private final int port;
    private Crew crew;

    OperationsTests(JdbcClient jdbc, @LocalServerPort int port) {
        this.jdbc = jdbc;
        this.port = port;
    }

    @BeforeEach
    void hire() {
        crew = Crew.of(jdbc, "Fjordlight IT");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/actuator/health", "/actuator/health/liveness", "/actuator/health/readiness"})
    void tellAStrangerOneWord(String path) {
        await().atMost(Duration.ofSeconds(10)).untilAsserted(() -> {
            Answer answer = new Visitor(port).get(path);
            assertThat(answer.status()).isEqualTo(200);
            assertThat(answer.body())
                    .containsPattern("^\\{(\"groups\":\\[\"liveness\",\"readiness\"],)?\"status\":\"UP\"}$");
        });
    }

    @Test
    void showAnOwnerTheParts() {
        String whole = new Visitor(port)
                .get("/actuator/health", "Authorization", basic(Role.OWNER))
                .body();

        assertThat(whole)
                .contains("\"livenessState\"", "\"readinessState\"", "\"db\"", "\"scheduler\"", "\"encryptionKey\"")
                .contains("\"overdue\":0")
                .doesNotContain("dbScheduler");
    }

    @Test
    void showAnOwnersSessionThePartsToo() {
        Visitor owner = new Visitor(port);
        owner.signIn(crew.owner().email(), Crew.PASSWORD);

        assertThat(owner.get("/actuator/health").body()).contains("\"encryptionKey\"");
    }

    @ParameterizedTest
    @EnumSource(names = {"ADMIN", "MEMBER"})
    void tellOtherUsersOneWord(Role role) {
        assertThat(new Visitor(port)
                        .get("/actuator/health", "Authorization", basic(role))
                        .body())
                .doesNotContain("components");
    }

    @Test
    void refuseAWrongPassword() {
        String wrong = Visitor.basic(crew.owner().email(), "not the password");

        assertThat(new Visitor(port)
                        .get("/actuator/health", "Authorization", wrong)
                        .status())
                .isEqualTo(401);
    }

    /** Who probes is never looked up, so that nothing a probe sends along can make it fail. */
    @ParameterizedTest
    @ValueSource(strings = {"/actuator/health/liveness", "/actuator/health/readiness"})
    void tellAProbeOneWordWhoeverItSaysItIs(String path) {
        Visitor owner = new Visitor(port);
        owner.signIn(crew.owner().email(), Crew.PASSWORD);
        String wrong = Visitor.basic(crew.owner().email(), "not the password");

        assertThat(List.of(
                        owner.get(path),
                        owner.get(path, "Authorization", wrong),
                        new Visitor(port).get(path, "Authorization", basic(Role.OWNER)),
                        new Visitor(port).get(path, "Authorization", "Bearer of nothing"),
                        new Visitor(port).get(path, "Cookie", "ascent_session=made-up; other=1")))
                .allSatisfy(answer -> {
                    assertThat(answer.status()).isEqualTo(200);
                    assertThat(answer.body()).isEqualTo("{\"status\":\"UP\"}");
                    assertThat(answer.header("Set-Cookie")).isEmpty();
                });
    }

    /** Another node may be the one that always gets what is due. */
    @Test
    void knowThatASchedulerIsAliveWhereNothingIsDue() {
        jdbc.sql("update scheduler_task set execution_time = execution_time + interval '1 day'")
                .update();
        try {
            String before = polledAt();

            await().atMost(Duration.ofSeconds(10)).until(() -> polledAt().compareTo(before) > 0 && !before.isEmpty());
        } finally {
            jdbc.sql("update scheduler_task set execution_time = execution_time - interval '1 day'")
                    .update();
        }
    }

    private String polledAt() {
        Matcher polled = POLLED.matcher(new Visitor(port)
                .get("/actuator/health", "Authorization", basic(Role.OWNER))
                .body());
        return polled.find() ? polled.group(1) : "";
    }

    @Test
    void giveTheFiguresToTheToken() {
        Answer answer = new Visitor(port).get(FIGURES, "Authorization", "Bearer " + TOKEN);

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.body())
                .contains("ascent_migration_migrations{status=\"RUNNING\"}", "ascent_autotask_budget_left");
    }

    @ParameterizedTest
    @ValueSource(strings = {"Bearer wrong-token-of-the-scraper", "Bearer ", "Bearer a-token-of-the-scrape", "Bearer"})
    void keepTheFiguresFromAnyOther(String authorization) {
        assertThat(new Visitor(port)
                        .get(FIGURES, "Authorization", authorization)
                        .status())
                .isEqualTo(401);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/api/v1/clients", "/actuator/info", "/actuator", "/actuator/health", "/"})
    void openNothingElseToTheToken(String path) {
        Answer answer = new Visitor(port).get(path, "Authorization", "Bearer " + TOKEN);

        assertThat(answer.status()).isIn(200, 302, 401);
        assertThat(answer.body()).doesNotContain("components", "items", "_links");
    }

    @ParameterizedTest
    @ValueSource(strings = {"env", "configprops", "beans", "heapdump", "threaddump", "loggers", "shutdown", "mappings"})
    void doNotExistBeyondHealthAndFigures(String endpoint) {
        assertThat(new Visitor(port)
                        .get("/actuator/" + endpoint, "Authorization", basic(Role.OWNER))
                        .status())
                .isEqualTo(404);
    }

    @Test
    void countTheMigrationsOfTheDatabase() {
        await().atMost(Duration.ofSeconds(10)).untilAsserted(() -> assertThat(figures())
                .anyMatch(line -> line.startsWith("ascent_migration_migrations{status=\"RUNNING\"} 0"))
                .anyMatch(line -> line.startsWith("ascent_migration_longest_wait_seconds 0")));
    }

    @Test
    void labelOurFiguresWithNothingThatGrowsWithCustomers() {
        assertThat(figures())
                .filteredOn(line -> line.startsWith("ascent_"))
                .flatMap(line -> LABEL.matcher(line)
                        .results()
                        .map(MatchResult::group)
                        .map(label -> label.substring(0, label.indexOf('=')))
                        .toList())
                .isSubsetOf(Set.of("entity", "outcome", "result", "status", "reason", "le"));
    }

    @Test
    void refuseATokenThatCanBeGuessed() {
        assertThatThrownBy(() -> new MetricsToken("hunter2"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("ascent.metrics.token")
                .hasMessageNotContaining("hunter2");
    }

    private List<String> figures() {
        return new Visitor(port)
                .get(FIGURES, "Authorization", "Bearer " + TOKEN)
                .body()
                .lines()
                .toList();
    }

    private String basic(Role role) {
        return Visitor.basic(crew.as(role).email(), Crew.PASSWORD);
    }
}
