package app.ascent.sandbox.tenant;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** What is wrong with a file, or out of the ordinary. Each comes once, with ordinary files in between. */
enum AttachmentQuirk {
    NAME_WITH_SLASHES(name("reports/2026/march.txt")),
    NAME_WITH_BACKSLASHES(name("C:\\Users\\lena\\Desktop\\backup plan.txt")),
    NAME_THAT_CLIMBS(name("../../../etc/passwd")),
    NAME_OF_DOTS(name("..")),
    NAME_WITH_CONTROL_CHARACTERS(name("printer\u0000\r\nSet-Cookie: a=b\u0007 log.txt")),
    NAME_OF_300_CHARACTERS(name("very long ".repeat(30).substring(0, 296) + ".txt")),
    NAME_OF_A_DEVICE(name("CON.txt")),
    NAME_RIGHT_TO_LEFT(name("invoice\u202efdp.exe")),
    NAME_WITH_MARKUP(name("<img src=x onerror=alert(1)>.txt")),
    NAME_MISSING(name(null)),
    NAME_AND_TITLE_MISSING(row -> row.put("fullPath", "  ").put("title", null)),
    /** As the file before it, and of the same owner. */
    NAME_TWICE(_ -> {}),
    /** What is in the file before it, under another name and somewhere else. */
    CONTENT_TWICE(_ -> {}),
    EMPTY("", _ -> {}),
    SIZE_TOO_HIGH(size(1_000)),
    SIZE_TOO_LOW(size(-100)),
    SIZE_UNSAID(row -> row.put("fileSize", null)),
    /** Nobody should ask for this one. */
    SIZE_OF_30_MEGABYTES(row -> row.put("fileSize", new BigDecimal("31457280.00"))),
    BASE64_IN_LINES(Delivery.IN_LINES),
    BASE64_DAMAGED(Delivery.DAMAGED),
    DATA_AT_ROOT_ALONE(Delivery.AT_ROOT_ALONE),
    DATA_AT_ROOT_AS_ITEM(Delivery.AT_ROOT_AS_ITEM),
    DATA_NOWHERE(Delivery.NOWHERE),
    DATA_LEFT_OUT(Delivery.LEFT_OUT),
    NOT_FOUND(Delivery.NOT_FOUND),
    FORBIDDEN(Delivery.FORBIDDEN),
    BROKEN(Delivery.BROKEN),
    /** A page that calls itself a picture. */
    TYPE_THAT_LIES("<!doctype html><script>alert(document.domain)</script>", row -> row.put("fullPath", "holiday.png")
            .put("contentType", "image/png")),
    TYPE_OF_A_PAGE("<!doctype html><script>alert(document.cookie)</script>", row -> row.put("fullPath", "status.html")
            .put("contentType", "text/html")),
    TYPE_OF_A_DRAWING(
            "<svg xmlns=\"http://www.w3.org/2000/svg\" onload=\"alert(1)\"/>",
            row -> row.put("fullPath", "logo.svg").put("contentType", "image/svg+xml")),
    TYPE_WITH_A_LINE_BREAK(row -> row.put("contentType", "text/plain\r\nSet-Cookie: a=b")),
    TYPE_MISSING(row -> row.put("contentType", null)),
    ADDRESS(link("URL", "https://status.example/incidents/42")),
    ADDRESS_WITHOUT_ENCRYPTION(link("URL", "http://printer.example/log")),
    ADDRESS_THAT_RUNS(link("URL", "javascript:alert(1)")),
    LINK_TO_A_FILE(link("FILE_LINK", "\\\\server\\share\\handbook.docx")),
    LINK_TO_A_FOLDER(link("FOLDER_LINK", "\\\\server\\share\\projects")),
    ATTACHMENT_TYPE_UNKNOWN(row -> row.put("attachmentType", "HOLOGRAM")),
    OF_AN_OPPORTUNITY(AttachmentOwner.OPPORTUNITY, _ -> {}),
    OF_A_COMPANY_NOTE(AttachmentOwner.COMPANY_NOTE, _ -> {}),
    OF_A_CONTRACT_NOTE(AttachmentOwner.CONTRACT_NOTE, _ -> {}),
    OF_A_NOTE_THAT_IS_GONE(AttachmentOwner.TICKET_NOTE, row -> row.put("ticketNoteID", 29_600_070)
            .put("parentID", 29_600_070)),
    /** Found with its task and with its project. */
    LISTED_TWICE(AttachmentOwner.TASK, _ -> {}),
    PUBLISHED_TO_NOBODY_KNOWN(row -> row.put("publish", 57)),
    PUBLISH_MISSING(row -> row.put("publish", null)),
    /** A ticket's customer is another than the tenant itself, whose people are the first. */
    BY_A_CONTACT_OF_ANOTHER(by(null, 31L)),
    BY_A_CONTACT_WHO_IS_GONE(by(null, 30_600_071L)),
    BY_ONE_WHO_LEFT(by(Resources.LEFT, null)),
    BY_ONE_WHO_IS_GONE(by(Resources.GONE, null)),
    BY_NOBODY(by(null, null)),
    ATTACHED_AT_NO_TIME(row -> row.put("attachDate", null)),
    ATTACHED_IN_YEAR_1(row -> row.put("attachDate", Moments.DOTNET_ZERO)),
    NONE(_ -> {});

    private final AttachmentOwner owner;
    private final Delivery delivery;
    private final byte @Nullable [] content;
    private final Consumer<Row> spoils;

    AttachmentQuirk(AttachmentOwner owner, Delivery delivery, @Nullable String content, Consumer<Row> spoils) {
        this.owner = owner;
        this.delivery = delivery;
        this.content = content == null ? null : content.getBytes(StandardCharsets.UTF_8);
        this.spoils = spoils;
    }

    AttachmentQuirk(Consumer<Row> spoils) {
        this(AttachmentOwner.TICKET, spoils);
    }

    AttachmentQuirk(AttachmentOwner owner, Consumer<Row> spoils) {
        this(owner, Delivery.PLAIN, null, spoils);
    }

    AttachmentQuirk(String content, Consumer<Row> spoils) {
        this(AttachmentOwner.TICKET, Delivery.PLAIN, content, spoils);
    }

    AttachmentQuirk(Delivery delivery) {
        this(AttachmentOwner.TICKET, delivery, null, _ -> {});
    }

    private static Consumer<Row> name(@Nullable String name) {
        return row -> row.put("fullPath", name);
    }

    private static Consumer<Row> size(long more) {
        return row -> row.put(
                "fileSize", ((BigDecimal) Objects.requireNonNull(row.get("fileSize"))).add(BigDecimal.valueOf(more)));
    }

    private static Consumer<Row> link(String type, String target) {
        return row -> row.put("attachmentType", type)
                .put("fullPath", target)
                .put("contentType", null)
                .put("fileSize", new BigDecimal("0.00"));
    }

    private static Consumer<Row> by(@Nullable Long resource, @Nullable Long contact) {
        return row -> row.put("attachedByResourceID", resource)
                .put("attachedByContactID", contact)
                .put("creatorType", contact == null ? 1 : 2);
    }

    AttachmentOwner owner() {
        return owner;
    }

    Delivery delivery() {
        return delivery;
    }

    /** All that is in it, where that is out of the ordinary. */
    byte @Nullable [] content() {
        return content;
    }

    void spoil(Row row) {
        spoils.accept(row);
    }
}
