package app.ascent.importing.contact;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.mock;

import app.ascent.PostgresTest;
import app.ascent.crm.ClientFields;
import app.ascent.crm.ClientImports;
import app.ascent.crm.ContactFields;
import app.ascent.crm.ContactImports;
import app.ascent.crm.ImportActivity;
import app.ascent.importing.AutotaskSource;
import app.ascent.importing.Dictionaries;
import app.ascent.importing.ImportBatch;
import app.ascent.importing.Payload;
import app.ascent.migration.EntityMigrationContract;
import app.ascent.migration.RunOrigins;
import app.ascent.migration.spi.EntityType;
import app.ascent.migration.spi.References;
import app.ascent.migration.spi.RunContext;
import app.ascent.migration.spi.SourceId;
import app.ascent.migration.spi.SourceRef;
import app.ascent.migration.spi.TargetId;
import app.ascent.record.Provenance;
import app.ascent.record.RecordNames;
import app.ascent.record.imports.ImportTelling;
import app.ascent.record.imports.ImportedRecord;
import app.ascent.record.table.SearchTexts;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.mockito.Mockito;
import org.springframework.boot.jackson.autoconfigure.JacksonAutoConfiguration;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.bean.override.mockito.MockitoBean;
import org.springframework.transaction.support.TransactionOperations;
import tools.jackson.databind.json.JsonMapper;

@PostgresTest
@Import({
    ClientImports.class,
    ContactImports.class,
    SearchTexts.class,
    ImportBatch.class,
    RunOrigins.class,
    JacksonAutoConfiguration.class
})
class ContactMigrationTests extends EntityMigrationContract<AutotaskContact, ContactFields> {

    @MockitoBean
    ImportActivity activity;

    @MockitoBean
    RecordNames names;

    @MockitoBean
    ImportTelling telling;

    private static final long COMPANY = 174;

    private final ClientImports clients;

    ContactMigrationTests(
            ClientImports clients, ContactImports contacts, ImportBatch batches, TransactionOperations transactions) {
        super(new ContactMigration(Mockito.mock(AutotaskSource.class), contacts, batches), transactions);
        this.clients = clients;
    }

    @Override
    protected Map<Long, String> payloads() {
        return Map.of(
                30684977L,
                Payload.contact().with("companyID", COMPANY).toString(),
                30684978L,
                Payload.contact()
                        .with("id", 30684978)
                        .with("companyID", COMPANY)
                        .with("firstName", "Åsa")
                        .with("lastName", "Müller-Ødegård")
                        .with("emailAddress", "asa@northwind.example")
                        .toString());
    }

    @Override
    protected References references(RunContext run) {
        return Dictionaries.references(
                List.of(),
                Map.of(
                        new SourceRef(new EntityType("companies"), new SourceId(COMPANY)),
                        new References.Resolution.Loaded(new TargetId(client(run)))));
    }

    /** The same client each time it is asked for in one organization. */
    private UUID client(RunContext run) {
        UUID id = run.organization().value();
        if (!clients.edited(run.organization(), List.of(id)).isEmpty()) {
            return id;
        }
        ClientFields fields = JsonMapper.builder()
                .build()
                .readValue(
                        "{\"name\":\"Northwind\",\"type\":\"CUSTOMER\",\"status\":\"ACTIVE\",\"taxExempt\":false}",
                        ClientFields.class);
        clients.save(
                run.organization(),
                List.of(new ImportedRecord<>(
                        id,
                        true,
                        new Provenance(run.source().system(), run.source().database(), COMPANY),
                        fields,
                        "{}")),
                true);
        return id;
    }

    @Test
    void namesOnlyFieldsThatThePayloadHas() {
        assertThat(Arrays.stream(ContactFields.class.getRecordComponents())
                        .map(RecordComponent::getName)
                        .map(ContactFieldNames::of))
                .isSubsetOf(Arrays.stream(AutotaskContact.class.getRecordComponents())
                        .map(RecordComponent::getName)
                        .toList());
    }

    @ParameterizedTest
    @CsvSource({
        "emailAddress, email notes",
        "emailAddress3, notes otherEmails",
        "solicitationOptOut, marketingOptOut",
        "companyID, clientId",
        "note, notes"
    })
    void knowsWhereAFieldOfAutotaskGoes(String sourceField, String fields) {
        ContactMigration contacts = new ContactMigration(mock(), mock(), mock());

        assertThat(contacts.written(sourceField)).containsExactlyInAnyOrder(fields.split(" "));
    }
}
