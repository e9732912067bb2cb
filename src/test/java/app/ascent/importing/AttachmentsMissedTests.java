package app.ascent.importing;

import static org.assertj.core.api.Assertions.assertThat;

import app.ascent.importing.OwnerApi.Answer;
import app.ascent.web.Visitor;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Where files would stand that an import did not bring, everybody reads which and why. */
class AttachmentsMissedTests extends AttachmentJourney {

    private static final String TOO_LARGE = "was not copied: File too large";
    private static final String PHRASE = "quite a long phrase 9";

    private final int port;
    private Visitor owner;
    private Visitor member;

    AttachmentsMissedTests(JdbcClient jdbc, @Value("${local.server.port}") int port) {
        super(jdbc, port);
        this.port = port;
    }

    @BeforeEach
    void signIn() {
        owner = new Visitor(port);
        owner.signIn(OwnerApi.EMAIL, OwnerApi.PASSWORD);
        String email = "mia%d@fjordlight.example".formatted(System.nanoTime());
        added(
                "/api/v1/users",
                "{\"name\":\"Mia\",\"email\":\"%s\",\"role\":\"MEMBER\",\"password\":\"%s\"}".formatted(email, PHRASE));
        member = new Visitor(port);
        member.signIn(email, PHRASE);
    }

    private static Payload large(long id) {
        return file(id, 1).with("fileSize", 30_000_000);
    }

    private String list(long ticket) {
        return "/attachments/of/tickets/" + id(ticket);
    }

    private static String text(Visitor who, String address) {
        return who.get(address).body().replaceAll("<[^>]*>", " ").replaceAll("\\s+", " ");
    }

    @Test
    void standWhereTheyWouldHaveStood() {
        AUTOTASK.records(INFO, rows(large(5), large(6).with("ticketNoteID", 11), file(7, 1)));
        served(7, 1, "hello");
        String migration = create();
        run(migration);

        Stream.of(owner, member).forEach(who -> {
            String ticket = text(who, "/tickets/" + id(1));
            assertThat(ticket).contains("file-5.txt " + TOO_LARGE, "file-7.txt");
            assertThat(ticket.split("file-6.txt " + TOO_LARGE, -1))
                    .as("beside its note, and in the list of all")
                    .hasSize(3);
            assertThat(text(who, list(1))).contains("file-5.txt " + TOO_LARGE, "file-6.txt " + TOO_LARGE);
            assertThat(text(who, list(3))).contains("No attachments yet").doesNotContain(TOO_LARGE);
        });
    }

    @Test
    void areGoneWhenTheFilesCome() {
        AUTOTASK.records(INFO, rows(file(5, 1), file(6, 1), large(8)));
        String migration = create();
        run(migration);
        assertThat(text(member, list(1)))
                .contains(
                        "file-5.txt was not copied: Unreadable answer",
                        "file-6.txt was not copied: Unreadable answer",
                        "file-8.txt " + TOO_LARGE);
        served(5, 1, "hello");
        AUTOTASK.records(INFO, rows(file(5, 1), large(6)));

        run(migration);

        assertThat(text(member, list(1)))
                .as("the newest run that saw a file decides")
                .contains("file-5.txt", "file-6.txt " + TOO_LARGE, "file-8.txt " + TOO_LARGE)
                .doesNotContain("file-5.txt was", "Unreadable answer");
    }

    @Test
    void areNamedUpToALimit() {
        AUTOTASK.records(
                INFO,
                LongStream.range(100, 137).mapToObj(id -> large(id).toString()).toList());
        run(create());

        String list = text(member, list(1));

        assertThat(list.split(TOO_LARGE, -1)).hasSize(26);
        assertThat(list).contains("and 12 more");
    }

    @Test
    void areSaidToBeLeftOutByTheScope() {
        AUTOTASK.records(INFO, rows(file(5, 1)));
        served(5, 1, "hello");
        String migration = create();
        String scope = "{\"history\":\"ALL\",\"entities\":[{\"entity\":\"attachments\",\"included\":false}]}";
        Answer taken = api.put(migration + "/scope", scope);
        assertThat(taken.status()).as(taken.text()).isEqualTo(200);
        run(migration);

        Stream.of(list(1), "/tickets/" + id(1)).forEach(address -> {
            assertThat(text(owner, address)).contains("They were left out of the import.", "Change the scope");
            assertThat(text(member, address))
                    .contains("No attachments yet", "They were left out of the import.")
                    .doesNotContain("Change the scope");
        });
        assertThat(owner.get(list(1)).body())
                .contains("href=\"/admin/autotask-migration/%s/scope\"".formatted(migration.replaceFirst(".*/", "")));

        assertThat(api.put(migration + "/scope", "{\"history\":\"ALL\"}").status())
                .isEqualTo(200);
        run(migration);

        assertThat(text(owner, list(2))).contains("No attachments yet").doesNotContain("left out");
        assertThat(text(owner, list(1))).contains("file-5.txt");
    }
}
