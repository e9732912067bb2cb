package app.ascent.files;

import static app.ascent.crm.Samples.DATABASE;
import static app.ascent.crm.Samples.SYSTEM;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import app.ascent.CountedStatements;
import app.ascent.crm.Samples;
import app.ascent.files.Contents.Content;
import app.ascent.identity.OrganizationId;
import app.ascent.record.DeclaredLimits;
import app.ascent.record.imports.ImportedPart;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionOperations;

/** What an import writes of attachments. */
@FilesTest
class AttachmentImportsTests {

    private final OrganizationId organization = Samples.organization();
    private final Owner crate = Crates.built(organization);
    private final AttachmentImports imports;
    private final Contents contents;
    private final CountedStatements statements;
    private final TransactionOperations transactions;
    private final JdbcClient jdbc;

    @Autowired
    AttachmentImportsTests(
            AttachmentImports imports,
            Contents contents,
            CountedStatements statements,
            TransactionOperations transactions,
            JdbcClient jdbc) {
        this.imports = imports;
        this.contents = contents;
        this.statements = statements;
        this.transactions = transactions;
        this.jdbc = jdbc;
    }

    private Content content(String text) {
        return Attached.kept(contents, organization, text);
    }

    private void saved(ImportedPart<AttachmentFields> part) {
        imports.save(organization, List.of(part));
    }

    @Test
    void keepsWhatTheSourceHas() {
        ImportedPart<AttachmentFields> file = Attached.fresh(Attached.file(crate, "plan.pdf", content("plan")));
        ImportedPart<AttachmentFields> link = Attached.fresh(Attached.link(crate, "https://example.org/plan"));

        imports.save(organization, List.of(file, link));

        assertThat(imports.read(organization, List.of(file.id(), link.id())))
                .containsEntry(file.id(), file.fields())
                .containsEntry(link.id(), link.fields());
    }

    @Test
    void writesOneSourceRecordOnce() {
        saved(Attached.fresh("Attachments:12", Attached.link(crate, "https://example.org/1")));

        assertThatExceptionOfType(DuplicateKeyException.class)
                .isThrownBy(
                        () -> saved(Attached.fresh("Attachments:12", Attached.link(crate, "https://example.org/2"))));
        assertThat(imports.adopted(organization, SYSTEM, DATABASE, List.of("Attachments:12")))
                .containsOnlyKeys("Attachments:12");
        assertThat(imports.adopted(Samples.organization(), SYSTEM, DATABASE, List.of("Attachments:12")))
                .isEmpty();
    }

    /** What changed at the source is its name; nobody fetched its bytes again. */
    @Test
    void keepsTheContentOfAFileThatComesWithoutIt() {
        Content content = content("plan");
        ImportedPart<AttachmentFields> written = Attached.fresh(Attached.file(crate, "plan.pdf", content));
        saved(written);

        AttachmentFields renamed = Attached.file(Crates.built(organization), "final.pdf", null);
        saved(new ImportedPart<>(written.id(), false, written.source(), renamed, "{}"));

        assertThat(imports.read(organization, List.of(written.id())).values())
                .containsExactly(renamed.withContentOf(written.fields()));
    }

    /** It would belong to nothing, and nothing would ever take it away. */
    @Test
    void leavesOutWhatIsAttachedToARecordThatIsGone() {
        ImportedPart<AttachmentFields> lost =
                Attached.fresh(Attached.link(new Owner(Crates.KIND, Samples.id()), "https://example.org"));
        ImportedPart<AttachmentFields> kept = Attached.fresh(Attached.link(crate, "https://example.org"));

        imports.save(organization, List.of(lost, kept));

        assertThat(imports.read(organization, List.of(lost.id(), kept.id()))).containsOnlyKeys(kept.id());
    }

    @Test
    void refusesAFileWithoutContentAndALinkToSomethingElse() {
        refused(Attached.file(crate, "plan.pdf", null));
        refused(Attached.file(crate, "plan.pdf", new Content("0".repeat(64), 4)));
        refused(Attached.link(crate, "javascript:alert(1)"));
    }

    private void refused(AttachmentFields fields) {
        assertThatExceptionOfType(DataIntegrityViolationException.class)
                .isThrownBy(() -> saved(Attached.fresh(fields)));
    }

    @Test
    void costsAHandfulOfStatements() {
        assertThat(cost(1_000)).isEqualTo(cost(10)).isLessThanOrEqualTo(4);
    }

    private int cost(int count) {
        Content content = content("plan");
        List<ImportedPart<AttachmentFields>> batch = IntStream.range(0, count)
                .mapToObj(at -> Attached.fresh(Attached.file(crate, "plan.pdf", content)))
                .toList();
        return statements.during(() -> transactions.executeWithoutResult(status -> imports.save(organization, batch)));
    }

    @Test
    void limitsAreThoseOfTheColumns() {
        DeclaredLimits.areThoseOfTheColumns(jdbc, "attachment", AttachmentFields.FIELDS);
    }

    @Test
    void tellsNothingToAnotherOrganization() {
        ImportedPart<AttachmentFields> written = Attached.fresh(Attached.link(crate, "https://example.org"));
        saved(written);

        List<UUID> ids = List.of(written.id());
        assertThat(imports.read(Samples.organization(), ids)).isEmpty();
    }
}
