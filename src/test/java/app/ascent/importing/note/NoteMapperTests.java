package app.ascent.importing.note;

import static org.assertj.core.api.Assertions.assertThat;

import app.ascent.conversation.AuthorId;
import app.ascent.conversation.AuthorType;
import app.ascent.conversation.EntryFields;
import app.ascent.conversation.EntryKind;
import app.ascent.conversation.OwnerId;
import app.ascent.conversation.Visibility;
import app.ascent.identity.UserId;
import app.ascent.importing.Link;
import app.ascent.importing.Payload;
import app.ascent.importing.field.Tables;
import app.ascent.importing.field.Tables.Resource;
import app.ascent.migration.spi.Dictionary;
import app.ascent.migration.spi.Dictionary.Entry;
import app.ascent.migration.spi.EntityType;
import app.ascent.migration.spi.Lookup;
import app.ascent.migration.spi.Mapped.Ready;
import app.ascent.migration.spi.Reason;
import app.ascent.migration.spi.References;
import app.ascent.migration.spi.References.Resolution;
import app.ascent.migration.spi.SourceId;
import app.ascent.migration.spi.SourceRef;
import app.ascent.migration.spi.TargetId;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a note becomes, whatever it is about. */
class NoteMapperTests {

    private static final EntityType TYPE = new EntityType("projectNotes").part("ProjectNotes");
    private static final UUID OWNER = UUID.fromString("0190f3d2-0000-7000-8000-000000000512");
    private static final UUID CONTACT = UUID.fromString("0190f3d2-0000-7000-8000-000000003001");
    private static final UserId MEMBER = new UserId(UUID.fromString("0190f3d2-0000-7000-8000-000000000001"));

    private static final Map<SourceRef, Resolution> RESOLVED = Map.of(
            contact(3001), new Resolution.Loaded(new TargetId(CONTACT)),
            contact(3002), new Resolution.NotLoaded(Reason.PARENT_NOT_IMPORTED, "Ana  Petersen"),
            contact(3003), new Resolution.Gone("Rui Costa", false),
            contact(3004), new Resolution.LeftOut());

    private static final Map<Lookup.Key, List<?>> ROWS = Map.of(
            Tables.RESOURCES.key(29000001),
            List.of(new Resource(null, "Zoë", "Lindqvist", null, null, null).with(MEMBER)),
            Tables.RESOURCES.key(29000002),
            List.of(new Resource(null, "Bo", "Holm", null, null, null)));

    private static final Dictionary DICTIONARY = new Dictionary(Map.of(
            TYPE + ".noteType",
            table(entry("3", "Task Notes"), entry("13", "Workflow Rule Note"), entry("18", "Client Portal Note")),
            TYPE + ".publish",
            table(
                    entry("1", "All Autotask Users"),
                    entry("2", "Internal Project Team"),
                    entry("4", "Internal & Co-managed"),
                    entry("9", "Alle Benutzer"))));

    private static SourceRef contact(long id) {
        return new SourceRef(Link.CONTACTS, new SourceId(id));
    }

    private static Entry entry(String value, String label) {
        return new Entry(value, label, true, true, null);
    }

    private static Map<String, Entry> table(Entry... entries) {
        return Arrays.stream(entries).collect(Collectors.toMap(Entry::value, Function.identity()));
    }

    private static Payload plain() {
        return Payload.record(32100451)
                .with("projectID", 512)
                .with("title", "Status update")
                .with("description", "Replaced toner.\r\nWaiting for confirmation.")
                .with("noteType", 3)
                .with("publish", 2)
                .with("createDateTime", "2026-09-28T08:50:02.3Z")
                .with("lastActivityDate", "2026-09-29T10:00:00Z")
                .with("creatorResourceID", 29000001)
                .withNull("createdByContactID");
    }

    private static Ready<EntryFields> map(Payload payload) {
        AutotaskNote note = payload.as(AutotaskNote.class);
        Map<Lookup.Key, List<?>> answers = new HashMap<>();
        Tables.keys(Tables.RESOURCES, note.creatorResourceID())
                .forEach(key -> answers.put(key, ROWS.getOrDefault(key, List.of())));
        return (Ready<EntryFields>)
                NoteMapper.map(TYPE, "projects", OWNER, note, new References(DICTIONARY, RESOLVED, answers, Set.of()));
    }

    private static List<String> remarks(Ready<?> mapped) {
        return mapped.findings().stream()
                .map(finding -> "%s %s=%s -> %s"
                        .formatted(finding.reason(), finding.field(), finding.value(), finding.usedInstead()))
                .toList();
    }

    private static String author(Ready<EntryFields> mapped) {
        EntryFields entry = mapped.target();
        return entry.authorType() + " " + entry.authorName();
    }

    /** Lists of records name it by what it says where it has no title. */
    @ParameterizedTest
    @CsvSource(
            value = {
                "Status update | anything | Status update",
                "- | Core pair is racked. | Core pair is racked.",
                "- | The customer called again and asked whether the new firewall may be put in on Sunday. |"
                        + " The customer called again and asked whether the new firewall…",
                "- | Donaudampfschifffahrtselektrizitaetenhauptbetriebswerkbauunterbeamtengesellschaft |"
                        + " Donaudampfschifffahrtselektrizitaetenhauptbetriebswerkbauunt…",
                "- | - | Note 32100451"
            },
            delimiter = '|',
            nullValues = "-")
    void isCalledByItsTitleOrTheBeginningOfItsText(@Nullable String title, @Nullable String text, String called) {
        Payload payload = title == null ? plain().withNull("title") : plain().with("title", title);
        Payload note = text == null
                ? payload.withNull("description")
                : payload.with("description", "\r\n" + text + "\r\nMore of it.");

        assertThat(NoteMapper.name(note.as(AutotaskNote.class))).isEqualTo(called);
    }

    @Test
    void mapsEveryFieldOfAWholeNote() {
        Ready<EntryFields> mapped = map(plain().with("isAnnouncement", true));

        assertThat(mapped.target())
                .isEqualTo(new EntryFields(
                        "projects",
                        new OwnerId(OWNER),
                        Instant.parse("2026-09-28T08:50:02.3Z"),
                        AuthorType.USER,
                        new AuthorId(MEMBER.value()),
                        "Zoë Lindqvist",
                        Visibility.INTERNAL,
                        EntryKind.NOTE,
                        "Status update",
                        "Replaced toner.\nWaiting for confirmation."));
        assertThat(mapped.findings()).isEmpty();
        assertThat(mapped.details().originals())
                .containsEntry("noteType", "Task Notes")
                .containsEntry("publish", "Internal Project Team")
                .containsEntry("isAnnouncement", "true")
                .containsEntry("lastActivityDate", "2026-09-29T10:00:00Z");
    }

    @ParameterizedTest
    @CsvSource({"1, CLIENT,", "2, INTERNAL,", "4, INTERNAL,", "9, INTERNAL, 9", "99, INTERNAL, 99", ", INTERNAL, null"})
    void showsClientsWhatTheLabelSaysAndNothingElse(
            @Nullable String publish, Visibility visibility, @Nullable String remarked) {
        Ready<EntryFields> mapped =
                map(publish == null ? plain().withNull("publish") : plain().with("publish", publish));

        assertThat(mapped.target().visibility()).isEqualTo(visibility);
        assertThat(remarks(mapped))
                .isEqualTo(
                        remarked == null
                                ? List.of()
                                : List.of("UNKNOWN_VALUE publish=%s -> INTERNAL".formatted(remarked)));
    }

    @ParameterizedTest
    @CsvSource({
        "Workflow Rule Note, SYSTEM",
        "Merged Ticket Note, SYSTEM",
        "RMM Note, SYSTEM",
        "BDR, SYSTEM",
        "Survey, SYSTEM",
        "Forward/Modify Ticket Note, SYSTEM",
        "Duplicate Ticket Note, SYSTEM",
        "Client Portal Note, NOTE",
        "Emergency note, NOTE",
        "Straightforward note, NOTE"
    })
    void foldsAwayWhatRulesAndToolsWrote(String label, EntryKind kind) {
        AutotaskNote note =
                plain().with("noteType", 77).withNull("creatorResourceID").as(AutotaskNote.class);
        Dictionary named = DICTIONARY.and(new Dictionary(Map.of(TYPE + ".noteType", table(entry("77", label)))));

        EntryFields entry = ((Ready<EntryFields>)
                        NoteMapper.map(TYPE, "projects", OWNER, note, new References(named, RESOLVED)))
                .target();

        assertThat(entry.kind()).isEqualTo(kind);
        assertThat(entry.authorType()).isEqualTo(kind == EntryKind.SYSTEM ? AuthorType.SYSTEM : AuthorType.NAME);
        assertThat(entry.authorName()).isEqualTo(kind == EntryKind.SYSTEM ? label : "Unknown author");
    }

    @Test
    void leavesTheAuthorOfASystemNoteWhoHasOne() {
        Ready<EntryFields> mapped = map(plain().with("noteType", 13));

        assertThat(mapped.target().kind()).isEqualTo(EntryKind.SYSTEM);
        assertThat(author(mapped)).isEqualTo("USER Zoë Lindqvist");
    }

    @Test
    void namesAnAuthorWhoIsNoMember() {
        assertThat(author(map(plain().with("creatorResourceID", 29000002)))).isEqualTo("NAME Bo Holm");
        Ready<EntryFields> gone = map(plain().with("creatorResourceID", 5));
        assertThat(author(gone)).isEqualTo("NAME Resource 5");
        assertThat(remarks(gone)).containsExactly("REFERENCE_MISSING creatorResourceID=5 -> null");
        Ready<EntryFields> nobody = map(plain().withNull("creatorResourceID"));
        assertThat(author(nobody)).isEqualTo("NAME Unknown author");
        assertThat(remarks(nobody)).containsExactly("MISSING_VALUE creatorResourceID=null -> Unknown author");
    }

    @Test
    void namesAContactBeforeAResource() {
        Ready<EntryFields> mapped = map(plain().with("createdByContactID", 3001));

        assertThat(author(mapped)).isEqualTo("CONTACT Contact 3001");
        assertThat(mapped.target().authorId()).isEqualTo(new AuthorId(CONTACT));
    }

    @ParameterizedTest
    @CsvSource({
        "3002, Ana Petersen, true",
        "3003, Rui Costa, true",
        "3004, Contact 3004, false",
        "9, Contact 9, true",
        "odd, Contact odd, true"
    })
    void keepsTheNameOfAContactThatIsNotThere(String contact, String name, boolean remarked) {
        Ready<EntryFields> mapped = map(plain().with("createdByContactID", contact));

        assertThat(author(mapped)).isEqualTo("NAME " + name);
        assertThat(mapped.target().authorId()).isNull();
        assertThat(remarks(mapped))
                .isEqualTo(
                        remarked ? List.of("REFERENCE_MISSING createdByContactID=" + contact + " -> null") : List.of());
    }

    @Test
    void standsWhereItWasChangedIfNobodyKnowsWhenItWasWritten() {
        Ready<EntryFields> empty = map(plain().withNull("createDateTime"));
        Ready<EntryFields> odd = map(plain().with("createDateTime", "0001-01-01T00:00:00Z"));
        Ready<EntryFields> never = map(plain().withNull("createDateTime", "lastActivityDate"));

        assertThat(empty.target().at()).isEqualTo("2026-09-29T10:00:00Z");
        assertThat(remarks(empty)).containsExactly("MISSING_VALUE createDateTime=null -> 2026-09-29T10:00:00Z");
        assertThat(odd.target().at()).isEqualTo("2026-09-29T10:00:00Z");
        assertThat(remarks(odd))
                .containsExactly("INVALID_DATE createDateTime=0001-01-01T00:00:00Z -> 2026-09-29T10:00:00Z");
        assertThat(never.target().at()).isEqualTo("2000-01-01T00:00:00Z");
    }

    @ParameterizedTest
    @CsvSource({
        "Replaced toner., ",
        "REPLACED  toner, ",
        "Replaced to..., ",
        "Replaced to…, ",
        "Toner, Toner",
        "..., ...",
        " ,"
    })
    void hasNoHeadingThatRepeatsTheText(String title, @Nullable String heading) {
        assertThat(map(plain().with("title", title)).target().heading()).isEqualTo(heading);
    }

    /** Most such notes were a picture. */
    @ParameterizedTest
    @ValueSource(strings = {"", " \n ", "\u200b"})
    void keepsAnEmptyText(String text) {
        assertThat(map(plain().with("description", text)).target().body()).isEmpty();
        assertThat(map(plain().withNull("description")).target().body()).isEmpty();
    }

    @Test
    void keepsALongTextWhole() {
        Ready<EntryFields> mapped = map(plain().with("description", "x".repeat(1_000_000)));
        Ready<EntryFields> longer = map(plain().with("description", "x".repeat(1_000_001)));

        assertThat(mapped.target().body()).hasSize(1_000_000);
        assertThat(mapped.findings()).isEmpty();
        assertThat(longer.target().body()).hasSize(1_000_000);
        assertThat(longer.findings()).singleElement().satisfies(finding -> {
            assertThat(finding.reason()).isEqualTo(Reason.TRUNCATED);
            assertThat(finding.field()).isEqualTo("description");
        });
    }

    @Test
    void cleansATextAndLeavesTagsAsTheyAre() {
        assertThat(map(plain().with("description", "<b>a</b>\u0000 \u202Eb\u202C\r\nc"))
                        .target()
                        .body())
                .isEqualTo("<b>a</b> b\nc");
    }
}
