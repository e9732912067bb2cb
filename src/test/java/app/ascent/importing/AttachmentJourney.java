package app.ascent.importing;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.jdbc.core.simple.JdbcClient;

/** An import of two open tickets and one that is closed, with what tests attach to them. */
abstract class AttachmentJourney extends TicketJourney {

    static final String INFO = "AttachmentInfo";

    AttachmentJourney(JdbcClient jdbc, int port) {
        super(jdbc, port);
    }

    @BeforeEach
    @Override
    void fillTenant() {
        AUTOTASK.companies(Payload.company().withNull("parentCompanyID").toString())
                .contacts(Payload.contact().with("id", MARA).toString())
                .records("Tickets", rows(ticket(1), closed(2), ticket(3)))
                .records("TicketNotes", rows(note(11, 1)));
    }

    static Payload file(long id, long ticket) {
        return Payload.record(id)
                .with("ticketID", ticket)
                .with("attachmentType", "FILE_ATTACHMENT")
                .with("title", "File " + id)
                .with("fullPath", "file-" + id + ".txt")
                .with("contentType", "text/plain")
                .with("fileSize", 5)
                .with("attachDate", "2026-09-27T15:20:33.61Z")
                .with("attachedByResourceID", 29000001)
                .with("publish", 1);
    }

    static String data(String text) {
        return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }

    static String items(long id, String base64) {
        return "{\"items\":[{\"id\":%d,\"data\":\"%s\"}],\"pageDetails\":{\"count\":1}}".formatted(id, base64);
    }

    /** Served by the way that is asked first. */
    static void served(long id, long ticket, String text) {
        AUTOTASK.file("Tickets/%d/Attachments/%d".formatted(ticket, id), items(id, data(text)));
    }

    /** Files whose content was asked for, in that order. */
    static List<Long> fetched() {
        return AUTOTASK.calls().stream()
                .filter(call -> call.path().contains("/Attachments/"))
                .map(call -> Long.valueOf(call.path().replaceFirst(".*/", "")))
                .toList();
    }
}
