package app.ascent.importing.company;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.mock;

import app.ascent.PostgresTest;
import app.ascent.crm.ClientFields;
import app.ascent.crm.ClientImports;
import app.ascent.crm.ClientParents;
import app.ascent.crm.ImportActivity;
import app.ascent.importing.AutotaskSource;
import app.ascent.importing.Dictionaries;
import app.ascent.importing.ImportBatch;
import app.ascent.importing.Payload;
import app.ascent.migration.EntityMigrationContract;
import app.ascent.migration.RunOrigins;
import app.ascent.migration.spi.References;
import app.ascent.migration.spi.RunContext;
import app.ascent.record.RecordNames;
import app.ascent.record.imports.ImportTelling;
import app.ascent.record.table.SearchTexts;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.mockito.Mockito;
import org.springframework.boot.jackson.autoconfigure.JacksonAutoConfiguration;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.bean.override.mockito.MockitoBean;
import org.springframework.transaction.support.TransactionOperations;

@PostgresTest
@Import({
    ClientImports.class,
    ClientParents.class,
    SearchTexts.class,
    ImportBatch.class,
    RunOrigins.class,
    JacksonAutoConfiguration.class
})
class CompanyMigrationTests extends EntityMigrationContract<AutotaskCompany, ClientFields> {

    @MockitoBean
    ImportActivity activity;

    @MockitoBean
    RecordNames names;

    @MockitoBean
    ImportTelling telling;

    CompanyMigrationTests(
            ClientImports clients, ClientParents parents, ImportBatch batches, TransactionOperations transactions) {
        super(new CompanyMigration(Mockito.mock(AutotaskSource.class), clients, parents, batches), transactions);
    }

    @Override
    protected Map<Long, String> payloads() {
        return Map.of(
                174L,
                Payload.company().toString(),
                175L,
                Payload.company()
                        .with("id", 175)
                        .with("companyName", "Grüne Höfe e.G.")
                        .with("companyNumber", null)
                        .with("phone", null)
                        .toString());
    }

    @Override
    protected References references(RunContext run) {
        return Dictionaries.references(List.of(), Map.of());
    }

    @Test
    void namesOnlyFieldsThatThePayloadHas() {
        assertThat(Arrays.stream(ClientFields.class.getRecordComponents())
                        .map(RecordComponent::getName)
                        .filter(field -> !field.equals("notes"))
                        .map(CompanyFieldNames::of))
                .isSubsetOf(Arrays.stream(AutotaskCompany.class.getRecordComponents())
                        .map(RecordComponent::getName)
                        .toList());
    }

    @ParameterizedTest
    @CsvSource({
        "companyName, name",
        "companyType, status type",
        "isActive, status",
        "marketSegmentID, industry",
        "fax, fax",
        "sicCode,"
    })
    void knowsWhereAFieldOfAutotaskGoes(String sourceField, @Nullable String fields) {
        CompanyMigration companies = new CompanyMigration(mock(), mock(), mock(), mock());

        assertThat(companies.written(sourceField))
                .containsExactlyInAnyOrder(fields == null ? new String[0] : fields.split(" "));
    }
}
