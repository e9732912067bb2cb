package app.ascent.conversation;

import static app.ascent.conversation.Entries.by;
import static app.ascent.conversation.Entries.fresh;
import static app.ascent.conversation.Entries.note;
import static app.ascent.conversation.Entries.system;
import static app.ascent.crm.Samples.DATABASE;
import static app.ascent.crm.Samples.SYSTEM;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import app.ascent.CountedStatements;
import app.ascent.PostgresTest;
import app.ascent.crm.Samples;
import app.ascent.identity.OrganizationId;
import app.ascent.record.DeclaredLimits;
import app.ascent.record.imports.ImportedPart;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionOperations;

/** What an import writes of conversations. */
@PostgresTest
@Import({ConversationImports.class, ConversationKinds.class, Boats.class, CountedStatements.class})
class ConversationImportsTests {

    private final OrganizationId organization = Samples.organization();
    private final Owner boat = Boats.launched(organization);
    private final ConversationImports imports;
    private final CountedStatements statements;
    private final TransactionOperations transactions;
    private final JdbcClient jdbc;

    @Autowired
    ConversationImportsTests(
            ConversationImports imports,
            CountedStatements statements,
            TransactionOperations transactions,
            JdbcClient jdbc) {
        this.imports = imports;
        this.statements = statements;
        this.transactions = transactions;
        this.jdbc = jdbc;
    }

    @Test
    void keepsWhatTheSourceHas() {
        ImportedPart<EntryFields> said = fresh(by(note(boat, 0, ""), AuthorType.CONTACT, Samples.id(), "Elin"));
        ImportedPart<EntryFields> traced = fresh(system(boat, 1, null));

        imports.save(organization, List.of(said, traced));

        assertThat(imports.read(organization, List.of(said.id(), traced.id())))
                .containsEntry(said.id(), said.fields())
                .containsEntry(traced.id(), traced.fields());
    }

    /** Notes of tickets and notes of tasks have the same ids. */
    @Test
    void writesOneSourceRecordOnce() {
        imports.save(
                organization,
                List.of(fresh("TicketNotes:12", note(boat, 0, "One")), fresh("TaskNotes:12", note(boat, 0, "Two"))));

        assertThatExceptionOfType(DuplicateKeyException.class)
                .isThrownBy(() -> imports.save(organization, List.of(fresh("TicketNotes:12", note(boat, 0, "Three")))));
        assertThat(imports.adopted(organization, SYSTEM, DATABASE, List.of("TicketNotes:12", "ProjectNotes:12")))
                .containsOnlyKeys("TicketNotes:12");
        assertThat(imports.count(organization, SYSTEM, DATABASE, "TaskNotes")).isEqualTo(1);
    }

    @Test
    void becomesWhatTheSourceHas() {
        ImportedPart<EntryFields> written = fresh(note(boat, 0, "Before"));
        imports.save(organization, List.of(written));

        EntryFields changed = note(Boats.launched(organization), 5, "After");
        imports.save(organization, List.of(new ImportedPart<>(written.id(), false, written.source(), changed, "{}")));

        assertThat(imports.read(organization, List.of(written.id()))).containsEntry(written.id(), changed);
    }

    /** It would belong to nothing, and nothing would ever take it away. */
    @Test
    void leavesOutWhatWasSaidAboutARecordThatIsGone() {
        ImportedPart<EntryFields> lost = fresh(note(new Owner(Boats.KIND, Samples.id()), 0, "Ahoy"));
        ImportedPart<EntryFields> strange = fresh(note(new Owner("kites", Samples.id()), 0, "Up"));
        ImportedPart<EntryFields> kept = fresh(note(boat, 0, "Here"));

        imports.save(organization, List.of(lost, strange, kept));

        assertThat(imports.read(organization, List.of(lost.id(), strange.id(), kept.id())))
                .containsOnlyKeys(kept.id());
    }

    @Test
    void costsAHandfulOfStatements() {
        assertThat(cost(1_000)).isEqualTo(cost(10)).isLessThanOrEqualTo(4);
    }

    private int cost(int count) {
        List<ImportedPart<EntryFields>> batch = IntStream.range(0, count)
                .mapToObj(at -> fresh(note(boat, at, "x".repeat(400))))
                .toList();
        return statements.during(() -> transactions.executeWithoutResult(status -> imports.save(organization, batch)));
    }

    @Test
    void limitsAreThoseOfTheColumns() {
        DeclaredLimits.areThoseOfTheColumns(jdbc, "conversation_entry", EntryFields.FIELDS);
    }

    /** An author that is an id, where one is meant, and a name, save of what nobody wrote. */
    @Test
    void refusesWhatHasNoAuthor() {
        EntryFields nameless = note(boat, 0, "Who");
        refused(by(nameless, AuthorType.NAME, Samples.id(), "Kjell"));
        refused(by(nameless, AuthorType.USER, null, "Kjell"));
        refused(by(nameless, AuthorType.CONTACT, Samples.id(), null));
    }

    private void refused(EntryFields fields) {
        assertThatExceptionOfType(DataIntegrityViolationException.class)
                .isThrownBy(() -> imports.save(organization, List.of(fresh(fields))));
    }

    @Test
    void tellsNothingToAnotherOrganization() {
        ImportedPart<EntryFields> written = fresh("TicketNotes:12", note(boat, 0, "One"));
        imports.save(organization, List.of(written));

        OrganizationId other = Samples.organization();
        List<UUID> ids = List.of(written.id());
        assertThat(imports.read(other, ids)).isEmpty();
        assertThat(imports.adopted(other, SYSTEM, DATABASE, List.of("TicketNotes:12")))
                .isEmpty();
    }
}
