package app.ascent.importing.note;

import app.ascent.conversation.AuthorId;
import app.ascent.conversation.AuthorType;
import app.ascent.conversation.EntryFields;
import app.ascent.conversation.EntryKind;
import app.ascent.conversation.OwnerId;
import app.ascent.conversation.Visibility;
import app.ascent.identity.UserId;
import app.ascent.importing.Link;
import app.ascent.importing.field.FieldReading;
import app.ascent.importing.field.SourceTime;
import app.ascent.importing.field.Tables.Resource;
import app.ascent.importing.field.Value;
import app.ascent.migration.spi.Dictionary;
import app.ascent.migration.spi.EntityType;
import app.ascent.migration.spi.Finding;
import app.ascent.migration.spi.Mapped;
import app.ascent.migration.spi.Reason;
import app.ascent.migration.spi.References;
import app.ascent.migration.spi.References.Resolution;
import app.ascent.text.Folded;
import app.ascent.text.Text;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What an entry of a conversation is made of when it comes from a note. The rules are told in docs/mapping.md. */
final class NoteMapper {

    static final String CONTACT = "createdByContactID";
    static final String RESOURCE = "creatorResourceID";

    private static final String AT = "createDateTime";
    private static final String TITLE = "title";
    private static final String TYPE = "noteType";
    private static final String PUBLISH = "publish";

    /** Stands in where Autotask has no time at all. */
    private static final Instant LONG_AGO = Instant.parse("2000-01-01T00:00:00Z");

    private static final int BEGINNING = 60;

    private static final String NOBODY = "Unknown author";

    /** What rules and tools leave behind in Autotask. */
    private static final Pattern SYSTEM =
            Pattern.compile("workflow|\\bmerged?\\b|\\brmm\\b|\\bbdr\\b|survey|\\bforward|\\bduplicate");

    private NoteMapper() {}

    /** Who wrote a note, with the name as Autotask has it. */
    private record Author(AuthorType type, @Nullable UUID id, @Nullable String name) {}

    static Link contact(AutotaskNote source) {
        return new Link(CONTACT, Link.CONTACTS, source.createdByContactID(), "contact");
    }

    /** Its title, or how its text begins where it has none. */
    static String name(AutotaskNote source) {
        String title = Text.name(source.title());
        if (title != null) {
            return Text.cut(title, EntryFields.FIELDS.named("heading").limit());
        }
        String text = Text.clean(source.description());
        String line = text == null ? null : Text.name(text.lines().findFirst().orElse(""));
        return line == null ? "Note " + Text.clean(source.id()) : beginning(line);
    }

    private static String beginning(String line) {
        if (line.length() <= BEGINNING) {
            return line;
        }
        int blank = line.lastIndexOf(' ', BEGINNING);
        return (blank < 0 ? Text.cut(line, BEGINNING) : line.substring(0, blank)) + "…";
    }

    static Mapped<EntryFields> map(
            EntityType type, String ownerKind, UUID owner, AutotaskNote source, References references) {
        FieldReading reading = new FieldReading(type.name(), references);
        String body = Objects.requireNonNullElse(Text.clean(source.description()), "");
        EntryKind kind = kind(source, reading);
        Author author = author(source, kind, reading, references);
        AuthorId authorId = author.id() == null ? null : new AuthorId(author.id());
        EntryFields entry = reading.fitted(
                EntryFields.FIELDS,
                new EntryFields(
                        ownerKind,
                        new OwnerId(owner),
                        at(source, reading),
                        author.type(),
                        authorId,
                        author.name(),
                        visibility(source, reading),
                        kind,
                        heading(source, body),
                        body),
                NoteMapper::sourceField);
        reading.keepTime("lastActivityDate", source.lastActivityDate());
        if (Value.isSet(source.isAnnouncement())) {
            reading.keep("isAnnouncement", source.isAnnouncement());
        }
        return new Mapped.Ready<>(entry, reading.details(), reading.findings(), Map.of(), Map.of(), reading.unsaid());
    }

    /** Of what an author is made of, the resource speaks for the contact, too. */
    static String sourceField(String field) {
        return switch (field) {
            case "body" -> "description";
            case "heading" -> TITLE;
            case "authorType", "authorId", "authorName" -> RESOURCE;
            default -> field;
        };
    }

    private static EntryKind kind(AutotaskNote source, FieldReading reading) {
        reading.keepLabel(TYPE, source.noteType());
        return SYSTEM.matcher(Folded.text(label(TYPE, source.noteType(), reading)))
                        .find()
                ? EntryKind.SYSTEM
                : EntryKind.NOTE;
    }

    private static @Nullable String label(String field, @Nullable String raw, FieldReading reading) {
        return reading.entry(field, Value.listed(raw))
                .map(Dictionary.Entry::label)
                .map(Text::name)
                .orElse(null);
    }

    /** A contact counts before a resource: on its behalf somebody may have entered what it said. */
    private static Author author(AutotaskNote source, EntryKind kind, FieldReading reading, References references) {
        if (Text.clean(source.createdByContactID()) != null) {
            return contact(source, reading, references);
        }
        String resource = Value.listed(source.creatorResourceID());
        if (resource != null) {
            Optional<Resource> person = reading.person(RESOURCE, resource, "author");
            UserId member = person.map(Resource::member).orElse(null);
            String name = person.map(Resource::label).orElse("Resource " + Text.cut(resource, 50));
            return member == null
                    ? new Author(AuthorType.NAME, null, name)
                    : new Author(AuthorType.USER, member.value(), name);
        }
        if (kind == EntryKind.SYSTEM) {
            return new Author(AuthorType.SYSTEM, null, label(TYPE, source.noteType(), reading));
        }
        reading.substituted(RESOURCE, null, NOBODY);
        return new Author(AuthorType.NAME, null, NOBODY);
    }

    /** What the contact is called in Ascent is added where it is written; of one that nobody knows any more, what was written stays. */
    private static Author contact(AutotaskNote source, FieldReading reading, References references) {
        Link link = contact(source);
        String otherwise = "Contact " + Text.cut(String.valueOf(Value.listed(link.raw())), 50);
        UUID contact = link.in(references, reading, id -> id);
        if (contact != null) {
            return new Author(AuthorType.CONTACT, contact, otherwise);
        }
        String known = link.reference()
                .map(references::resolve)
                .map(NoteMapper::called)
                .map(Text::name)
                .orElse(null);
        if (known == null) {
            reading.unresolved(RESOURCE);
        }
        return new Author(AuthorType.NAME, null, known == null ? otherwise : known);
    }

    private static @Nullable String called(Resolution resolution) {
        return switch (resolution) {
            case Resolution.NotLoaded missing -> missing.name();
            case Resolution.Gone gone -> gone.name();
            case Resolution.Loaded _, Resolution.LeftOut _, Resolution.Unknown _ -> null;
        };
    }

    private static Instant at(AutotaskNote source, FieldReading reading) {
        Instant created = time(source.createDateTime());
        if (created != null) {
            return created;
        }
        Instant changed = time(source.lastActivityDate());
        Instant standIn = changed == null ? LONG_AGO : changed;
        String odd = FieldReading.shown(Text.clean(source.createDateTime()));
        if (odd == null) {
            reading.substituted(AT, null, standIn.toString());
        } else {
            reading.remark(new Finding(Reason.INVALID_DATE, AT, odd, null, standIn.toString(), null)
                    .saying("It is no date that can be, so the note stands at %s.".formatted(standIn)));
        }
        return standIn;
    }

    private static @Nullable Instant time(@Nullable String raw) {
        String cleaned = Text.clean(raw);
        return cleaned == null
                ? null
                : SourceTime.read(cleaned).filter(SourceTime::isPlausible).orElse(null);
    }

    /** By the label alone: whoever goes by numbers shows clients what was written among colleagues. */
    private static Visibility visibility(AutotaskNote source, FieldReading reading) {
        String label = label(PUBLISH, source.publish(), reading);
        String words = Folded.key(label);
        if (words.equals("all autotask users")) {
            return Visibility.CLIENT;
        }
        String value = Value.listed(source.publish());
        reading.keep(PUBLISH, label == null ? value : label);
        if (!words.contains("internal")) {
            reading.remark(Finding.unknownValue(PUBLISH, FieldReading.shown(value), label, Visibility.INTERNAL.name()));
        }
        return Visibility.INTERNAL;
    }

    /** None that says what the text begins with anyway. */
    private static @Nullable String heading(AutotaskNote source, String body) {
        String title = Text.name(source.title());
        if (title == null) {
            return null;
        }
        String words = Folded.key(title.replaceFirst("(?:\\.{3}|…)$", "").strip());
        String beginning = Folded.key(Text.cut(body, 2 * title.length() + 100));
        return !words.isEmpty() && beginning.startsWith(words) ? null : title;
    }
}
