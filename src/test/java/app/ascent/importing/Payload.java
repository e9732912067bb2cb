package app.ascent.importing;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Objects;
import java.util.function.Consumer;
import tools.jackson.core.json.JsonWriteFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** A record as Autotask sends it: a whole one from a file, with some fields changed. */
public final class Payload {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final JsonMapper ESCAPING =
            JsonMapper.builder().enable(JsonWriteFeature.ESCAPE_NON_ASCII).build();

    private final ObjectNode node;

    private Payload(ObjectNode node) {
        this.node = node;
    }

    public static Payload company() {
        return file("company/plain.json");
    }

    public static Payload ownOrganization() {
        return file("company/own-organization.json");
    }

    public static Payload contact() {
        return file("contact/plain.json");
    }

    public static Payload contract() {
        return file("contract/plain.json");
    }

    public static Payload device() {
        return file("asset/plain.json");
    }

    public static Payload project() {
        return file("project/plain.json");
    }

    public static Payload task() {
        return file("project/task.json");
    }

    public static Payload timeEntry() {
        return file("time/plain.json");
    }

    public static Payload ticket() {
        return file("ticket/plain.json");
    }

    /** A record of no particular entity. */
    public static Payload record(long id) {
        return new Payload(JSON.createObjectNode().put("id", id));
    }

    private static Payload file(String name) {
        try (InputStream in = Payload.class.getResourceAsStream("/autotask/" + name)) {
            return new Payload((ObjectNode) JSON.readTree(Objects.requireNonNull(in, name)));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** With a field set to what JSON text says: {@code "7"}, {@code "\"seven\""}, {@code "null"}. */
    public Payload json(String field, String value) {
        return change(copy -> copy.set(field, JSON.readTree(value)));
    }

    public Payload with(String field, String value) {
        return change(copy -> copy.put(field, value));
    }

    public Payload with(String field, long value) {
        return change(copy -> copy.put(field, value));
    }

    public Payload with(String field, boolean value) {
        return change(copy -> copy.put(field, value));
    }

    public Payload withNull(String... fields) {
        return change(copy -> {
            for (String field : fields) {
                copy.putNull(field);
            }
        });
    }

    public Payload without(String... fields) {
        return change(copy -> {
            for (String field : fields) {
                copy.remove(field);
            }
        });
    }

    public <T> T as(Class<T> type) {
        return JSON.readValue(node.toString(), type);
    }

    /** As JSON whose every unusual character is an escape, as Autotask's may be; halves of characters survive so. */
    @Override
    public String toString() {
        return ESCAPING.writeValueAsString(node);
    }

    private Payload change(Consumer<ObjectNode> change) {
        ObjectNode copy = node.deepCopy();
        change.accept(copy);
        return new Payload(copy);
    }
}
