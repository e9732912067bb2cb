package app.ascent.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.ascent.sandbox.tenant.Entity;
import java.io.IOException;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** Files and what is in them, over HTTP. */
class FileTests extends SandboxTest {

    private static final String TICKETS = "{\"op\":\"in\",\"field\":\"ticketID\",\"value\":[%s]}";

    /** The one about which more was written, and to which more was attached, than to any other. */
    private static final long TICKET = 1_048_603;

    private static String eq(String field, long value) {
        return "{\"op\":\"eq\",\"field\":\"" + field + "\",\"value\":" + value + "}";
    }

    private JsonNode files(String filter) throws IOException {
        return query("AttachmentInfo", "{\"filter\":[{\"op\":\"gt\",\"field\":\"id\",\"value\":-1}," + filter + "]}")
                .get("items");
    }

    private JsonNode find(String field) throws IOException {
        for (long i = 0; i < tenant.table(Entity.TICKETS).size(); i++) {
            for (JsonNode file :
                    files(eq("ticketID", tenant.table(Entity.TICKETS).idAt(i)))) {
                if (!file.get(field).isNull()) {
                    return file;
                }
            }
        }
        throw new IllegalStateException("No file has " + field);
    }

    @Test
    void listsTheFilesOfTicketsWithThoseOfTheirNotesAndHours() throws IOException {
        JsonNode note = find("ticketNoteID");
        JsonNode hours = find("timeEntryID");
        long one = note.get("ticketID").asLong();
        long other = hours.get("ticketID").asLong();

        JsonNode both = files(TICKETS.formatted(one + "," + other + ",5"));

        List<String> names = json(get(API + "/AttachmentInfo/entityInformation/fields"))
                .get("fields")
                .valueStream()
                .map(field -> field.get("name").asString())
                .toList();
        assertThat(both.valueStream()).contains(note, hours).allSatisfy(file -> assertThat(file.propertyNames())
                .containsExactlyElementsOf(names));
        assertThat(count("AttachmentInfo", TICKETS.formatted(one + "," + other)))
                .isEqualTo(both.size());
        assertThat(files(eq("ticketNoteID", note.get("ticketNoteID").asLong()))).contains(note);
        assertThat(read("TicketAttachments", 7, eq("ticketID", TICKET)))
                .isEqualTo(files(eq("ticketID", TICKET)).valueStream().toList())
                .hasSizeGreaterThan(25);
        assertThat(json(get(API + "/Tickets/" + TICKET + "/Attachments")).get("items"))
                .hasSize(files(eq("ticketID", TICKET)).size())
                .allMatch(file -> file.get("data").isNull());
    }

    @ParameterizedTest
    @ValueSource(strings = {"/query", "/query/count"})
    void listsNothingWithoutAnOwner(String call) throws IOException {
        var refused = post(API + "/AttachmentInfo" + call, "{\"filter\":[" + ALL + "]}");

        assertThat(refused.statusCode()).isEqualTo(500);
        assertThat(error(refused)).contains("Invalid query syntax", "parent");
        assertThat(post(API + "/TicketAttachments" + call, "{\"filter\":[" + eq("companyID", 0) + "]}")
                        .statusCode())
                .isEqualTo(500);
    }

    @Test
    void listsTheFilesOfOneOwnerAtATimeWhereMoreMayNotBeAskedFor() throws IOException {
        faults.use(Map.of("variants", "FILES_OF_ONE_OWNER"));

        var refused = post(API + "/AttachmentInfo/query", "{\"filter\":[" + TICKETS.formatted(TICKET + ",174") + "]}");

        assertThat(refused.statusCode()).isEqualTo(500);
        assertThat(error(refused)).contains("one parent");
        assertThat(files(eq("ticketID", TICKET))).isNotEmpty();
    }

    @Test
    void saysWhoMaySeeAFileAndWhatCannotBeFilteredBy() throws IOException {
        JsonNode fields =
                json(get(API + "/AttachmentInfo/entityInformation/fields")).get("fields");

        assertThat(fields.valueStream()
                        .filter(field -> !field.get("isQueryable").asBoolean()))
                .extracting(field -> field.get("name").asString())
                .containsExactly("creatorType", "fileSize");
        assertThat(fields.valueStream()
                        .filter(field -> field.get("name").asString().equals("publish"))
                        .flatMap(field -> field.get("picklistValues").valueStream()))
                .extracting(value -> value.get("label").asString())
                .containsExactly("All Users incl. client portal", "Internal");
    }

    /** Both ways to the content lead to the same, and a wrong one nowhere. */
    @ParameterizedTest
    @CsvSource({
        "Tickets, ticketID, TicketAttachments",
        "TicketNotes, ticketNoteID, TicketNoteAttachments",
        "TimeEntries, timeEntryID, TimeEntryAttachments"
    })
    void sendsWhatIsInAFile(String owners, String field, String root) throws IOException {
        JsonNode file = find(field);
        String way = "/Attachments/" + file.get("id").asLong();

        JsonNode below = json(get(API + "/" + owners + "/" + file.get(field).asLong() + way));
        JsonNode above = json(get(API + "/" + root + "/" + file.get("id").asLong()));

        JsonNode item = below.at("/items/0");
        assertThat(Base64.getDecoder().decode(item.get("data").asString()))
                .hasSize(file.get("fileSize").asInt());
        assertThat(above).isEqualTo(below);
        assertThat(item.get("fullPath")).isEqualTo(file.get("fullPath"));
        assertThat(json(get(API + "/" + owners + "/5" + way)).get("items")).isEmpty();
        assertThat(json(get(API + "/CompanyAttachments/" + file.get("id").asLong()))
                        .get("items"))
                .isEmpty();
    }

    @Test
    void sendsTheFileOfAProjectByItsRootAsOneItem() throws IOException {
        JsonNode file = files(
                        "{\"op\":\"in\",\"field\":\"projectID\",\"value\":[150,162,174,186,198,210,29701042,29701049,29701056,29701063,29701070]}")
                .get(0);

        JsonNode item = json(get(API + "/ProjectAttachments/" + file.get("id").asLong()))
                .get("item");

        assertThat(item.get("data").asString()).isNotEmpty();
    }

    @ParameterizedTest
    @CsvSource({"TRUNCATED, 0", "SILENT, 300"})
    void stopsInTheMiddleOfAFile(String kind, int silence) throws IOException {
        JsonNode file = find("ticketNoteID");
        String path = API + "/Tickets/" + file.get("ticketID").asLong() + "/Attachments/"
                + file.get("id").asLong();
        faults.use(Map.of("rules[0].path", "/Attachments/", "rules[0].kind", kind, "hang", silence + "ms"));

        long begin = System.nanoTime();
        assertThatThrownBy(() -> get(path)).isInstanceOf(IOException.class);
        assertThat(System.nanoTime() - begin).isGreaterThanOrEqualTo(TimeUnit.MILLISECONDS.toNanos(silence));
        assertThat(get(path).statusCode()).isEqualTo(200);
        assertThat(log.calls()).last().isEqualTo(new CallLog.Call("GET", path.substring("/sandbox".length()), 200));
    }

    @Test
    void hidesFilesFromThoseWithoutTheRight() throws IOException {
        faults.use(Map.of("access.AttachmentInfo", "0"));

        assertThat(List.of(
                        get(API + "/Tickets/" + TICKET + "/Attachments").statusCode(),
                        get(API + "/TicketAttachments/880123").statusCode()))
                .containsOnly(500);
    }
}
