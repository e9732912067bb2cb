package app.ascent.crm.web;

import app.ascent.crm.ClientFields;
import app.ascent.crm.ClientView;
import app.ascent.crm.ContactFields;
import app.ascent.crm.ContactView;
import app.ascent.record.RecordStatus;
import app.ascent.record.page.Doubtful;
import app.ascent.record.page.Named;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** How clients and contacts alike are shown. */
final class Records {

    private static final Pattern WEB = Pattern.compile("(?i)https?://\\S+");

    private Records() {}

    static boolean isActive(RecordStatus status) {
        return status == RecordStatus.ACTIVE;
    }

    static Named named(ClientView client) {
        return new Named(client.id().value(), client.fields().name());
    }

    static Doubtful.Line doubtful(ClientView client) {
        ClientFields fields = client.fields();
        return new Doubtful.Line(
                client.id().value(),
                "/clients/" + client.id(),
                fields.name(),
                note(fields.number(), fields.city()),
                isActive(fields.status()));
    }

    static Doubtful.Line doubtful(ContactView contact) {
        ContactFields fields = contact.fields();
        return new Doubtful.Line(
                contact.id().value(),
                "/contacts/" + contact.id(),
                contact.name(),
                note(fields.email(), contact.clientName()),
                isActive(fields.status()));
    }

    private static @Nullable String note(@Nullable String... parts) {
        String note = Stream.of(parts).filter(Objects::nonNull).collect(Collectors.joining(", "));
        return note.isEmpty() ? null : note;
    }

    /** A web address as people say it. */
    static String bare(String website) {
        String bare = website.replaceFirst("(?i)^https?://(www\\.)?", "");
        return bare.endsWith("/") ? bare.substring(0, bare.length() - 1) : bare;
    }

    /** An address to link to; what is not one on the web stays text. */
    static @Nullable String link(@Nullable String website) {
        return website != null && WEB.matcher(website).matches() ? website : null;
    }

    /** An address as it stands on a letter. */
    static List<String> address(@Nullable String... parts) {
        List<String> lines = new ArrayList<>();
        int towns = parts.length - 4;
        for (int i = 0; i < towns; i++) {
            add(lines, parts[i]);
        }
        add(lines, town(parts[towns], parts[towns + 1], parts[towns + 2]));
        add(lines, parts[towns + 3]);
        return lines;
    }

    static List<String> lines(@Nullable String text) {
        return text == null ? List.of() : text.lines().toList();
    }

    /** {@code Bristol, United Kingdom}. */
    static @Nullable String place(ClientFields client) {
        String place = Stream.of(client.city(), client.country())
                .filter(Objects::nonNull)
                .collect(Collectors.joining(", "));
        return place.isEmpty() ? null : place;
    }

    private static String town(@Nullable String city, @Nullable String state, @Nullable String postalCode) {
        String place = Stream.of(city, state).filter(Objects::nonNull).collect(Collectors.joining(", "));
        return postalCode == null ? place : (place + " " + postalCode).strip();
    }

    private static void add(List<String> lines, @Nullable String line) {
        if (line != null && !line.isBlank()) {
            lines.add(line);
        }
    }
}
