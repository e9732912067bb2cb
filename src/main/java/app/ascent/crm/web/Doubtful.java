package app.ascent.crm.web;

import app.ascent.crm.ClientView;
import app.ascent.crm.ContactView;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Records that may be the one somebody is adding.
 *
 * @param key names them: whoever sends it along has seen them, and adds the record all the same
 */
record Doubtful(String key, List<Line> lines) {

    /** One of them, with what tells it from others of its name. */
    record Line(UUID id, String href, String name, @Nullable String note, boolean active) {}

    static Doubtful clients(List<ClientView> doubles) {
        return of(doubles.stream()
                .map(client -> new Line(
                        client.id().value(),
                        "/clients/" + client.id(),
                        client.fields().name(),
                        note(client.fields().number(), client.fields().city()),
                        Records.isActive(client.fields().status())))
                .toList());
    }

    static Doubtful contacts(List<ContactView> doubles) {
        return of(doubles.stream()
                .map(contact -> new Line(
                        contact.id().value(),
                        "/contacts/" + contact.id(),
                        contact.name(),
                        note(contact.fields().email(), contact.clientName()),
                        Records.isActive(contact.fields().status())))
                .toList());
    }

    boolean isUnseen(String seen) {
        return !lines.isEmpty() && !key.equals(seen);
    }

    private static Doubtful of(List<Line> lines) {
        return new Doubtful(
                lines.stream().map(line -> line.id().toString()).sorted().collect(Collectors.joining(" ")), lines);
    }

    private static @Nullable String note(@Nullable String... parts) {
        String note = Stream.of(parts).filter(Objects::nonNull).collect(Collectors.joining(", "));
        return note.isEmpty() ? null : note;
    }
}
