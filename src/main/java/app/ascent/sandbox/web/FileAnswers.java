package app.ascent.sandbox.web;

import app.ascent.sandbox.SandboxComponent;
import app.ascent.sandbox.faults.Faults;
import app.ascent.sandbox.faults.Variant;
import app.ascent.sandbox.query.Projection;
import app.ascent.sandbox.tenant.AttachmentOwner;
import app.ascent.sandbox.tenant.Content;
import app.ascent.sandbox.tenant.Delivery;
import app.ascent.sandbox.tenant.Entity;
import app.ascent.sandbox.tenant.Row;
import app.ascent.sandbox.tenant.Table;
import app.ascent.sandbox.tenant.Tenant;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;

/** Answers of files: which ones a record has, and what is in one. That may be large, and is made while it is sent. */
@SandboxComponent
class FileAnswers {

    private static final Entity FILES = Entity.ATTACHMENT_INFO;
    private static final int PAGE = 500;

    private final Tenant tenant;
    private final RecordAnswers records;
    private final Faults faults;
    private final Json json = new Json();

    FileAnswers(Tenant tenant, RecordAnswers records, Faults faults) {
        this.tenant = tenant;
        this.records = records;
        this.faults = faults;
    }

    /** All files of a record, in one answer, without what is in them. */
    Reply of(Route route) {
        Route.Files files = Objects.requireNonNull(route.files());
        Table table = tenant.table(FILES);
        List<Row> found = table.where(files.owner().field(), List.of(Objects.requireNonNull(files.of()))).stream()
                .flatMapToLong(span -> LongStream.range(span.from(), span.end()))
                .mapToObj(table::at)
                .filter(row -> isBelow(row, files) && records.selection(FILES).find(row.id()) != null)
                .toList();
        return list(found, JsonGenerator::writeNull);
    }

    /** The way below the owner and the root way differ in what they say, from tenant to tenant and from file to file. */
    Reply content(Route route) {
        Route.Files files = Objects.requireNonNull(route.files());
        Row row = records.selection(FILES).find(route.id());
        if (row == null || !isBelow(row, files)) {
            return list(List.of(), JsonGenerator::writeNull);
        }
        boolean root = files.of() == null;
        Content content = tenant.content(row.id());
        return switch (content.delivery()) {
            case NOT_FOUND ->
                Answer.message(404, Map.of("Message", "No HTTP resource was found that matches the request URI."));
            case FORBIDDEN -> FaultyAnswers.forbidden();
            case BROKEN -> Answer.errors(500, "The attachment could not be read.");
            case NOWHERE -> list(List.of(row), JsonGenerator::writeNull);
            case LEFT_OUT -> list(List.of(row), null);
            case AT_ROOT_ALONE -> list(List.of(row), root ? out -> write(out, content) : JsonGenerator::writeNull);
            case AT_ROOT_AS_ITEM -> root ? item(row, content) : list(List.of(row), JsonGenerator::writeNull);
            case PLAIN, IN_LINES, DAMAGED ->
                root && files.owner() == AttachmentOwner.PROJECT
                        ? item(row, content)
                        : list(List.of(row), out -> write(out, content));
        };
    }

    private static boolean isBelow(Row row, Route.Files files) {
        Object owner = row.get(row.schema().indexOf(files.owner().field()));
        return files.of() == null ? owner != null : files.of().equals(owner);
    }

    private Reply item(Row row, Content content) {
        return new Reply.Stream(out -> {
            out.writeStartObject();
            out.writeName("item");
            write(out, row, data -> write(data, content));
            out.writeEndObject();
        });
    }

    /** @param data null where the field is left out */
    private Reply list(List<Row> rows, @Nullable Consumer<JsonGenerator> data) {
        return new Reply.Stream(out -> {
            out.writeStartObject();
            out.writeArrayPropertyStart("items");
            rows.forEach(row -> write(out, row, data));
            out.writeEndArray();
            out.writeObjectPropertyStart("pageDetails");
            out.writeNumberProperty("count", rows.size());
            out.writeNumberProperty("requestCount", PAGE);
            out.writeNullProperty("prevPageUrl");
            out.writeNullProperty("nextPageUrl");
            out.writeEndObject();
            out.writeEndObject();
        });
    }

    private void write(JsonGenerator out, Row row, @Nullable Consumer<JsonGenerator> data) {
        out.writeStartObject();
        json.writeFields(out, FILES, row, Projection.ALL, !faults.has(Variant.DATES_WITHOUT_ZONE));
        if (data != null) {
            out.writeName("data");
            data.accept(out);
        }
        out.writeEndObject();
    }

    /** Base64, part by part; most parts are the same one, of which the text is remembered. */
    private static void write(JsonGenerator out, Content content) {
        out.writeRawValue("\"");
        content.parts(new Consumer<>() {

            private byte @Nullable [] latest;
            private String text = "";

            @Override
            public void accept(byte[] part) {
                text = part == latest ? text : text(part, content.delivery());
                latest = part;
                out.writeRaw(text);
            }
        });
        out.writeRaw("\"");
    }

    private static String text(byte[] part, Delivery delivery) {
        return switch (delivery) {
            case IN_LINES -> Base64.getMimeEncoder().encodeToString(part).replace("\r\n", "\\r\\n");
            case DAMAGED ->
                "!!!!!!!!" + Base64.getEncoder().encodeToString(part).substring(8);
            default -> Base64.getEncoder().encodeToString(part);
        };
    }
}
