package app.ascent.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.ascent.sandbox.tenant.Delivery;
import app.ascent.sandbox.tenant.Entity;
import app.ascent.sandbox.tenant.Row;
import app.ascent.sandbox.tenant.Table;
import java.io.IOException;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.LongStream;
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
    @CsvSource({
        "IN_LINES, 200 items data, 200 items data",
        "DAMAGED, 200 items data, 200 items data",
        "AT_ROOT_ALONE, 200 items null, 200 items data",
        "AT_ROOT_AS_ITEM, 200 items null, 200 item data",
        "NOWHERE, 200 items null, 200 items null",
        "LEFT_OUT, 200 items nothing, 200 items nothing",
        "NOT_FOUND, 404, 404",
        "FORBIDDEN, 403, 403",
        "BROKEN, 500, 500"
    })
    void differsInWhatItSendsFromFileToFile(Delivery delivery, String below, String root) throws IOException {
        Row file = file(delivery);
        Object ticket = file.get(file.schema().indexOf("ticketID"));

        assertThat(sent(API + "/Tickets/" + ticket + "/Attachments/" + file.id()))
                .isEqualTo(below);
        assertThat(sent(API + "/TicketAttachments/" + file.id())).isEqualTo(root);
    }

    private String sent(String path) throws IOException {
        var answer = get(path);
        if (answer.statusCode() != 200) {
            return answer.statusCode() + "";
        }
        JsonNode body = json(answer);
        JsonNode item = body.has("item") ? body.get("item") : body.at("/items/0");
        String data = !item.has("data") ? "nothing" : item.get("data").isNull() ? "null" : "data";
        return answer.statusCode() + (body.has("item") ? " item " : " items ") + data;
    }

    @Test
    void sendsBase64AsItIsSentElsewhere() throws IOException {
        assertThat(data(Delivery.IN_LINES)).contains("\r\n");
        assertThat(Base64.getMimeDecoder().decode(data(Delivery.IN_LINES))).isNotEmpty();
        String damaged = data(Delivery.DAMAGED);
        assertThatThrownBy(() -> Base64.getDecoder().decode(damaged)).isInstanceOf(IllegalArgumentException.class);
    }

    private String data(Delivery delivery) throws IOException {
        return json(get(API + "/TicketAttachments/" + file(delivery).id()))
                .at("/items/0/data")
                .asString();
    }

    private Row file(Delivery delivery) {
        Table table = tenant.table(Entity.ATTACHMENT_INFO);
        return LongStream.range(0, table.size())
                .mapToObj(table::at)
                .filter(row -> tenant.content(row.id()).delivery() == delivery)
                .findFirst()
                .orElseThrow();
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
