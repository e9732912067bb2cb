package app.ascent.importing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import app.ascent.importing.OwnerApi.Answer;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Whole runs that bring files: which there are, what is in them, and what becomes of those with which something is wrong. */
class AttachmentRunTests extends AttachmentJourney {

    AttachmentRunTests(JdbcClient jdbc, @Value("${local.server.port}") int port) {
        super(jdbc, port);
    }

    @Override
    Set<String> kinds() {
        return Set.of("contacts", "tickets", "attachments");
    }

    private String only(String migration, long id) {
        return String.join("; ", findings(migration, "attachments", id));
    }

    @Test
    void givesEachFileToWhatItHangsOn() {
        AUTOTASK.records(
                INFO,
                rows(
                        file(5, 1),
                        file(6, 1).with("ticketNoteID", 11).with("publish", 2).with("attachedByContactID", MARA),
                        file(7, 2),
                        file(8, 1).with("ticketNoteID", 12),
                        Payload.record(9)
                                .with("companyID", 174)
                                .with("attachmentType", "URL")
                                .with("fullPath", "http://wiki.example/plan")
                                .with("publish", 2)
                                .with("attachDate", "2026-09-27T15:20:33Z")));
        List.of(5L, 6L, 8L).forEach(id -> served(id, 1, "hello"));
        served(7, 2, "other");

        String migration = create();
        Answer ended = run(migration);

        assertThat(counts(ended, "attachments")).containsExactly(5L, 5L, 5L, 0L, 0L, 0L, 0L, 0L);
        assertThat(column(
                        "select source_id || ' ' || owner_kind || ' ' || place_kind || ' ' || kind || ' ' || visibility || ' ' || name"
                                + " from attachment order by source_id"))
                .containsExactly(
                        "5 tickets tickets FILE CLIENT file-5.txt",
                        "6 entries tickets FILE INTERNAL file-6.txt",
                        "7 tickets tickets FILE CLIENT file-7.txt",
                        "8 tickets tickets FILE CLIENT file-8.txt",
                        "9 clients clients LINK INTERNAL plan");
        assertThat(column("select distinct sha256 from attachment where kind = 'FILE'"))
                .as("the same bytes lie there once")
                .hasSize(2);
        assertThat(AUTOTASK.calls().stream().filter(call -> call.path().contains("/Attachments/")))
                .as("files of open tickets come first, then the newest")
                .extracting(call -> call.path().replaceFirst(".*/Attachments/", ""))
                .containsExactly("8", "6", "5", "7");
    }

    @Test
    void bringsNothingTwiceAndFetchesNothingAgain() {
        AUTOTASK.records(INFO, rows(file(5, 1)));
        served(5, 1, "hello");
        String migration = create();
        run(migration);
        AUTOTASK.forgetCalls();

        Answer again = run(migration);

        assertThat(counts(again, "attachments")).containsExactly(1L, 1L, 0L, 0L, 1L, 0L, 0L, 0L);
        assertThat(count("attachment")).isOne();
        assertThat(AUTOTASK.calls()).noneMatch(call -> call.path().contains("/Attachments/"));
    }

    /** Whichever batch it was in: a run that was stopped cuts batches elsewhere, and ends with the same checkpoint. */
    @Test
    void remembersTheHighestOfWhatCameNewestFirst() {
        AUTOTASK.records(INFO, rows(link(5), link(9)));

        run(create());

        assertThat(column("select loaded_up_to::text from migration_load_checkpoint where entity = 'attachments'"))
                .containsExactly("9");
    }

    private static Payload link(long id) {
        return Payload.record(id)
                .with("companyID", 174)
                .with("attachmentType", "URL")
                .with("fullPath", "http://wiki.example/" + id)
                .with("attachDate", "2026-09-27T15:20:33Z");
    }

    @Test
    void costsEachFileWithWhichSomethingIsWrongItselfOnly() {
        AUTOTASK.records(
                INFO,
                rows(
                        file(20, 1),
                        file(21, 1).with("fileSize", 4),
                        file(22, 1).with("fileSize", 6),
                        file(23, 1),
                        file(24, 1).with("fileSize", 0),
                        file(25, 1).with("fileSize", 30_000_000),
                        file(26, 1)
                                .with("attachmentType", "FILE_LINK")
                                .with("fullPath", "\\\\\\\\server\\\\share\\\\x.doc"),
                        file(27, 1).with("attachmentType", "URL").with("fullPath", "javascript:alert(1)"),
                        file(28, 1),
                        file(29, 1),
                        Payload.record(30)
                                .with("companyID", 174)
                                .with("opportunityID", 4)
                                .with("fileSize", 5),
                        file(31, 1).withNull("fileSize"),
                        file(32, 1).with("fullPath", "..\\\\..\\\\CON.txt")));
        served(20, 1, "hello");
        served(21, 1, "hello");
        served(22, 1, "hello");
        AUTOTASK.file("Tickets/1/Attachments/23", items(23, "aGVs!!bG8="));
        AUTOTASK.file("Tickets/1/Attachments/28", items(28, "").replace("\"\"", "null"));
        AUTOTASK.file("TicketAttachments/28", "{\"item\":{\"id\":28,\"data\":\"%s\"}}".formatted(data("hello")));
        AUTOTASK.file("Tickets/1/Attachments/31", items(31, ""));
        AUTOTASK.file("Tickets/1/Attachments/32", items(32, "aGVs\\r\\nbG8="));

        String migration = create();
        Answer ended = run(migration);

        assertThat(counts(ended, "attachments")).containsExactly(13L, 3L, 3L, 0L, 0L, 0L, 6L, 4L);
        assertThat(column("select source_id || ' ' || name from attachment order by source_id"))
                .containsExactly("20 file-20.txt", "28 file-28.txt", "32 _CON.txt");
        assertThat(Stream.of(21L, 22L, 23L, 24L, 25L, 26L, 27L, 29L, 30L, 31L))
                .extracting(id -> id, id -> only(migration, id).replaceFirst(" .*", ""))
                .containsExactly(
                        tuple(21L, "CORRUPT"),
                        tuple(22L, "CORRUPT"),
                        tuple(23L, "CORRUPT"),
                        tuple(24L, "EMPTY_FILE"),
                        tuple(25L, "TOO_LARGE"),
                        tuple(26L, "NO_CONTENT"),
                        tuple(27L, "NO_CONTENT"),
                        tuple(29L, "SOURCE_ERROR"),
                        tuple(30L, "UNSUPPORTED_PARENT"),
                        tuple(31L, "EMPTY_FILE"));
        assertThat(AUTOTASK.calls())
                .as("nothing that is too large is asked for")
                .noneMatch(call -> call.path().endsWith("/25"));
        assertThat(count("file_content")).as("and nothing lies about").isOne();
    }

    @Test
    void namesEachRecordAloneWhereATenantUnderstandsNoLists() {
        AUTOTASK.noListsOfOwners().records(INFO, rows(file(5, 1), file(7, 2)));
        served(5, 1, "hello");
        served(7, 2, "other");

        String migration = create();
        assertThat(counts(run(migration), "attachments")).startsWith(2L, 2L);
        AUTOTASK.forgetCalls();
        run(migration);

        assertThat(AUTOTASK.calls())
                .as("it is remembered")
                .noneMatch(call -> call.endpoint().equals(INFO) && call.body().contains("\"in\""));
    }

    @Test
    void triesAFileOnceMoreThatFailed() {
        AUTOTASK.records(INFO, rows(file(5, 1)));
        String migration = create();
        run(migration);
        assertThat(only(migration, 5)).startsWith("SOURCE_ERROR");
        served(5, 1, "hello");

        Answer retried =
                api.post(migration + "/records/retry", "{\"entity\":\"attachments\",\"code\":\"SOURCE_ERROR\"}");

        assertThat(retried.status()).as(retried.text()).isEqualTo(202);
        assertThat(counts(ended(migration), "attachments")).startsWith(1L, 1L);
        assertThat(count("attachment")).isOne();
    }
}
