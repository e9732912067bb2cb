package app.ascent.importing;

import static org.assertj.core.api.Assertions.assertThat;

import app.ascent.autotask.StubFault;
import app.ascent.importing.OwnerApi.Answer;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Answers that would exhaust whoever reads them, or that cannot be read in part: they cost a record, or a sentence. */
class HostileAnswersTests extends ImportJourney {

    HostileAnswersTests(JdbcClient jdbc, @Value("${local.server.port}") int port) {
        super(jdbc, port);
    }

    @Override
    Set<String> kinds() {
        return Set.of("contacts");
    }

    /** An answer has room for 4 MB here. */
    @Test
    void costARecordAlone() {
        String nested = "[".repeat(1_500_000) + "]".repeat(1_500_000);
        AUTOTASK.companies(
                Payload.company().with("id", 1).toString(),
                "{\"id\":2,\"companyName\":\"Nested\",\"companyType\":%s}".formatted(nested),
                "{\"id\":3,\"companyName\":\"%s\"}".formatted("x".repeat(5_000_000)),
                Payload.company().with("id", 4).with("city", "K\uFFFDln").toString(),
                Payload.company().with("id", 5).with("city", "K\uD83Dln").toString());
        String migration = create();

        Answer report = run(migration);

        assertThat(report.at("/status")).isEqualTo("COMPLETED_WITH_ISSUES");
        Answer failed = api.get(migration + "/records?entity=companies&outcome=FAILED");
        assertThat(elements(failed.json().path("items"))
                        .map(one -> one.path("sourceId").asString() + " "
                                + one.path("code").asString() + " "
                                + one.path("message").asString()))
                .containsExactlyInAnyOrder(
                        "2 SOURCE_ERROR Autotask sent more for this record, or nested it deeper, than Ascent reads of one. "
                                + "Shorten its texts in Autotask, then try again.",
                        "3 SOURCE_ERROR Autotask sent more for this record, or nested it deeper, than Ascent reads of one. "
                                + "Shorten its texts in Autotask, then try again.");
        Answer remarked = api.get(migration + "/records?entity=companies&outcome=WARNED&code=CHARACTERS_LOST");
        assertThat(elements(remarked.json().path("items"))
                        .map(one -> one.path("sourceId").asString() + " "
                                + one.path("message").asString()))
                .containsExactly(
                        "4 City came from Autotask with characters that could not be read: K\uFFFDln",
                        "5 City held half a character in Autotask, as a text does that was cut. The half was left out.");
        assertThat(client(5, "city")).isEqualTo("Kln");
    }

    @Test
    void doNotHoldARunUpWithAnEndlessComplaint() {
        AUTOTASK.companies(Payload.company().toString());
        String migration = create();
        AUTOTASK.failNext("Companies", StubFault.errors(500, "threshold ".repeat(100_000)));

        assertThat(run(migration).at("/status")).isEqualTo("COMPLETED");
    }

    @Test
    void nameWhatStoppedARun() {
        String migration = create();
        AUTOTASK.failAlways("Companies", StubFault.status(301, ""));

        start(migration);
        Answer stopped = awaited(migration, "FAILED");

        assertThat(stopped.at("/status")).isEqualTo("FAILED");
        assertThat(stopped.at("/statusReason"))
                .contains("Autotask's server points to another address (301).")
                .contains("Autotask names the same server");
    }
}
