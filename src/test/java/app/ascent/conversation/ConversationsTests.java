package app.ascent.conversation;

import static app.ascent.conversation.Entries.START;
import static app.ascent.conversation.Entries.by;
import static app.ascent.conversation.Entries.note;
import static app.ascent.conversation.Entries.system;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import app.ascent.conversation.Excerpt.Run;
import app.ascent.crm.Samples;
import app.ascent.crm.web.CrmWebTest;
import app.ascent.crm.web.Visitors;
import app.ascent.identity.OrganizationId;
import app.ascent.identity.Role;
import app.ascent.record.RecordRefused;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.data.domain.Page;
import org.springframework.data.domain.PageRequest;
import org.springframework.jdbc.core.simple.JdbcClient;

@CrmWebTest
@Import(Boats.class)
class ConversationsTests {

    private final Conversations conversations;
    private final ConversationImports imports;
    private final Visitors visitors;
    private final JdbcClient jdbc;
    private OrganizationId organization;
    private Owner boat;

    @Autowired
    ConversationsTests(Conversations conversations, ConversationImports imports, Visitors visitors, JdbcClient jdbc) {
        this.conversations = conversations;
        this.imports = imports;
        this.visitors = visitors;
        this.jdbc = jdbc;
    }

    @BeforeEach
    void aBoat() {
        organization = visitors.organization();
        boat = Boats.launched(organization);
    }

    @Test
    void showTheLatestAndCountTheOthers() {
        imported(notes(129));

        Excerpt latest = conversations.excerpt(organization, boat, null, null, 5);

        assertThat(bodies(latest)).containsExactly("124", "125", "126", "127", "128");
        assertThat(latest.earlier()).isEqualTo(124);
        assertThat(latest.all()).isEqualTo(129);
        assertThat(conversations.count(organization, boat)).isEqualTo(129);
    }

    @Test
    void foldWhatTheSystemSays() {
        imported(
                system(boat, 0, "merge"),
                note(boat, 1, "a"),
                system(boat, 2, "workflow rules"),
                system(boat, 3, "workflow rules"),
                system(boat, 4, null),
                note(boat, 5, "b"),
                system(boat, 6, null));

        Excerpt all = conversations.excerpt(organization, boat, null, null, 5);

        assertThat(bodies(all)).containsExactly("a", "b");
        assertThat(all.runs())
                .containsExactly(
                        new Run(0, 1, minute(0), minute(0), List.of("merge")),
                        new Run(1, 3, minute(2), minute(4), List.of("workflow rules")),
                        new Run(2, 1, minute(6), minute(6), List.of("Rule fired")));
        assertThat(all.folded()).isEqualTo(5);
        assertThat(all.all()).isEqualTo(2);
    }

    /** What stands before the first note that is shown is not there yet. */
    @Test
    void foldNothingThatIsNotReached() {
        imported(system(boat, 0, null), note(boat, 1, "a"), system(boat, 2, null), note(boat, 3, "b"));

        assertThat(conversations.excerpt(organization, boat, null, null, 1).runs())
                .isEmpty();
        assertThat(conversations.excerpt(organization, boat, null, null, 2).runs())
                .hasSize(2);
    }

    @Test
    void mayBeTheSystemsAlone() {
        imported(system(boat, 0, null), system(boat, 1, null));

        Excerpt all = conversations.excerpt(organization, boat, null, null, 5);

        assertThat(all.notes()).isEmpty();
        assertThat(all.runs()).containsExactly(new Run(0, 2, minute(0), minute(1), List.of("Rule fired")));
    }

    /** Also where many were said at one instant. */
    @Test
    void loseNothingFromStepToStep() {
        imported(IntStream.range(0, 230)
                .mapToObj(at -> at % 3 == 0 ? system(boat, at / 40, null) : note(boat, at / 40, "" + at))
                .toArray(EntryFields[]::new));
        List<Entry> seen = new ArrayList<>();
        long folded = 0;
        Place before = null;
        Excerpt part;
        do {
            part = conversations.excerpt(organization, boat, null, before, 25);
            seen.addAll(0, part.notes());
            folded += part.runs().stream().mapToLong(Run::count).sum();
            before = seen.getFirst().place();
        } while (part.earlier() > 0);

        assertThat(seen).hasSize(153).extracting(Entry::id).doesNotHaveDuplicates();
        assertThat(seen)
                .isSortedAccordingTo((one, other) ->
                        one.fields().at().compareTo(other.fields().at()));
        assertThat(folded).isEqualTo(77);
    }

    @Test
    void unfoldARunStepByStep() {
        imported(
                note(boat, 0, "a"),
                system(boat, 1, "1"),
                system(boat, 2, "2"),
                system(boat, 3, "3"),
                note(boat, 4, "b"),
                system(boat, 5, "4"));
        List<Entry> notes =
                conversations.excerpt(organization, boat, null, null, 5).notes();
        Place after = notes.getFirst().place();
        Place before = notes.getLast().place();

        List<Entry> two = conversations.folded(organization, boat, null, after, before, 2);

        assertThat(two).extracting(Entry::author).containsExactly("1", "2");
        assertThat(conversations.folded(organization, boat, null, two.getLast().place(), before, 2))
                .extracting(Entry::author)
                .containsExactly("3");
        assertThat(conversations.folded(organization, boat, null, before, null, 2))
                .extracting(Entry::author)
                .containsExactly("4");
    }

    @Test
    void listEverythingTheOldestFirst() {
        imported(system(boat, 1, null), note(boat, 2, "b"), note(boat, 0, "a"));

        Page<Entry> page = conversations.list(organization, boat, PageRequest.of(0, 2));

        assertThat(page.getTotalElements()).isEqualTo(3);
        assertThat(page).extracting(entry -> entry.fields().body()).containsExactly("a", "Rule fired");
        assertThat(conversations.list(organization, boat, PageRequest.of(1, 2)))
                .extracting(entry -> entry.fields().body())
                .containsExactly("b");
    }

    /** Characters, not bytes: none is cut in half. */
    @Test
    void readTheBeginningOfALongTextUntilAllOfItIsAskedFor() {
        String text = "é😀".repeat(500_000);
        imported(note(boat, 0, text), note(boat, 1, "é".repeat(20_000)));

        List<Entry> notes =
                conversations.excerpt(organization, boat, null, null, 5).notes();

        Entry some = notes.getFirst();
        assertThat(some.cut()).isTrue();
        assertThat(some.size()).isEqualTo(3_000_000);
        assertThat(some.fields().body()).isEqualTo("é😀".repeat(10_000));
        assertThat(notes.getLast().cut()).isFalse();
        Entry all = conversations.get(organization, boat, some.id());
        assertThat(all.cut()).isFalse();
        assertThat(all.fields().body()).isEqualTo(text);
    }

    @Test
    void nameMembersAsTheyAreCalledNow() {
        visitors.member(organization, Role.MEMBER);
        UUID zoe = jdbc.sql("select id from identity_user where organization_id = ?")
                .param(organization.value())
                .query(UUID.class)
                .single();
        imported(
                by(note(boat, 0, "a"), AuthorType.USER, zoe, "Zoë Berg"),
                by(note(boat, 1, "b"), AuthorType.CONTACT, zoe, "Elin"),
                by(note(boat, 2, "c"), AuthorType.USER, Samples.id(), "Gone"));

        assertThat(conversations.excerpt(organization, boat, null, null, 5).notes())
                .extracting(Entry::author)
                .containsExactly("Zoë Lindqvist", "Elin", "Gone");
    }

    @Test
    void goWithTheirRecordAndNoOther() {
        Owner other = Boats.launched(organization);
        imported(note(boat, 0, "a"), system(boat, 1, null), note(other, 0, "b"));

        assertThat(conversations.remove(Samples.organization(), boat)).isZero();
        assertThat(conversations.remove(organization, boat)).isEqualTo(2);

        assertThat(conversations.count(organization, boat)).isZero();
        assertThat(conversations.count(organization, other)).isEqualTo(1);
    }

    /** An id names a record within its kind. */
    @Test
    void keepKindsApart() {
        imported(note(new Owner(Boats.HIDDEN, boat.id()), 0, "a"));

        assertThat(conversations.count(organization, boat)).isZero();
        assertThat(conversations.list(organization, boat, PageRequest.of(0, 5))).isEmpty();
    }

    @Test
    void areOfKnownRecordsAlone() {
        imported(note(boat, 0, "a"));
        EntryId entry = conversations
                .excerpt(organization, boat, null, null, 1)
                .notes()
                .getFirst()
                .id();
        Owner other = Boats.launched(organization);

        unknown(() -> conversations.get(organization, other, entry));
        unknown(() -> conversations.get(organization, boat, new EntryId(Samples.id())));
        for (Owner owner : List.of(new Owner(Boats.KIND, Samples.id()), new Owner("planes", boat.id()))) {
            unknownEverywhere(organization, owner, entry);
        }
        unknownEverywhere(visitors.organization(), boat, entry);
    }

    private void unknownEverywhere(OrganizationId who, Owner owner, EntryId entry) {
        unknown(() -> conversations.subject(who, owner));
        unknown(() -> conversations.excerpt(who, owner, null, null, 5));
        unknown(() -> conversations.folded(who, owner, null, null, null, 5));
        unknown(() -> conversations.list(who, owner, PageRequest.of(0, 5)));
        unknown(() -> conversations.get(who, owner, entry));
    }

    private static void unknown(ThrowingCallable asking) {
        assertThatExceptionOfType(RecordRefused.Unknown.class).isThrownBy(asking);
    }

    private EntryFields[] notes(int count) {
        return IntStream.range(0, count).mapToObj(at -> note(boat, at, "" + at)).toArray(EntryFields[]::new);
    }

    private void imported(EntryFields... entries) {
        imports.save(organization, Arrays.stream(entries).map(Entries::fresh).toList());
    }

    private static Instant minute(int minute) {
        return START.plusSeconds(60L * minute);
    }

    private static List<String> bodies(Excerpt excerpt) {
        return excerpt.notes().stream().map(entry -> entry.fields().body()).toList();
    }
}
