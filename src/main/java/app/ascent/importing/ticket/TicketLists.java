package app.ascent.importing.ticket;

import app.ascent.assets.AssetId;
import app.ascent.crm.ContactId;
import app.ascent.importing.Link;
import app.ascent.importing.field.FieldReading;
import app.ascent.importing.field.Named;
import app.ascent.importing.field.Value;
import app.ascent.importing.ticket.TicketLookUps.MoreContact;
import app.ascent.importing.ticket.TicketLookUps.MoreDevice;
import app.ascent.importing.ticket.TicketLookUps.Tag;
import app.ascent.importing.ticket.TicketLookUps.Tagged;
import app.ascent.migration.spi.Finding;
import app.ascent.migration.spi.Looked;
import app.ascent.migration.spi.Lookup;
import app.ascent.migration.spi.Reason;
import app.ascent.migration.spi.References;
import app.ascent.migration.spi.References.Resolution;
import app.ascent.migration.spi.SourceRef;
import app.ascent.record.field.Tags;
import app.ascent.text.Folded;
import app.ascent.text.Text;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What a ticket has several of, each once: further contacts, further assets, and tags. One that is missing is left out, with a remark;
 * where Autotask does not let them be read, what stands in Ascent stays.
 */
record TicketLists(AutotaskTicket source, FieldReading reading, References references) {

    /** Columns hold no more. */
    private static final int MOST_LINKS = 1000;

    private static final int MOST_TAGS = 30;

    /** @param contact whom the ticket names itself */
    List<ContactId> contacts(@Nullable ContactId contact) {
        return links(
                        TicketFieldNames.CONTACTS,
                        TicketLookUps.MORE_CONTACTS,
                        MoreContact::link,
                        contact == null ? null : contact.value())
                .stream()
                .map(ContactId::new)
                .toList();
    }

    /** @param asset what the ticket names itself */
    List<AssetId> assets(@Nullable AssetId asset) {
        return links(
                        TicketFieldNames.ASSETS,
                        TicketLookUps.MORE_DEVICES,
                        MoreDevice::link,
                        asset == null ? null : asset.value())
                .stream()
                .map(AssetId::new)
                .toList();
    }

    private <R> List<UUID> links(String field, Lookup<R> table, Function<R, Link> links, @Nullable UUID first) {
        if (!(reading.look(table, source.id()) instanceof Looked.Rows<R>(List<R> rows))) {
            reading.unresolved(field);
            return List.of();
        }
        Set<UUID> found = new LinkedHashSet<>();
        Set<String> missing = new LinkedHashSet<>();
        for (R row : rows) {
            Link link = links.apply(row);
            Optional<SourceRef> reference = link.reference();
            Resolution resolution = reference.map(references::resolve).orElse(null);
            String value = Value.listed(link.raw());
            if (resolution instanceof Resolution.Loaded loaded) {
                found.add(loaded.target().value());
            } else if (value != null && !(resolution instanceof Resolution.LeftOut) && missing.add(value)) {
                reading.remark(missing(link, value, reference.isPresent()));
            }
        }
        if (first != null) {
            found.remove(first);
        }
        return within(field, MOST_LINKS, found);
    }

    private static Finding missing(Link link, String value, boolean readable) {
        return Finding.of(Reason.REFERENCE_MISSING, link.field(), FieldReading.shown(value))
                .saying(
                        readable
                                ? "This %s is not in Ascent, so it is not among the others of the ticket."
                                        .formatted(link.what())
                                : "The id of this %s cannot be read, so it is not among the others of the ticket."
                                        .formatted(link.what()));
    }

    /** Inactive ones, too; two that differ in case alone are one. */
    List<String> tags() {
        if (!(reading.look(TicketLookUps.TAGGED, source.id()) instanceof Looked.Rows<Tagged>(List<Tagged> rows))) {
            reading.unresolved(TicketFieldNames.TAGS);
            return List.of();
        }
        Map<String, String> tags = new LinkedHashMap<>();
        Set<String> missing = new LinkedHashSet<>();
        for (Tagged row : rows) {
            String value = Value.listed(row.tagID());
            Looked<Tag> looked = reading.look(TicketLookUps.TAGS, value);
            if (looked instanceof Looked.Unreadable<Tag>) {
                reading.unresolved(TicketFieldNames.TAGS);
                return List.of();
            }
            String label = looked.first().map(Named::label).orElse(null);
            if (label != null) {
                tags.putIfAbsent(Folded.key(label), label);
            } else if (value != null && missing.add(value)) {
                reading.remark(Finding.of(Reason.REFERENCE_MISSING, TicketFieldNames.TAGS, FieldReading.shown(value))
                        .saying("Autotask does not list this tag, so the ticket stands without it."));
            }
        }
        keepWhole(
                TicketFieldNames.TAGS,
                Tags.LENGTH,
                tags.values().stream().<@Nullable String>map(label -> label),
                reading);
        return within(
                TicketFieldNames.TAGS,
                MOST_TAGS,
                tags.values().stream().map(this::fitted).toList());
    }

    private String fitted(String label) {
        if (label.length() <= Tags.LENGTH) {
            return label;
        }
        reading.remark(Finding.of(Reason.TRUNCATED, TicketFieldNames.TAGS, FieldReading.shown(label))
                .saying("The tag has %,d characters, and a tag holds %,d. The full text is kept under Source."
                        .formatted(label.length(), Tags.LENGTH)));
        return Text.cut(label, Tags.LENGTH);
    }

    /** Keeps under Source the texts that are longer than one may be, a line each. */
    static void keepWhole(String field, int most, Stream<@Nullable String> texts, FieldReading reading) {
        reading.keep(
                field,
                texts.map(Text::name)
                        .filter(Objects::nonNull)
                        .filter(text -> text.length() > most)
                        .collect(Collectors.joining("\n")));
    }

    private <V> List<V> within(String field, int most, Collection<V> found) {
        return within(field, most, found, reading);
    }

    /** As many as the column holds. */
    static <V> List<V> within(String field, int most, Collection<V> found, FieldReading reading) {
        if (found.size() <= most) {
            return new ArrayList<>(found);
        }
        reading.remark(Finding.of(Reason.TRUNCATED, field, Integer.toString(found.size()))
                .saying("The ticket has %,d of them; the first %,d are written.".formatted(found.size(), most)));
        return found.stream().limit(most).toList();
    }
}
